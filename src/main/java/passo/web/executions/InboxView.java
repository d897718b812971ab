package passo.web.executions;

import java.util.List;
import passo.web.parts.JsonLine;
import passo.web.parts.Kind;

/// The tasks that wait for the learner's answer, of all executions. Printed by `executions/inbox.jte`.
///
/// @param more how many further executions have some
public record InboxView(List<Card> cards, boolean more) {

    /// @param action the address that decides
    /// @param execution whose event it is; empty for the execution itself
    /// @param asked what was sent with the token
    /// @param service that asks, such as `sqs:sendMessage`
    /// @param until when it times out; empty for never
    /// @param heartbeat when a heartbeat is missed; empty for never
    /// @param output that the answer is offered with
    /// @param pass the address that lets time pass
    /// @param ignore how long until it is over without an answer; empty for never
    /// @param ignoreFor the same in words
    public record Card(String action, String href, String machine, String name, int event, String execution, String state, Kind kind, String service, String since,
            String waits, String until, String heartbeat, List<JsonLine> asked, String output, String pass, String ignore, String ignoreFor) {}
}
