package passo.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.choice.Wish;
import passo.expression.Path;
import passo.expression.Scope;
import passo.json.Json;

/// Where a run can be told something so that a wish is fulfilled at one of its steps: in its input or in the answer of a call, at the same
/// path or where the same value stood. All of it is a guess, the best first.
final class Spots {

    private static final int MOST = 8;
    private static final int MOST_VALUES = 3_000;

    /// A value of something, and the way there.
    private record Spot(List<Path.Step> place, Json value) {}

    private final Trace trace;
    private final Step step;
    private final Scope seen;

    Spots(Trace trace, Step step, Scope seen) {
        this.trace = trace;
        this.step = step;
        this.seen = seen;
    }

    List<Difference> of(Wish wish) {
        List<Path.Step> steps = wish.place().steps();
        return switch (wish.place().root()) {
            case CONTEXT -> List.of(new Difference.Input(steps.subList(2, steps.size()), wish.value()));
            case DATA -> Stream.concat(alike(wish), from(seen.input(), wish)).distinct().limit(MOST).toList();
            case VARIABLE -> Stream.ofNullable(seen.variables().get(wish.place().variable())).flatMap(value -> from(value, wish)).distinct().limit(MOST).toList();
        };
    }

    /// The input had the same there, be it nothing.
    private Stream<Difference> alike(Wish wish) {
        List<Path.Step> steps = wish.place().steps();
        return at(trace.start().input(), steps).equals(at(seen.input(), steps)) ? Stream.of(new Difference.Input(steps, wish.value())) : Stream.empty();
    }

    /// Where the value around the place, as near as there is one, stood before.
    private Stream<Difference> from(Json data, Wish wish) {
        List<Path.Step> steps = wish.place().steps();
        var differences = new ArrayList<Difference>();
        for (int depth = steps.size(); depth >= 0; depth--) {
            Optional<Json> value = at(data, steps.subList(0, depth));
            if (value.isEmpty()) continue;
            List<Path.Step> rest = steps.subList(depth, steps.size());
            Path.Step last = depth == 0 ? null : steps.get(depth - 1);
            calls().forEach(call -> same(call.brought(), value.get(), last).forEach(spot ->
                    differences.add(new Difference.Answer(call.state(), call.call(), told(call.brought()), joined(spot.place, rest), wished(wish, spot, rest)))));
            same(trace.start().input(), value.get(), last).forEach(spot -> differences.add(new Difference.Input(joined(spot.place, rest), wished(wish, spot, rest))));
        }
        return differences.stream();
    }

    /// The calls before the step, the last first.
    private List<Difference.Answer> calls() {
        var calls = new ArrayList<Difference.Answer>();
        for (Step before : trace.steps().subList(0, step.number() - 1)) {
            Optional<Json> brought = before.stages().stream().filter(stage -> stage.field().equals("Result")).map(Step.Stage::value).findFirst();
            if (!before.type().equals("Task") || brought.isEmpty()) continue;
            int earlier = calls.stream().filter(call -> call.state().equals(before.state())).mapToInt(call -> 1).sum();
            calls.add(new Difference.Answer(before.state(), earlier, brought.get(), List.of(), Optional.empty()));
        }
        return calls.reversed();
    }

    /// An answer without what an integration adds of its own, which nobody would write.
    private static Json told(Json brought) {
        if (!(brought instanceof Json.Obj answer)) return brought;
        var told = Json.Obj.builder();
        answer.forEach((name, value) -> {
            if (!name.equals("SdkHttpMetadata") && !name.equals("SdkResponseMetadata")) told.put(name, value);
        });
        return told.build();
    }

    /// What a text becomes when it stands for the value: a text.
    private static Optional<Json> wished(Wish wish, Spot spot, List<Path.Step> rest) {
        boolean asText = rest.isEmpty() && spot.value instanceof Json.Str && wish.value().filter(value -> !(value instanceof Json.Str)).isPresent();
        return asText ? wish.value().map(value -> Json.of(value.toString())) : wish.value();
    }

    /// Where a value is this one, or the text of it; those of the same name first.
    private static List<Spot> same(Json root, Json value, Path.@Nullable Step last) {
        var found = new ArrayList<Spot>();
        collect(root, List.of(), found);
        return found.stream().filter(spot -> spot.value.equals(value) || spot.value instanceof Json.Str(var text) && text.equals(value.toString()))
                .sorted(Comparator.comparing(spot -> spot.place.isEmpty() || !spot.place.getLast().equals(last))).limit(MOST).toList();
    }

    private static void collect(Json json, List<Path.Step> place, List<Spot> into) {
        if (into.size() >= MOST_VALUES) return;
        into.add(new Spot(place, json));
        switch (json) {
            case Json.Obj obj -> obj.forEach((name, value) -> collect(value, joined(place, List.of(new Path.Step.Name(name))), into));
            case Json.Arr arr -> {
                for (int i = 0; i < arr.size(); i++) collect(arr.get(i), joined(place, List.of(new Path.Step.Index(i))), into);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static Optional<Json> at(Json root, List<Path.Step> steps) {
        Json here = root;
        for (Path.Step one : steps) {
            here = switch (one) {
                case Path.Step.Name(var name) -> here instanceof Json.Obj obj ? obj.get(name) : null;
                case Path.Step.Index(var index) -> here instanceof Json.Arr arr && index >= 0 && index < arr.size() ? arr.get(index) : null;
            };
            if (here == null) return Optional.empty();
        }
        return Optional.of(here);
    }

    private static List<Path.Step> joined(List<Path.Step> first, List<Path.Step> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
