package passo.aws.cloudwatch;

import java.util.Arrays;
import java.util.Optional;
import passo.json.Json;

/// How a state machine logs. AWS, LoggingConfiguration.
///
/// @param includeExecutionData do inputs, outputs and parameters stand in the log as well?
public record Logging(LogLevel level, boolean includeExecutionData) {

    /// As AWS makes a state machine of which nobody says otherwise.
    public static final Logging NONE = new Logging(LogLevel.OFF, false);

    public Json.Obj json() {
        return Json.Obj.builder().put("level", level.name()).put("includeExecutionData", includeExecutionData).build();
    }

    /// As it is asked for, `{level, includeExecutionData}`.
    ///
    /// @return empty where the level is none
    public static Optional<Logging> of(Json json) {
        Json.Obj described = json instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        String level = described.get("level") instanceof Json.Str(var text) ? text : "OFF";
        return Arrays.stream(LogLevel.values()).filter(one -> one.name().equals(level)).findFirst()
                .map(one -> new Logging(one, Json.TRUE.equals(described.get("includeExecutionData"))));
    }
}
