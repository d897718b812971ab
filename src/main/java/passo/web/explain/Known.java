package passo.web.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.text.Node;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.choice.Choosing;
import passo.expression.Path;
import passo.expression.Scope;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// What an explanation is made from: the text of a definition and, where there is one, a visit of a state in a run of it.
///
/// @param visit of the state that is explained
record Known(Page page, Units units, Definition definition, Optional<Visit> visit) {

    private static final int LONGEST = 48;
    private static final int MOST_LISTED = 4;

    record Visit(Trace trace, Step step) {}

    static Known of(Page page, Definition definition, Optional<Visit> visit) {
        return new Known(page, new Units(page.language().locale()), definition, visit);
    }

    Sentence say(String key, Object... arguments) {
        return Sentence.of(page, key, arguments);
    }

    // Where things stand in the text.

    /// A state as it is written, at whatever depth.
    Optional<Node> written(String state) {
        return written(definition.root(), state);
    }

    private static Optional<Node> written(Node node, String state) {
        return node.get("States").flatMap(states -> states.get(state))
                .or(() -> node.children().stream().filter(Node::isContainer).map(child -> written(child, state)).flatMap(Optional::stream).findFirst());
    }

    // What the visit saw.

    Optional<Scope> entered() {
        return visit.map(seen -> Choosing.seen(seen.trace, seen.step).on(seen.step.input()));
    }

    /// After `InputPath`.
    Optional<Scope> effective() {
        return visit.map(seen -> Choosing.seen(seen.trace, seen.step));
    }

    /// Where the result is known, as `ResultSelector`, `Assign` and `Output` see it.
    Optional<Scope> afterWork(State state) {
        return visit.flatMap(seen -> stage("Result").map(result -> {
            Scope scope = Choosing.seen(seen.trace, seen.step);
            return switch (state.common().language()) {
                case JSONPATH -> scope.on(result);
                case JSONATA -> scope.withResult(result);
            };
        }));
    }

    Optional<Json> stage(String field) {
        return visit.flatMap(seen -> seen.step.stages().stream().filter(stage -> stage.field().equals(field)).map(Step.Stage::value).findFirst());
    }

    String clock(Instant instant) {
        return units.clock(Duration.between(visit.orElseThrow().trace.start().at(), instant));
    }

    // Parts of sentences.

    Sentence.Part chip(String state) {
        return new Sentence.Part.Chip(state, Kind.of(definition.machine().flatMap(machine -> machine.find(state)).map(State::type).orElse("Task")));
    }

    /// A place as a state's language writes it.
    static String place(State state, Path place) {
        return switch (state.common().language()) {
            case JSONPATH -> place.source();
            case JSONATA -> switch (place.root()) {
                case DATA -> "$states.input" + place.source().substring("$".length());
                case CONTEXT -> "$states.context" + place.source().substring("$$".length());
                case VARIABLE -> place.source();
            };
        };
    }

    static Sentence.Part code(String text) {
        return new Sentence.Part.Code(text);
    }

    /// A value in a few words: a list of plain values one by one, anything larger cut short.
    Sentence value(Json value) {
        if (!(value instanceof Json.Arr arr) || arr.depth() > 1 || arr.size() < 2) return new Sentence(List.of(code(shortened(value.toString()))));
        List<Sentence> items = arr.items().stream().limit(MOST_LISTED).map(item -> new Sentence(List.of(code(shortened(item.toString()))))).toList();
        return say(arr.size() > MOST_LISTED ? "explained.values.more" : "explained.values", arr.size(), list(items, "explained.and"));
    }

    /// `a`, `a and b`, `a, b and c`.
    ///
    /// @param last the key of what stands before the last
    Sentence list(List<?> items, String last) {
        if (items.size() == 1) return say("explained.one", items.getFirst());
        var rest = new ArrayList<Sentence.Part>();
        for (Object item : items.subList(0, items.size() - 1)) {
            if (!rest.isEmpty()) rest.add(new Sentence.Part.Text(", "));
            rest.addAll(say("explained.one", item).parts());
        }
        return say(last, new Sentence(rest), items.getLast());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
