package passo.web.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.diagram.Drawing.Box;
import passo.diagram.LayoutCache;
import passo.diagram.Overlay;
import passo.diagram.Playback;
import passo.diagram.Status;
import passo.web.Language;
import passo.web.Messages;
import passo.web.Page;

class CanvasTest {

    private static final Page PAGE = new Page(Language.ENGLISH, Messages.in(Language.ENGLISH), "/");
    private static final String TEXT = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "B"},
              "B": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "C", "States": {
                "C": {"Type": "Pass", "End": true}}}}}}""";

    /// Edge 1 leads from A to B.
    private static final Playback NOT_PLAYED = new Playback(List.of(), Map.of(), Map.of(), Map.of());
    private static final Overlay RUN = new Overlay(Map.of("A", ok(1), "B", ok(2), "C", ok(3)), Map.of(), Map.of(1, 1), Map.of(1, 1), Optional.of(1), Optional.of("A"));

    private static Overlay.State ok(int step) {
        return new Overlay.State(Status.OK, false, 1, 1, step, step, Duration.ZERO);
    }

    private static Definition definition(String text) {
        return Definition.parse(text, Definition.Type.STANDARD);
    }

    private static Canvas canvas(String text, String folded) {
        return new Canvas(new LayoutCache(1, System::nanoTime), PAGE, definition(text), folded);
    }

    private static List<String> done(CanvasView view) {
        var drawing = view.drawing().orElseThrow();
        return Stream.concat(drawing.containers().stream(), drawing.leaves().stream())
                .filter(box -> box.status().equals("ok")).map(Box::state).sorted().toList();
    }

    @Test void everyStateHasItsLines() {
        assertThat(canvas(TEXT, "").plain().places()).isEqualTo("{\"A\":[2,2],\"B\":[3,4],\"C\":[4,4]}");
    }

    @Test void aRunIsShownWhereTheTextIsStillWhatRan() {
        CanvasView view = canvas(TEXT.replace("\"Pass\", \"Next\"", "\"Pass\", \"Comment\": \"new\", \"Next\""), "").with(RUN, NOT_PLAYED, definition(TEXT));

        assertThat(done(view)).containsExactly("B", "C");
        assertThat(view.newer()).isTrue();
        assertThat(view.drawing().orElseThrow().lines()).noneMatch(line -> line.edge() == 1 && line.css().contains(" taken"));
    }

    @Test void aContainerIsTheSameThoughWhatIsInsideIsNot() {
        CanvasView view = canvas(TEXT.replace("\"Pass\", \"End\"", "\"Pass\", \"Comment\": \"new\", \"End\""), "").with(RUN, NOT_PLAYED, definition(TEXT));

        assertThat(done(view)).containsExactly("A", "B");
    }

    @Test void anotherNotationIsNoOtherText() {
        CanvasView view = canvas(TEXT.replace("\n", "\n\n"), "").with(RUN, NOT_PLAYED, definition(TEXT));

        assertThat(done(view)).containsExactly("A", "B", "C");
        assertThat(view.newer()).isFalse();
    }

    @Test void aRunOfAnotherMachineIsNotShown() {
        CanvasView view = canvas("{\"StartAt\": \"X\", \"States\": {\"X\": {\"Type\": \"Succeed\"}}}", "").with(RUN, NOT_PLAYED, definition(TEXT));

        assertThat(view.drawing().orElseThrow().ran()).isFalse();
        assertThat(view.newer()).isTrue();
    }

    @Test void whatIsFoldedIsSaidBack() {
        CanvasView view = canvas(TEXT, "[\"B\"]").plain();

        assertThat(view.folded()).isEqualTo("[\"B\"]");
        assertThat(view.drawing().orElseThrow().leaves()).extracting(Box::state).containsExactly("A", "B");
        assertThat(canvas(TEXT, "no list").plain().folded()).isEqualTo("[]");
    }
}
