package passo.web.drawing;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import passo.asl.Definition;
import passo.diagram.Overlay;
import passo.diagram.Replay;
import passo.diagram.time.Axis;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.trace.Asked;
import passo.web.trace.Looking;
import passo.web.trace.Ran;

/// Draws the text as it stands, while one types and whenever a container is folded. The form of the run that is shown goes along,
/// and the number of the step that is looked at; without a step there is no run to show.
public final class DiagramHandler {

    private final Looking looking;

    public DiagramHandler(Looking looking) {
        this.looking = looking;
    }

    /// A text that is no machine has no drawing: 204, and the last one stays.
    public void handle(Context ctx) {
        Page page = looking.page(ctx);
        Asked asked = Asked.of(ctx);
        Definition definition = Definition.parse(Form.field(ctx, "text", 1 << 20), Form.of(ctx).type());
        if (!definition.isValid()) {
            ctx.status(HttpStatus.NO_CONTENT);
            return;
        }
        var canvas = new Canvas(looking.diagrams(), page, definition, asked.folded());
        looking.pages().show(ctx, "drawn.jte", ran(ctx, asked).map(ran -> {
            var replay = Replay.of(canvas.diagram(), ran.trace());
            var playback = canvas.playback(replay, Axis.of(replay, ran.trace()));
            return canvas.with(Overlay.at(replay, ran.step(asked.step()).number()), playback, ran.definition());
        }).orElseGet(canvas::plain));
    }

    private Optional<Ran> ran(Context ctx, Asked asked) {
        return asked.step().isEmpty() ? Optional.empty() : looking.ran(ctx, asked);
    }
}
