package passo.aws.cloudwatch;

import passo.engine.Event;

/// Which events a state machine writes to its log. AWS, "Log levels for Step Functions execution events".
public enum LogLevel {
    OFF, FATAL, ERROR, ALL;

    /// Is an event of this type written at this level?
    public boolean writes(Event.Type type) {
        return this != OFF && compareTo(of(type)) >= 0;
    }

    /// The quietest level at which an event of this type is written.
    public static LogLevel of(Event.Type type) {
        return switch (type) {
            case ExecutionFailed, ExecutionAborted, ExecutionTimedOut -> FATAL;
            case FailStateEntered -> ERROR;
            default -> type.name().matches(".*(Failed|TimedOut|Aborted)") ? ERROR : ALL;
        };
    }
}
