package passo.web.drawing;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import passo.asl.Definition;
import passo.diagram.LayoutCache;
import passo.diagram.Overlay;
import passo.diagram.Replay;
import passo.diagram.time.Axis;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.trace.Asked;
import passo.web.trace.Bench;
import passo.web.trace.Ran;

/// Draws the text as it stands, while one types and whenever a container is folded. The form of the run that is shown goes along,
/// and the number of the step that is looked at; without a step there is no run to show.
public final class DiagramHandler {

    private final LayoutCache diagrams;
    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    public DiagramHandler(LayoutCache diagrams, RateLimit rate, Capacity capacity, Pages pages) {
        this.diagrams = diagrams;
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    /// A text that is no machine has no drawing: 204, and the last one stays.
    public void handle(Context ctx) {
        Page page = pages.of(ctx);
        Asked asked = Asked.of(ctx);
        Definition definition = Definition.parse(Form.field(ctx, "text", 1 << 20), Form.of(ctx).type());
        if (!definition.isValid()) {
            ctx.status(HttpStatus.NO_CONTENT);
            return;
        }
        var canvas = new Canvas(diagrams, page, definition, asked.folded());
        pages.show(ctx, "drawn.jte", ran(ctx, page, asked).map(ran -> {
            var replay = Replay.of(canvas.diagram(), ran.trace());
            var playback = canvas.playback(replay, Axis.of(replay, ran.trace()));
            return canvas.with(Overlay.at(replay, ran.step(asked.step()).number()), playback, ran.definition());
        }).orElseGet(canvas::plain));
    }

    private Optional<Ran> ran(Context ctx, Page page, Asked asked) {
        if (asked.step().isEmpty()) return Optional.empty();
        rate.take(ctx);
        return new Bench(capacity.share(ctx), diagrams, page, "", Form.of(ctx)).ran(asked);
    }
}
