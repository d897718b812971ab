package passo.web.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.StateMachine;
import passo.asl.text.Node;
import passo.engine.Step;
import passo.engine.Trace;
import passo.web.parts.Sentence;

/// What is said of a place in the text: of the field that stands there, else of the state.
///
/// @param node that it is said of
/// @param title the field's name
record Pointed(Node node, String title, List<Sentence> said) {

    /// @param known without a visit: the state's last in the run is taken
    static Optional<Pointed> at(Known known, Optional<Trace> trace, int offset) {
        Optional<StateMachine> machine = known.definition().machine();
        if (machine.isEmpty()) return Optional.empty();
        return state(known.definition().root(), offset).flatMap(written -> machine.get().find(written.name()).flatMap(state -> {
            var seen = new Known(known.page(), known.units(), known.definition(), trace.flatMap(run -> visit(run, state.name())));
            return error(seen, written, offset).or(() -> Explainer.lines(seen, state).stream().filter(line -> line.covers(offset))
                    .min(Comparator.comparingInt(Line::length)).map(line -> new Pointed(line.node(), line.field(), all(line))));
        }));
    }

    private static Optional<Known.Visit> visit(Trace trace, String state) {
        return trace.steps().reversed().stream().filter(step -> step.state().equals(state)).findFirst().map((Step step) -> new Known.Visit(trace, step));
    }

    private static List<Sentence> all(Line line) {
        return Stream.concat(line.said().stream(), line.run().stream()).toList();
    }

    /// The innermost state that is written around the place.
    private static Optional<Node> state(Node node, int offset) {
        for (Node child : node.children()) {
            if (!covers(child, offset)) continue;
            Optional<Node> inner = state(child, offset);
            return inner.isPresent() || !node.name().equals("States") ? inner : Optional.of(child);
        }
        return Optional.empty();
    }

    /// An error's name in `ErrorEquals`.
    private static Optional<Pointed> error(Known known, Node written, int offset) {
        var rules = new ArrayList<Node>();
        Stream.of("Retry", "Catch").forEach(field -> written.get(field).ifPresent(node -> rules.addAll(node.items())));
        var words = new ErrorWords(known);
        return rules.stream().flatMap(rule -> rule.get("ErrorEquals").stream()).flatMap(names -> names.items().stream()).filter(name -> covers(name, offset))
                .findFirst().flatMap(name -> name.text().map(error -> new Pointed(name, error, List.of(words.meaning(error), words.recovery(error)))));
    }

    private static boolean covers(Node node, int offset) {
        return node.positions().name().offset() <= offset && offset <= node.positions().end().offset();
    }
}
