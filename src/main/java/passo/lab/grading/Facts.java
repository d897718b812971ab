package passo.lab.grading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import passo.asl.State;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.lab.exercise.TestCase;

/// What rules are told of a test: `$results` has one of these for each.
final class Facts {

    private static final int MILLIS = 3;

    private Facts() {}

    /// @param runs one after the other; the last is told of the test itself, too
    static Json.Obj of(TestCase test, boolean passed, List<TestResult.Told> runs, Check check) {
        List<Json.Obj> told = runs.stream().map(run -> run(run.trace())).toList();
        var facts = Json.Obj.builder().put("test", test.id()).put("passed", passed).put("calls", check.called()).put("requests", check.requested());
        if (!told.isEmpty()) facts.putAll(told.getLast());
        return facts.put("runs", new Json.Arr(told)).build();
    }

    private static Json.Obj run(Trace trace) {
        return Json.Obj.builder().put("status", trace.status().name()).put("error", trace.failure().map(Outcome.Failure::told).orElse(""))
                .put("cause", trace.failure().map(Outcome.Failure::cause).orElse("")).put("output", trace.output().orElse(Json.NULL))
                .put("bytes", trace.output().map(Json::bytes).orElse(0)).put("visited", new Json.Arr(trace.steps().stream().<Json>map(step -> Json.of(step.state())).toList()))
                .put("transitions", trace.transitions()).put("seconds", new Json.Num(BigDecimal.valueOf(Duration.between(trace.start().at(), trace.end()).toMillis(), MILLIS)))
                .put("children", children(trace)).build();
    }

    /// How many iterations or child executions each Map had, by its name.
    private static Json.Obj children(Trace trace) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        trace.steps().stream().map(Step::frames).filter(frames -> !frames.isEmpty() && isMap(trace, frames.getLast().state())).collect(Collectors.toSet())
                .forEach(frames -> counts.merge(frames.getLast().state(), 1, Integer::sum));
        trace.mapRuns().forEach(run -> counts.merge(trace.steps().get(run.step() - 1).state(), run.executions().total(), Integer::sum));
        var children = Json.Obj.builder();
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(count -> children.put(count.getKey(), count.getValue()));
        return children.build();
    }

    private static boolean isMap(Trace trace, String state) {
        return trace.start().machine().find(state).filter(State.Map.class::isInstance).isPresent();
    }
}
