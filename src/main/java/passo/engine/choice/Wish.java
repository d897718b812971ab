package passo.engine.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.expression.Path;
import passo.expression.Scope;
import passo.json.Json;

/// What should stand at a place of the data that a Choice sees.
///
/// @param place into the input, a variable or the execution's input in the Context Object
/// @param value empty where nothing should stand there
public record Wish(Path place, Optional<Json> value) {

    /// Is it so already?
    boolean isFulfilled(Scope scope) {
        return place.find(scope).equals(value);
    }

    /// The same data with the wish fulfilled.
    public Scope in(Scope scope) {
        return switch (place.root()) {
            case DATA -> scope.on(put(scope.input(), place.steps(), value));
            case CONTEXT -> {
                Json.Obj context = (Json.Obj) put(scope.context().get(), place.steps(), value);
                yield scope.withContext(() -> context);
            }
            case VARIABLE -> {
                Json before = Optional.ofNullable(scope.variables().get(place.variable())).orElse(Json.Obj.EMPTY);
                yield new Scope(scope.input(), scope.result(), scope.errorOutput(), scope.context(),
                        scope.variables().with(Json.Obj.of(place.variable(), put(before, place.steps(), value))), scope.random(), scope.now());
            }
        };
    }

    /// A value with another one at a place in it, or with nothing there; what is missing on the way is made.
    public static Json put(Json here, List<Path.Step> steps, Optional<Json> value) {
        if (steps.isEmpty()) return value.orElse(Json.Obj.EMPTY);
        List<Path.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Path.Step.Name(var name) -> {
                Json.Obj obj = here instanceof Json.Obj given ? given : Json.Obj.EMPTY;
                Json inner = Optional.ofNullable(obj.get(name)).orElse(Json.Obj.EMPTY);
                if (rest.isEmpty() && value.isEmpty()) yield without(obj, name);
                yield obj.has(name) || value.isPresent() ? obj.with(name, put(inner, rest, value)) : obj;
            }
            case Path.Step.Index(var index) -> {
                var items = new ArrayList<>(here instanceof Json.Arr arr ? arr.items() : List.<Json>of());
                int at = index < 0 ? Math.max(0, items.size() + index) : index;
                if (value.isEmpty() && rest.isEmpty()) {
                    yield new Json.Arr(items.subList(0, Math.min(at, items.size())));
                }
                while (items.size() <= at) items.add(Json.Obj.EMPTY);
                items.set(at, put(items.get(at), rest, value));
                yield new Json.Arr(items);
            }
        };
    }

    private static Json.Obj without(Json.Obj obj, String name) {
        var rest = Json.Obj.builder();
        obj.forEach((member, value) -> {
            if (!member.equals(name)) rest.put(member, value);
        });
        return rest.build();
    }
}
