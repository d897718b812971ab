package passo.aws.service;

/// Where in a run something comes from, for what services do of themselves: an event, a delivery.
///
/// @param executionArn of the execution that did it
/// @param state that did it; empty where the execution itself did
/// @param step the number of its step, in the trace of the run's first execution
public record Origin(String executionArn, String state, int step) {

    public String account() {
        return executionArn.split(":")[4];
    }
}
