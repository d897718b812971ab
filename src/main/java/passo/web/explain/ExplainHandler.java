package passo.web.explain;

import io.javalin.http.Context;
import java.util.Optional;
import passo.asl.Definition;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Sentence;
import passo.web.trace.Asked;
import passo.web.trace.Looking;
import passo.web.trace.Ran;

/// Explains what stands at a place of the text that is being written (`text`, `cursor`), with the data of the run that goes along where
/// that is of the same text. The answer is JSON: the place, a title, and sentences in pieces of which some are code.
public final class ExplainHandler {

    private final Looking looking;

    public ExplainHandler(Looking looking) {
        this.looking = looking;
    }

    public void handle(Context ctx) {
        Page page = looking.page(ctx);
        Form form = Form.of(ctx);
        String text = Form.field(ctx, "text", 1 << 20);
        String cursor = Form.field(ctx, "cursor", 8);
        Optional<Trace> trace = text.equals(form.definition())
                ? looking.ran(ctx, Asked.of(ctx)).map(Ran::trace) : Optional.empty();
        var known = Known.of(page, Definition.parse(text, form.type()), Optional.empty());
        Json answer = Pointed.at(known, trace, cursor.matches("\\d+") ? Integer.parseInt(cursor) : 0).map(ExplainHandler::json).orElse(Json.Obj.EMPTY);
        ctx.contentType("application/json").result(answer.toString());
    }

    private static Json.Obj json(Pointed pointed) {
        return Json.Obj.builder().put("from", pointed.node().positions().name().offset()).put("to", pointed.node().positions().end().offset())
                .put("title", pointed.title()).put("said", new Json.Arr(pointed.said().stream().map(ExplainHandler::json).toList())).build();
    }

    private static Json.Arr json(Sentence sentence) {
        return new Json.Arr(sentence.parts().stream().map(part -> switch (part) {
            case Sentence.Part.Text(var words) -> piece(words, false);
            case Sentence.Part.Strong(var words) -> piece(words, false);
            case Sentence.Part.Code(var code) -> piece(code, true);
            case Sentence.Part.Chip(var state, _) -> piece(state, true);
        }).toList());
    }

    private static Json.Obj piece(String text, boolean code) {
        return Json.Obj.of("text", Json.of(text), "code", Json.of(code));
    }
}
