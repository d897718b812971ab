package passo.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import passo.asl.StateMachine;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// What the runs of a machine have taken, and how often. A value: what two sets of runs took can be added, and each run's can be kept
/// as JSON.
///
/// @param runs of how many runs
/// @param taken how often each way was taken; a way that never was is not in it
public record Coverage(int runs, SequencedMap<Way, Integer> taken) {

    public static final Coverage NOTHING = new Coverage(0, new LinkedHashMap<>());

    public Coverage {
        taken = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(taken));
    }

    /// What these runs of a machine took of it.
    public static Coverage of(StateMachine machine, Stream<Trace> traces) {
        return traces.map(trace -> of(machine, trace)).reduce(NOTHING, Coverage::plus);
    }

    /// What one run took.
    public static Coverage of(StateMachine machine, Trace trace) {
        SequencedMap<Way, Integer> taken = new LinkedHashMap<>();
        steps(trace).flatMap(Coverage::ways).filter(way -> machine.find(way.state()).isPresent()).forEach(way -> taken.merge(way, 1, Integer::sum));
        return new Coverage(1, taken);
    }

    /// The steps of an execution, and of the children of its Map Runs that were kept.
    private static Stream<Step> steps(Trace trace) {
        return Stream.concat(trace.steps().stream(), trace.mapRuns().stream().flatMap(run -> run.kept().stream()).flatMap(Coverage::steps));
    }

    private static Stream<Way> ways(Step step) {
        var ways = new ArrayList<Way>(List.of(new Way(step.state(), Way.Kind.STATE, 0)));
        for (Step.Attempt attempt : step.attempts()) {
            if (attempt.retryAfter().isPresent()) ways.add(new Way(step.state(), Way.Kind.RETRIER, attempt.retrier()));
            if (attempt.catcher() >= 0) ways.add(new Way(step.state(), Way.Kind.CATCHER, attempt.catcher()));
        }
        if (step.status() == Step.Status.SUCCEEDED) wayOn(step).ifPresent(ways::add);
        return ways.stream();
    }

    private static Optional<Way> wayOn(Step step) {
        return switch (step.type()) {
            case "Succeed", "Fail" -> Optional.empty();
            case "Choice" -> Optional.of(step.rule().map(rule -> new Way(step.state(), Way.Kind.RULE, rule))
                    .orElseGet(() -> new Way(step.state(), Way.Kind.OTHERWISE, 0)));
            default -> Optional.of(new Way(step.state(), Way.Kind.NEXT, 0));
        };
    }

    /// What these runs and others took together.
    public Coverage plus(Coverage other) {
        SequencedMap<Way, Integer> all = new LinkedHashMap<>(taken);
        other.taken.forEach((way, times) -> all.merge(way, times, Integer::sum));
        return new Coverage(runs + other.runs, all);
    }

    public int times(Way way) {
        return taken.getOrDefault(way, 0);
    }

    /// Short: `{"runs": 2, "taken": {"Check": {"state": 2, "rule 1": 2}}}`.
    public Json.Obj json() {
        Map<String, Json.Obj> states = new LinkedHashMap<>();
        taken.forEach((way, times) -> states.merge(way.state(), Json.Obj.of(name(way), Json.of(times)), (before, one) -> before.with(name(way), Json.of(times))));
        return Json.Obj.of("runs", Json.of(runs), "taken", Json.Obj.of(states));
    }

    private static String name(Way way) {
        return switch (way.kind()) {
            case STATE, NEXT, OTHERWISE -> way.kind().word();
            case RULE, CATCHER, RETRIER -> way.kind().word() + " " + way.number();
        };
    }

    /// Reads what `json` made.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    public static Coverage parse(String text) {
        if (!(JsonText.parse(text) instanceof Json.Obj json && json.get("runs") instanceof Json.Num(var runs) && json.get("taken") instanceof Json.Obj states)) {
            throw new IllegalArgumentException("Not a coverage: " + text);
        }
        SequencedMap<Way, Integer> taken = new LinkedHashMap<>();
        states.forEach((state, ways) -> ((Json.Obj) ways).forEach((name, times) -> taken.put(way(state, name), ((Json.Num) times).value().intValueExact())));
        return new Coverage(runs.intValueExact(), taken);
    }

    private static Way way(String state, String name) {
        String[] words = name.split(" ");
        Way.Kind kind = Arrays.stream(Way.Kind.values()).filter(one -> one.word().equals(words[0])).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a way: " + name));
        return new Way(state, kind, words.length == 1 ? 0 : Integer.parseInt(words[1]));
    }
}
