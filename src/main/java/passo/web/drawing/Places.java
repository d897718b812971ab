package passo.web.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.text.Node;
import passo.json.Json;

/// The states of a definition as they are written.
final class Places {

    private static final String[] PROCESSORS = {"ItemProcessor", "Iterator"};
    private static final String BRANCHES = "Branches";

    private Places() {}

    /// By name, at any depth: a state after the one around it.
    static Map<String, Node> of(Definition definition) {
        Map<String, Node> places = new LinkedHashMap<>();
        add(definition.root(), places);
        return places;
    }

    private static void add(Node machine, Map<String, Node> places) {
        machine.get("States").stream().flatMap(states -> states.members().stream()).forEach(state -> {
            places.put(state.name(), state);
            Stream.concat(state.get(BRANCHES).stream().flatMap(branches -> branches.items().stream()),
                    Stream.of(PROCESSORS).flatMap(field -> state.get(field).stream())).forEach(inner -> add(inner, places));
        });
    }

    /// By name the first and the last line.
    static Json.Obj lines(Map<String, Node> places) {
        var lines = Json.Obj.builder();
        places.forEach((name, state) -> lines.put(name,
                Json.array(Json.of(state.positions().name().line()), Json.of(state.positions().end().line()))));
        return lines.build();
    }

    /// What a state says of itself, without the states inside it.
    static Json own(Node state) {
        var fields = Json.Obj.builder();
        for (var field : state.members()) {
            boolean inside = field.name().equals(BRANCHES) || Stream.of(PROCESSORS).anyMatch(field.name()::equals);
            if (!inside) fields.put(field.name(), field.json());
        }
        return fields.build();
    }
}
