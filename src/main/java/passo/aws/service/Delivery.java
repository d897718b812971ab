package passo.aws.service;

import java.time.Duration;
import passo.engine.Agenda;
import passo.json.Json;

/// How a service hands something on to another: by a call that nobody waits for. What cannot be delivered is lost.
@FunctionalInterface
public interface Delivery {

    /// Puts a call on the agenda; it is made even if the run's executions have ended by then.
    ///
    /// @param service as resources name it, such as `sqs`
    /// @param action as resources name it, such as `sendMessage`
    void deliver(Origin origin, Duration delay, String service, String action, Json.Obj body, Agenda agenda);
}
