package passo.web.drawing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.diagram.Diagram;
import passo.diagram.Drawing;
import passo.diagram.Folding;
import passo.diagram.Layout;
import passo.diagram.LayoutCache;
import passo.diagram.Outline;
import passo.diagram.Overlay;
import passo.diagram.Playback;
import passo.diagram.Replay;
import passo.diagram.Words;
import passo.diagram.time.Axis;
import passo.expression.Digest;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.Page;
import passo.web.parts.Places;
import passo.web.parts.Units;

/// Draws a definition in the words of a page. Made for one view, then dropped.
public final class Canvas {

    private final Page page;
    private final Words words;
    private final Definition definition;
    private final Optional<StateMachine> machine;
    private final Set<String> folded;
    private final Optional<Diagram> diagram;

    /// @param folded the names of the containers that are folded, as JSON; empty where nobody has said yet
    public Canvas(LayoutCache diagrams, Page page, Definition definition, String folded) {
        this.page = page;
        this.words = page.messages()::get;
        this.definition = definition;
        this.machine = definition.machine();
        this.folded = machine.map(of -> folded(folded).orElseGet(() -> Folding.atFirst(of))).orElse(Set.of());
        this.diagram = machine.flatMap(of -> diagrams.get(Digest.hex(String.join("\n", page.language().tag(), names(), definition.source().text()), "SHA-256"),
                () -> Layout.of(of, words, this.folded)));
    }

    private static Optional<Set<String>> folded(String names) {
        return JsonText.read(names) instanceof JsonText.Reading.Value(Json.Arr list, _)
                ? Optional.of(list.items().stream().filter(Json.Str.class::isInstance).map(name -> ((Json.Str) name).value()).collect(toUnmodifiableSet()))
                : Optional.empty();
    }

    private String names() {
        return new Json.Arr(folded.stream().sorted().<Json>map(Json::of).toList()).toString();
    }

    /// Where everything stands; blank where nothing is drawn.
    public Diagram diagram() {
        return diagram.orElse(Diagram.BLANK);
    }

    /// Without a run.
    public CanvasView plain() {
        return plain(false);
    }

    private CanvasView plain(boolean newer) {
        return view(diagram.map(plan -> Drawing.of(plan, page.text("run.diagram"), words)), machine.map(of -> Outline.of(of, words)), "", newer);
    }

    /// With a run on it.
    ///
    /// @param playback the same at every instant
    public CanvasView with(Overlay overlay, Playback playback) {
        return with(overlay, playback, false);
    }

    /// How this drawing looks at every instant of a run.
    public Playback playback(Replay replay, Axis axis) {
        return Playback.of(diagram(), replay, axis.moments(), words, new Units(page.language().locale())::duration);
    }

    /// With a run of an earlier text on it: the run is shown where the text is still the same.
    public CanvasView with(Overlay overlay, Playback playback, Definition earlier) {
        Map<String, Json> before = new Places(earlier).own();
        Set<String> same = new Places(definition).own().entrySet().stream()
                .filter(state -> state.getValue().equals(before.get(state.getKey()))).map(Map.Entry::getKey).collect(toUnmodifiableSet());
        IntPredicate leaves = edge -> same.contains(diagram().edges().get(edge).from());
        boolean newer = !definition.root().json().equals(earlier.root().json());
        Map<String, Overlay.State> states = only(overlay.states(), same::contains);
        if (states.isEmpty()) return plain(newer);
        return with(new Overlay(states, only(overlay.items(), same::contains), only(overlay.taken(), leaves::test),
                only(overlay.all(), leaves::test), overlay.step(), overlay.here().filter(same::contains)),
                playback.only(same::contains, leaves), newer);
    }

    private static <K, V> Map<K, V> only(Map<K, V> all, Predicate<K> wanted) {
        return all.entrySet().stream().filter(entry -> wanted.test(entry.getKey())).collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private CanvasView with(Overlay overlay, Playback playback, boolean newer) {
        var units = new Units(page.language().locale());
        return view(diagram.map(plan -> Drawing.of(plan, overlay, page.text("run.diagram"), words, units::duration)),
                machine.map(of -> Outline.of(of, overlay, words)), PlaybackJson.of(playback), newer);
    }

    private CanvasView view(Optional<Drawing> drawing, Optional<Outline> outline, String playback, boolean newer) {
        return new CanvasView(drawing, outline, new Places(definition).lines().toString(), names(), playback, newer);
    }
}
