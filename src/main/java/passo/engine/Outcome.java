package passo.engine;

import passo.json.Json;

/// How something went. An error of the States Language is a value here, never a Java exception.
public sealed interface Outcome {

    record Success(Json result) implements Outcome {}

    /// @param error the error's name
    /// @param cause empty where there is none
    record Failure(String error, String cause) implements Outcome {

        /// The Error Output that a catcher hands on. Specification, "Error representation".
        public Json.Obj errorOutput() {
            return Json.Obj.builder().put("Error", error).put("Cause", cause).build();
        }
    }
}
