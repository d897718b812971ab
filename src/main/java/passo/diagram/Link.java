package passo.diagram;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passo.asl.State;
import passo.diagram.Diagram.Edge.Kind;

/// A way on from a state, before anything is laid out.
///
/// @param text what the edge says, whole; empty where there is only one way
record Link(String to, Kind kind, String text) {

    private record Way(String to, Kind kind) {}

    /// The ways on from a state, in the order of the definition. Rules with the same target are one way, and so are catchers.
    static List<Link> of(State state, Words words) {
        Map<Way, List<String>> ways = new LinkedHashMap<>();
        for (var link : all(state, words)) ways.computeIfAbsent(new Way(link.to, link.kind), _ -> new ArrayList<>()).add(link.text);
        return ways.entrySet().stream()
                .map(way -> new Link(way.getKey().to, way.getKey().kind, way.getValue().stream().distinct().collect(joining(", "))))
                .toList();
    }

    /// Does the branch end here, whatever happens?
    static boolean ends(State state) {
        return switch (state) {
            case State.Succeed _, State.Fail _ -> true;
            case State.Choice _ -> false;
            case State.Pass pass -> pass.next() instanceof State.Next.End;
            case State.Wait wait -> wait.next() instanceof State.Next.End;
            case State.Recoverable recoverable -> recoverable.next() instanceof State.Next.End;
        };
    }

    private static List<Link> all(State state, Words words) {
        return switch (state) {
            case State.Succeed _, State.Fail _ -> List.of();
            case State.Pass pass -> next(pass.next());
            case State.Wait wait -> next(wait.next());
            case State.Choice choice -> rules(choice, words);
            case State.Recoverable recoverable -> {
                var links = new ArrayList<>(next(recoverable.next()));
                for (var catcher : recoverable.catchers())
                    links.add(new Link(catcher.next(), Kind.CATCH, String.join(", ", catcher.errorEquals())));
                yield links;
            }
        };
    }

    private static List<Link> rules(State.Choice choice, Words words) {
        var links = new ArrayList<Link>();
        for (var rule : choice.choices()) links.add(new Link(rule.next(), Kind.RULE, Rules.text(rule.condition(), words)));
        choice.otherwise().ifPresent(state -> links.add(new Link(state, Kind.OTHERWISE, words.get("diagram.otherwise"))));
        return links;
    }

    private static List<Link> next(State.Next next) {
        return switch (next) {
            case State.Next.To(var state) -> List.of(new Link(state, Kind.NEXT, ""));
            case State.Next.End() -> List.of();
        };
    }
}
