package passo.web.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.text.Node;
import passo.json.Json;

/// Where the states of a definition stand in its text.
public final class Places {

    private static final String[] PROCESSORS = {"ItemProcessor", "Iterator"};
    private static final String BRANCHES = "Branches";

    private final SequencedMap<String, Node> states = new LinkedHashMap<>();

    public Places(Definition definition) {
        add(definition.root());
    }

    private void add(Node machine) {
        machine.get("States").stream().flatMap(all -> all.members().stream()).forEach(state -> {
            states.put(state.name(), state);
            Stream.concat(state.get(BRANCHES).stream().flatMap(branches -> branches.items().stream()),
                    Stream.of(PROCESSORS).flatMap(field -> state.get(field).stream())).forEach(this::add);
        });
    }

    /// What each state says of itself, without the states inside it, by name: a state after the one around it.
    public Map<String, Json> own() {
        Map<String, Json> own = new LinkedHashMap<>();
        states.forEach((name, state) -> own.put(name, own(state)));
        return own;
    }

    private static Json own(Node state) {
        var fields = Json.Obj.builder();
        for (var field : state.members()) {
            boolean inside = field.name().equals(BRANCHES) || Stream.of(PROCESSORS).anyMatch(field.name()::equals);
            if (!inside) fields.put(field.name(), field.json());
        }
        return fields.build();
    }

    /// The first and the last line of each state, by name.
    public Json.Obj lines() {
        var lines = Json.Obj.builder();
        states.forEach((name, state) -> lines.put(name,
                Json.array(Json.of(state.positions().name().line()), Json.of(state.positions().end().line()))));
        return lines.build();
    }

    /// The line on which a state's own fields end that say what it does: where `ResultPath` would be written; 0 where unknown.
    public int afterWork(String state) {
        return find(state).flatMap(found -> Stream.of("ResultPath", "ResultSelector", "Parameters", "Resource")
                .flatMap(field -> found.get(field).stream()).findFirst()).map(field -> field.positions().end().line()).orElse(0);
    }

    /// The line on which a field of a state stands; nothing where the state does not write it.
    public OptionalInt field(String state, String field) {
        return find(state).flatMap(found -> found.get(field)).map(found -> OptionalInt.of(found.positions().name().line())).orElse(OptionalInt.empty());
    }

    /// Does a place of the text, counted in characters, belong to a state?
    public boolean isIn(String state, int offset) {
        return find(state).map(Node::positions).filter(place -> place.start().offset() <= offset && offset <= place.end().offset()).isPresent();
    }

    /// The line on which a state begins; 0 where unknown.
    public int line(String state) {
        return find(state).map(found -> found.positions().name().line()).orElse(0);
    }

    /// The line on which a state asks for a path; 0 where unknown.
    public int mention(String state, String path) {
        return find(state).flatMap(found -> mention(found, path)).map(found -> found.positions().start().line()).orElse(0);
    }

    private static Optional<Node> mention(Node node, String path) {
        if (node.text().filter(text -> text.contains(path)).isPresent()) return Optional.of(node);
        return node.children().stream().flatMap(child -> mention(child, path).stream()).findFirst();
    }

    private Optional<Node> find(String state) {
        return Optional.ofNullable(states.get(state));
    }
}
