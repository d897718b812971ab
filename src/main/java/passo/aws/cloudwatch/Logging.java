package passo.aws.cloudwatch;

/// How a state machine logs. AWS, LoggingConfiguration.
///
/// @param includeExecutionData do inputs, outputs and parameters stand in the log as well?
public record Logging(LogLevel level, boolean includeExecutionData) {

    /// As AWS makes a state machine of which nobody says otherwise.
    public static final Logging NONE = new Logging(LogLevel.OFF, false);
}
