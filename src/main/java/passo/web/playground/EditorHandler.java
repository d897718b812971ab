package passo.web.playground;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.Completion;
import passo.asl.Definition;
import passo.json.Json;
import passo.web.Page;
import passo.web.Pages;

/// Answers the editor while one types: what is wrong with the text, and what may be written at the cursor. The question is a
/// form with `text`, the answer a list in JSON with the places counted in characters.
public final class EditorHandler {

    private final Pages pages;

    public EditorHandler(Pages pages) {
        this.pages = pages;
    }

    /// @implNote `where` is `definition`, `input` or `world`
    public void problems(Context ctx) {
        var texts = new Texts(pages.of(ctx));
        String text = field(ctx, "text");
        switch (field(ctx, "where")) {
            case "definition" -> texts.definition(text, "EXPRESS".equals(ctx.formParam("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD);
            case "world" -> texts.world(text);
            default -> texts.input(text);
        }
        answer(ctx, texts.problems(), problem -> Json.Obj.builder()
                .put("from", Json.of(problem.from())).put("to", Json.of(problem.to()))
                .put("severity", Json.of(problem.status().equals("fail") ? "error" : "warning"))
                .put("message", Json.of((problem.message() + " " + problem.hint()).strip())).build());
    }

    public void completions(Context ctx) {
        Page page = pages.of(ctx);
        String text = field(ctx, "text");
        int cursor = Optional.ofNullable(ctx.formParam("cursor")).filter(number -> number.matches("\\d{1,8}")).map(Integer::parseInt).orElse(0);
        answer(ctx, Completion.at(text, cursor), completion -> Json.Obj.builder()
                .put("label", Json.of(completion.label())).put("apply", Json.of(completion.insert()))
                .put("type", Json.of(completion.kind().name().toLowerCase(java.util.Locale.ROOT)))
                .put("detail", Json.of(page.messages().has(completion.detail()) ? page.text(completion.detail()) : ""))
                .put("from", Json.of(completion.from())).put("to", Json.of(completion.to())).build());
    }

    private static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("").replace("\r\n", "\n");
    }

    private static <T> void answer(Context ctx, List<T> items, Function<T, Json> asJson) {
        ctx.contentType("application/json").result(new Json.Arr(items.stream().map(asJson).toList()).toString());
    }
}
