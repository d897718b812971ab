package passo.web.trace;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;
import passo.json.Positions;

/// Where things stand in the text of a definition.
public final class Places {

    private record Place(Json json, Positions positions) {
        Stream<Place> members() {
            return switch (json) {
                case Json.Obj obj -> obj.names().stream().flatMap(name -> member(name).stream());
                case Json.Arr arr -> IntStream.range(0, arr.size()).mapToObj(i -> new Place(arr.get(i), positions.items().get(i)));
                default -> Stream.empty();
            };
        }

        Optional<Place> member(String name) {
            return json instanceof Json.Obj obj && obj.has(name) && positions.members().containsKey(name)
                    ? Optional.of(new Place(obj.get(name), positions.members().get(name))) : Optional.empty();
        }
    }

    private final Optional<Place> root;

    public Places(String definition) {
        root = Notation.of(definition).read(definition) instanceof JsonText.Reading.Value(var json, var positions)
                ? Optional.of(new Place(json, positions)) : Optional.empty();
    }

    /// The line on which a state's own fields end that say what it does: where `ResultPath` would be written; 0 where unknown.
    public int afterWork(String state) {
        return root.flatMap(place -> find(place, state))
                .flatMap(place -> Stream.of("ResultPath", "ResultSelector", "Parameters", "Resource").flatMap(field -> place.member(field).stream()).findFirst())
                .map(place -> place.positions.end().line()).orElse(0);
    }

    /// The line on which a field of a state stands; nothing where the state does not write it.
    public OptionalInt field(String state, String field) {
        return root.flatMap(place -> find(place, state)).flatMap(place -> place.member(field)).map(place -> OptionalInt.of(place.positions.name().line()))
                .orElse(OptionalInt.empty());
    }

    /// Does a place of the text, counted in characters, belong to a state?
    public boolean isIn(String state, int offset) {
        return root.flatMap(place -> find(place, state)).filter(place -> place.positions.start().offset() <= offset && offset <= place.positions.end().offset()).isPresent();
    }

    /// The line on which a state begins; 0 where unknown.
    int line(String state) {
        return root.flatMap(place -> find(place, state)).map(place -> place.positions.name().line()).orElse(0);
    }

    /// The line on which a state asks for a path; 0 where unknown.
    int mention(String state, String path) {
        return root.flatMap(place -> find(place, state)).flatMap(place -> mention(place, path))
                .map(place -> place.positions.start().line()).orElse(0);
    }

    private static Optional<Place> mention(Place place, String path) {
        if (place.json instanceof Json.Str(var text) && text.contains(path)) return Optional.of(place);
        return place.members().map(member -> mention(member, path)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Place> find(Place place, String state) {
        return place.member("States").flatMap(states -> states.member(state))
                .or(() -> place.members().map(member -> find(member, state)).flatMap(Optional::stream).findFirst());
    }
}
