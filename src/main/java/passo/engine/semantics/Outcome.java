package passo.engine.semantics;

import passo.json.Json;

/// How something went. An error of the States Language is a value here, never a Java exception.
public sealed interface Outcome {

    record Success(Json result) implements Outcome {}

    /// @param error the error's name; empty where there is none, as a Fail state or SendTaskFailure may leave it
    /// @param cause empty where there is none
    record Failure(String error, String cause) implements Outcome {

        /// The name as the service tells it: a missed heartbeat is matched by its own name, and told as a timeout.
        public String told() {
            return error.equals(ErrorName.HEARTBEAT_TIMEOUT) ? ErrorName.TIMEOUT : error;
        }

        public boolean isTimeout() {
            return told().equals(ErrorName.TIMEOUT);
        }

        /// Did a JSONata expression fail? The history tells of it by an event of its own.
        public boolean isEvaluation() {
            return error.equals(ErrorName.QUERY_EVALUATION_ERROR);
        }

        /// The Error Output that a catcher hands on. Specification, "Error representation".
        public Json.Obj errorOutput() {
            if (error.isEmpty()) return Json.Obj.of("Error", Json.NULL, "Cause", cause.isEmpty() ? Json.NULL : Json.of(cause));
            return Json.Obj.of("Error", Json.of(told()), "Cause", Json.of(cause));
        }
    }
}
