package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Outcome;
import passo.expression.Variables;
import passo.json.Json;

/// One visit of a state: what went in, what was made of it stage by stage, what came out. Written by the execution while
/// the run lasts; after it nothing changes, and it may be shared.
public final class Step {

    /// How the visit ended, or that it did not.
    public enum Status { RUNNING, SUCCEEDED, CAUGHT, FAILED, TIMED_OUT, ABORTED }

    /// A Parallel state's branch or a Map state's iteration that the visit belongs to.
    public record Frame(String state, int index) {}

    /// A stage of the data's way: the field that acts there, and the data after it.
    ///
    /// @param field `InputPath`, `Parameters`, `Arguments`, `Result`, `ResultSelector`, `ResultPath`, `OutputPath`, `Output`;
    ///     `Result` is the raw result of the work
    public record Stage(String field, Json value) {}

    /// One try of a state that can be tried again.
    ///
    /// @param arguments what was sent, where it came so far
    /// @param failure how it went wrong, where it did
    /// @param retryAfter how long the state then waits before the next try, where there is one
    /// @param retrier the number of the retrier that the failure matches, spent or not; -1 where there is none
    /// @param catcher the number of the catcher that decided, -1 where none did
    public record Attempt(Instant start, Instant end, Optional<Json> arguments, Optional<Outcome.Failure> failure, Optional<Duration> retryAfter,
            int retrier, int catcher) {}

    private final int number;
    private final String state;
    private final String type;
    private final List<Frame> frames;
    private final Instant entered;
    private final int enteredEvent;
    private final Json input;

    @Nullable Instant exited;
    @Nullable Json effectiveInput;
    @Nullable Json arguments;
    @Nullable Json result;
    @Nullable Json selected;
    @Nullable Json placed;
    @Nullable Json output;
    @Nullable String next;
    Outcome.@Nullable Failure failure;
    Variables variables = Variables.NONE;
    Optional<Effect.Item> item = Optional.empty();
    List<Effect.Item> items = List.of();
    @Nullable String token;
    Json.Obj assigned = Json.Obj.EMPTY;
    Status status = Status.RUNNING;
    boolean automatic;
    boolean jsonata;
    int rule = -1;
    List<Attempt> attempts = List.of();

    Step(int number, String state, String type, List<Frame> frames, Instant entered, int enteredEvent, Json input) {
        this.number = number;
        this.state = state;
        this.type = type;
        this.frames = frames;
        this.entered = entered;
        this.enteredEvent = enteredEvent;
        this.input = input;
    }

    /// From 1, in the order in which states were entered.
    public int number() {
        return number;
    }

    public String state() {
        return state;
    }

    /// The state's kind, such as `Task`.
    public String type() {
        return type;
    }

    /// Where the visit stands, from the outside in; empty at the top level.
    public List<Frame> frames() {
        return frames;
    }

    public Instant entered() {
        return entered;
    }

    /// The id of the event of the entry, which causes quote.
    public int enteredEvent() {
        return enteredEvent;
    }

    public Optional<Instant> exited() {
        return Optional.ofNullable(exited);
    }

    public Status status() {
        return status;
    }

    /// Begins again what had failed or was cut off.
    void reopen() {
        status = Status.RUNNING;
        exited = null;
        failure = null;
    }

    public Json input() {
        return input;
    }

    public Optional<Json> output() {
        return Optional.ofNullable(output);
    }

    /// Where the branch went next; empty at an end.
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /// Why the visit failed or was caught.
    public Optional<Outcome.Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /// The variables that the visit assigned.
    public Json.Obj assigned() {
        return assigned;
    }

    /// The variables that could be seen at its entry.
    public Json.Obj variables() {
        var json = Json.Obj.builder();
        variables.visible().forEach(json::put);
        return json.build();
    }

    /// Was the service's answer an automatic one, since nobody described the service?
    public boolean automatic() {
        return automatic;
    }

    /// The number of the rule that decided a Choice, from 0; empty where the default did, or at other kinds.
    public Optional<Integer> rule() {
        return rule < 0 ? Optional.empty() : Optional.of(rule);
    }

    public List<Attempt> attempts() {
        return attempts;
    }

    /// The items of a Map that were in its data.
    public List<Json> items() {
        return items.stream().map(Effect.Item::whole).toList();
    }

    /// The stages of the data's way that acted or could have, in their order, as far as the visit came; without data that
    /// is too large for any state.
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        if (!jsonata) add(stages, "InputPath", effectiveInput);
        add(stages, jsonata ? "Arguments" : "Parameters", arguments);
        add(stages, "Result", result);
        add(stages, "ResultSelector", selected);
        add(stages, "ResultPath", placed);
        add(stages, jsonata ? "Output" : "OutputPath", output);
        return stages;
    }

    private static void add(List<Stage> stages, String field, @Nullable Json value) {
        if (value != null && !DataLimit.isTooLarge(value)) stages.add(new Stage(field, value));
    }
}
