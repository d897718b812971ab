package passo.asl.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import passo.asl.Definition;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Fix;
import passo.asl.text.Node;
import passo.asl.text.Source;
import passo.json.Json;

/// The advice found so far. Belongs to one reading of one definition.
final class Findings {

    /// @param fixes what may be done about it, in the text if there is one; nobody has tried yet
    record Finding(Advice advice, Supplier<List<Fix>> fixes) {}

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Node> states = new HashMap<>();
    private final Source source;

    Findings(Definition definition) {
        this.source = definition.source();
        collect(definition.root());
    }

    private void collect(Node node) {
        node.get("States").ifPresent(inner -> inner.members().forEach(state -> states.put(state.name(), state)));
        if (!node.name().equals("Result")) node.children().forEach(this::collect);
    }

    Node state(String name) {
        return states.get(name);
    }

    /// The errors that Fail states throw.
    Set<String> thrown() {
        return states.values().stream().flatMap(state -> state.text("Error").stream()).collect(Collectors.toSet());
    }

    /// @param node what it is about: the place is marked in the text, or its name if it is long
    void add(Matter matter, Node node, String... arguments) {
        add(matter, node, List::of, arguments);
    }

    void add(Matter matter, Node node, Supplier<List<Fix>> fixes, String... arguments) {
        String key = matter.key();
        findings.add(new Finding(new Advice(matter.name(), node.location(), Phrase.of(key, arguments), Phrase.of(key + ".hint", arguments),
                Optional.empty(), source.start(node), source.end(node)), fixes));
    }

    /// All of it, in the order of the text.
    List<Finding> all() {
        return findings.stream().sorted(Comparator.comparingInt(finding -> finding.advice.at().offset())).toList();
    }

    // Ways out.

    /// Another value stands here.
    Fix write(Node node, Json value) {
        return new Fix(Phrase.of("fix.write", value.toString()), List.of(source.write(node, value)));
    }

    /// The member has another name and another text.
    Fix rename(Node member, String name, String text) {
        return new Fix(Phrase.of("fix.write", "\"" + name + "\": " + Json.of(text)), List.of(source.rename(member, name), source.write(member, Json.of(text))));
    }

    /// The result of a state is put beside its input, where nothing asks for what only the result has.
    List<Fix> keepInput(String state, Value result) {
        return Optional.ofNullable(states.get(state)).filter(node -> node.get("ResultPath").isEmpty() && !isAskedFor(result))
                .map(node -> insert(node, "$.result")).stream().toList();
    }

    /// Likewise the Error Output, where one catcher alone gives it.
    List<Fix> keepInputOnError(String state, Value error) {
        return Optional.ofNullable(states.get(state)).flatMap(node -> node.get("Catch")).map(Node::items)
                .filter(catchers -> catchers.size() == 1 && catchers.getFirst().get("ResultPath").isEmpty() && !isAskedFor(error))
                .map(catchers -> insert(catchers.getFirst(), "$.error")).stream().toList();
    }

    private Fix insert(Node object, String path) {
        return insert(object, "ResultPath", Json.of(path));
    }

    /// The object has one more member.
    Fix insert(Node object, String member, Json value) {
        return new Fix(Phrase.of("fix.insert", "\"" + member + "\": " + value), List.of(source.insert(object, member, value)));
    }

    private boolean isAskedFor(Value value) {
        return !(value instanceof Value.Members members)
                || members.named().keySet().stream().anyMatch(name -> source.text().contains("$." + name) || source.text().contains("$['" + name));
    }
}
