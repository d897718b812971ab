package passo.lab.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import passo.aws.service.Change;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.Expectation.Calls;
import passo.lab.exercise.Expectation.Effect;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.TestCase.Simulation;

/// What a test would expect where it does not say so: of all that it asks, what the reference gives. A matcher stays where it matches.
final class Expected {

    private Expected() {}

    /// The test, expecting what the reference has just done in it.
    ///
    /// @param allows whether the roles of the reference allow it
    static TestCase of(TestCase test, Trial.Judged reference, Predicate<Simulation> allows) {
        List<Sample> runs = IntStream.range(0, reference.runs().size()).mapToObj(i -> {
            Sample sample = test.runs().get(i);
            return new Sample(sample.input(), sample.change(), sample.decisions(),
                    Optional.of(expectation(sample.expect().orElse(test.expect()), reference.runs().get(i), reference.check())));
        }).toList();
        Expectation whole = reference.runs().isEmpty() ? test.expect() : expectation(test.expect(), reference.runs().getLast(), reference.check());
        return new TestCase(test.id(), test.name(), test.kind(), test.hidden(), test.world(), runs, test.seeds(), test.expected(), whole,
                test.simulate().stream().map(question -> new Simulation(question.role(), question.principal(), question.action(), question.resource(),
                        allows.test(question))).toList());
    }

    private static Expectation expectation(Expectation asked, TestResult.Told told, Check check) {
        Trace trace = told.trace();
        Optional<Outcome.Failure> failure = trace.failure();
        Optional<Json> output = trace.output();
        return new Expectation(asked.statuses().isEmpty() ? List.of() : List.of(trace.status().name()), errors(asked.errors(), failure),
                asked.cause().flatMap(cause -> failure.map(given -> ((Json.Str) like(Json.of(cause), Json.of(given.cause()), false)).value())),
                asked.failedAt().flatMap(_ -> Optional.of(Check.failed(trace)).filter(step -> step > 0).map(step -> trace.steps().get(step - 1).state())),
                asked.output().flatMap(wanted -> output.map(given -> like(wanted, given, false))),
                asked.subset().flatMap(wanted -> output.map(given -> like(wanted, given, true))),
                asked.effects().map(effects -> effects(effects, check.changes())), asked.effectsAnyOrder().map(effects -> effects(effects, check.changes())),
                (Json.Obj) like(asked.world(), told.after(), true), calls(asked.calls(), check), asked.visited(), asked.visitedInOrder(), asked.never(), asked.transitions(),
                asked.duration(), asked.logs(), asked.notInLogs(), asked.alarms());
    }

    /// Where one of several may come, so it may here.
    private static List<String> errors(List<String> asked, Optional<Outcome.Failure> failure) {
        if (asked.isEmpty() || failure.isEmpty() || asked.contains(failure.get().error())) return failure.isEmpty() ? List.of() : asked;
        return List.of(failure.get().error());
    }

    private static List<Effect> effects(List<Effect> asked, List<Change> changes) {
        return changes.stream().map(change -> new Effect(change.kind(), change.resource(),
                asked.stream().filter(effect -> effect.kind().equals(change.kind()) && effect.resource().equals(change.resource())).findFirst()
                        .map(effect -> like(effect.detail(), change.detail(), true)).orElse(Json.of("@any")))).toList();
    }

    private static Map<String, Calls> calls(Map<String, Calls> asked, Check check) {
        var calls = new LinkedHashMap<String, Calls>();
        asked.forEach((name, wanted) -> {
            List<Json> requests = check.requests(name);
            var with = new ArrayList<Json>();
            for (int i = 0; i < wanted.with().size() && i < requests.size(); i++) with.add(like(wanted.with().get(i), requests.get(i), true));
            calls.put(name, new Calls(requests.size(), with));
        });
        return calls;
    }

    /// A value as it would be written where another stands: with its matchers and, of a subset, with no other members.
    private static Json like(Json asked, Json given, boolean subset) {
        return switch (given) {
            case Json.Obj obj when asked instanceof Json.Obj wanted -> {
                var like = Json.Obj.builder();
                obj.forEach((name, value) -> {
                    if (wanted.has(name)) like.put(name, like(wanted.get(name), value, subset));
                    else if (!subset) like.put(name, like(Json.NULL, value, false));
                });
                yield like.build();
            }
            case Json.Obj obj when !isMatcher(asked, given) -> {
                var like = Json.Obj.builder();
                obj.forEach((name, value) -> like.put(name, like(Json.NULL, value, subset)));
                yield like.build();
            }
            case Json.Arr list when !isMatcher(asked, given) -> new Json.Arr(IntStream.range(0, list.size()).mapToObj(i ->
                    like(asked instanceof Json.Arr wanted && !wanted.items().isEmpty() ? wanted.get(Math.min(i, wanted.size() - 1)) : Json.NULL, list.get(i), subset)).toList());
            case Json.Str(var text) when !isMatcher(asked, given) && text.startsWith("@") -> Json.of("@" + text);
            default -> isMatcher(asked, given) ? asked : given;
        };
    }

    private static boolean isMatcher(Json asked, Json given) {
        return asked instanceof Json.Str(var text) && text.startsWith("@") && !text.startsWith("@@") && Likeness.matches(text, given);
    }
}
