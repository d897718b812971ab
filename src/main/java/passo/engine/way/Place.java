package passo.engine.way;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.expression.Path;
import passo.json.Json;

/// A place in the data of a run.
///
/// @param step the number of the visit; 0 for the input of the run, before all visits
/// @param path the way from the root of the stage's data, with names and indexes from 0 on
public record Place(int step, Field field, List<Path.Step> path) {

    /// The input of the run.
    public static final Place START = new Place(0, Field.Input, List.of());

    public Place {
        path = List.copyOf(path);
    }

    /// A place inside this one.
    Place in(List<Path.Step> further) {
        return further.isEmpty() ? this : new Place(step, field, Stream.concat(path.stream(), further.stream()).toList());
    }

    /// The path as one writes it, such as `$.items[0].price`.
    public String text() {
        return path.stream().map(Place::text).collect(Collectors.joining("", "$", ""));
    }

    private static String text(Path.Step step) {
        return step instanceof Path.Step.Name(var name) && name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : step.toString();
    }

    /// What stands in a value at the end of a path.
    static Optional<Json> find(Json json, List<Path.Step> path) {
        @Nullable Json here = json;
        for (Path.Step step : path) {
            here = switch (step) {
                case Path.Step.Name(var name) -> here instanceof Json.Obj obj ? obj.get(name) : null;
                case Path.Step.Index(var index) -> here instanceof Json.Arr arr && counted(index, arr) >= 0 && counted(index, arr) < arr.size()
                        ? arr.get(counted(index, arr)) : null;
            };
            if (here == null) return Optional.empty();
        }
        return Optional.of(here);
    }

    private static int counted(int index, Json.Arr arr) {
        return index < 0 ? arr.size() + index : index;
    }

    /// The path with every index counted from the beginning, as far as the value has the place.
    static List<Path.Step> counted(Json json, List<Path.Step> path) {
        return Stream.iterate(0, i -> i < path.size(), i -> i + 1)
                .map(i -> path.get(i) instanceof Path.Step.Index(var index) && index < 0
                        && find(json, path.subList(0, i)).orElse(Json.NULL) instanceof Json.Arr arr ? new Path.Step.Index(counted(index, arr)) : path.get(i))
                .toList();
    }

    static boolean begins(List<Path.Step> path, List<Path.Step> beginning) {
        return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
    }
}
