package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// All that happened in one execution. Every view of a run is a question put to this; immutable once the run is over.
///
/// @param outcome empty while the execution still waits for someone (`RUNNING`)
/// @param events the history
/// @param steps the visits of states, in the order of their entry
/// @param waiting the tasks that wait for an answer
/// @param transitions entries into states and retries, as Standard workflows are billed
/// @param redrives when the execution was redriven
/// @param children executions that this one started, but for those of Map Runs
/// @param mapRuns in the order of their start
public record Trace(StartExecution start, Status status, Optional<Outcome> outcome, Instant end, List<Event> events, List<Step> steps,
        List<Waiting> waiting, int transitions, List<Instant> redrives, List<Trace> children, List<MapRunTrace> mapRuns) {

    private static final Duration REDRIVABLE = Duration.ofDays(14);
    /// A redrive needs room for its own event and for one more. AWS, RedriveExecution.
    private static final int MOST_EVENTS = 24_999;

    /// AWS's words.
    public enum Status { RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED }

    /// A task that waits for an answer.
    ///
    /// @param eventId of the event that waits: `TaskSubmitted` or `ActivityScheduled`
    /// @param since when it waits
    public record Waiting(int eventId, String state, String token, Instant since) {}

    /// Why a Standard execution cannot be redriven, in AWS's words; nothing where it can. AWS, "redriveStatusReason".
    public Optional<String> notRedrivable(Instant at) {
        if (status == Status.RUNNING || status == Status.SUCCEEDED) return Optional.of("Execution is " + status + " and cannot be redriven");
        if (events.size() >= MOST_EVENTS) return Optional.of("Execution history event limit exceeded");
        if (at.isAfter(start.at().plus(StartExecution.STANDARD_LIFE))) return Optional.of("Execution has exceeded the max execution time");
        return at.isAfter(end.plus(REDRIVABLE)) ? Optional.of("Execution redrivable period exceeded") : Optional.empty();
    }

    /// What further deliveries of the same start did. AWS, "Execution guarantees".
    public List<Trace> repeats() {
        return children.stream().filter(child -> child.start().equals(start.again(child.start().at()))).toList();
    }

    /// This execution, and all that it has started and that were kept, and so on.
    public Stream<Trace> executions() {
        var all = new ArrayList<Trace>();
        var ahead = new ArrayDeque<Trace>(List.of(this));
        while (!ahead.isEmpty()) {
            Trace next = ahead.pop();
            all.add(next);
            next.mapRuns.reversed().forEach(run -> run.kept().reversed().forEach(ahead::push));
            next.children.reversed().forEach(ahead::push);
        }
        return all.stream();
    }

    public Optional<Json> output() {
        return outcome.flatMap(o -> o instanceof Outcome.Success(var result) ? Optional.of(result) : Optional.empty());
    }

    public Optional<Outcome.Failure> failure() {
        return outcome.flatMap(o -> o instanceof Outcome.Failure failure ? Optional.of(failure) : Optional.empty());
    }

    /// The Context Object as a step of this run saw it at first. AWS, "Accessing execution data from the Context object".
    public Json.Obj context(Step step) {
        Instant last = step.exited().orElse(end);
        List<Instant> before = redrives.stream().filter(redrive -> !redrive.isAfter(last)).toList();
        return ContextObject.of(start, start.machine().find(step.state()).orElseThrow(), step, 0, before);
    }
}
