package passo.web.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.diagram.Diagram;
import passo.diagram.Replay;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.decision.Decided;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.ProblemView;
import passo.web.parts.Texts;

/// What a run was made from and what came of it: all that a view of it is made of. Made for one request, then dropped.
///
/// @param share of the server's time, for a view that runs once more
/// @param before the world before the run; `cloud.world()` is the world after it
/// @param decided with which decisions
/// @param problems warnings and advice about the definition
/// @param action the address that runs
public record Ran(Capacity.Share share, Page page, Form form, Definition definition, StartExecution start, Trace trace, Json.Obj before, Cloud cloud,
        Decided decided, List<ProblemView> problems, String action) {

    public StateMachine machine() {
        return start.machine();
    }

    /// The step that is looked at: the one that was asked for, else the one that says most.
    public Step step(OptionalInt asked) {
        int number = asked.stream().filter(step -> step >= 1 && step <= trace.steps().size()).findFirst().orElseGet(this::mostTelling);
        return trace.steps().get(number - 1);
    }

    private int mostTelling() {
        return failed().or(this::waiting).map(Step::number).orElse(trace.steps().size());
    }

    /// The innermost step that made the run fail.
    public Optional<Step> failed() {
        if (trace.status() != Trace.Status.FAILED) return Optional.empty();
        return trace.steps().reversed().stream().filter(step -> step.status() == Step.Status.FAILED || step.status() == Step.Status.TIMED_OUT).findFirst();
    }

    /// The first step that waits for an answer.
    public Optional<Step> waiting() {
        return trace.steps().stream().filter(step -> step.status() == Step.Status.RUNNING
                && trace.waiting().stream().anyMatch(task -> task.state().equals(step.state()))).findFirst();
    }

    /// An instant on the run's own clock.
    public Duration sinceStart(Instant instant) {
        return Duration.between(trace.start().at(), instant);
    }

    /// The id of the event up to which the run is shown at a step; the last step shows all of it.
    public int moment(Step step) {
        int last = trace.events().size();
        return step.number() == trace.steps().size() ? last : Math.min(last, Replay.of(Diagram.BLANK, trace).moment(step.number()));
    }

    /// The AWS of the run as it was when an event had happened: made once more as far as that.
    public Cloud cloudAt(int event) {
        if (event >= trace.events().size()) return cloud;
        Cloud then = Prepared.of(new Texts(page), definition, form).orElseThrow().cloud();
        share.runTo(event, start, then, decided.list());
        return then;
    }
}
