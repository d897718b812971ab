package passo.aws.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.expression.Path;

/// Someone outside who answers task tokens: what makes them act, where they find the token, and what they do.
///
/// @param kind of the trigger
/// @param resource the name of the queue, topic, activity or function
/// @param each do they act on every message, or on the first alone?
/// @param workerName of an activity's worker
/// @param token where the document has the token; an activity's task brings its own
public record Callback(Kind kind, String resource, boolean each, String workerName, Optional<Path> token, List<Action> actions) {

    /// What makes someone act, and the member of the trigger that names the resource.
    public enum Kind {
        sqsMessage("queue"), snsNotification("topic"), activityTask("activity"), lambdaInvocation("function");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        public String member() {
            return member;
        }
    }

    /// What they do, one after the other.
    public sealed interface Action {
        record SendTaskSuccess(Content output) implements Action {}

        record SendTaskFailure(Content error, Content cause) implements Action {}

        record SendTaskHeartbeat(int times) implements Action {}

        record Wait(Duration duration) implements Action {}
    }

    /// A text to send.
    public sealed interface Content {
        record Literal(String text) implements Content {}

        /// The JSON text of what the document has there.
        record At(Path path) implements Content {}

        /// The document's own text.
        record Document() implements Content {}
    }
}
