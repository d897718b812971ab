package passo.web.editor;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.Definition;
import passo.asl.editing.Completion;
import passo.asl.editing.Rename;
import passo.asl.editing.Sample;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.parts.Kind;
import passo.web.parts.ProblemView;
import passo.web.parts.Texts;

/// Answers the editor while one types: what is wrong with the text, and what may be written at the cursor. The question is a
/// form with `text`, the answer a list in JSON with the places counted in characters.
public final class EditorHandler {

    private final Pages pages;
    private final RateLimit rate;
    private final Capacity capacity;
    private final Samples samples = new Samples();

    public EditorHandler(RateLimit rate, Capacity capacity, Pages pages) {
        this.pages = pages;
        this.rate = rate;
        this.capacity = capacity;
    }

    /// @implNote `where` is `definition`, `input` or `world`
    public void problems(Context ctx) {
        var texts = new Texts(pages.of(ctx));
        String text = field(ctx, "text");
        switch (field(ctx, "where")) {
            case "definition" -> texts.definition(text, type(ctx));
            case "world" -> texts.world(text);
            default -> texts.input(text);
        }
        answer(ctx, texts.problems(), EditorHandler::json);
    }

    private static Json json(ProblemView problem) {
        var json = Json.Obj.builder().put("from", problem.from()).put("to", problem.to()).put("status", problem.status())
                .put("message", problem.message()).put("hint", problem.hint()).put("code", problem.code()).put("aws", problem.aws())
                .put("differs", problem.differs());
        problem.fix().ifPresent(fix -> json.put("fix", fix.label()).put("edits", fix.edits()));
        return json.build();
    }

    /// The same value in the notation that is asked for, else in its own; nothing where it cannot be read.
    public void rewrite(Context ctx) {
        String text = field(ctx, "text");
        Notation written = Notation.of(text);
        Notation wanted = switch (field(ctx, "notation")) {
            case "json" -> Notation.JSON;
            case "yaml" -> Notation.YAML;
            default -> written;
        };
        answer(ctx, written.read(text) instanceof JsonText.Reading.Value(var json, var positions)
                ? Json.Obj.of("text", Json.of(wanted.write(json)), "comments", Json.of(written == Notation.YAML ? Notation.comments(text, positions) : 0))
                : Json.Obj.EMPTY);
    }

    /// Without a name, which state the cursor is at; with one, the edits that give it to the state, or why it cannot be had.
    public void rename(Context ctx) {
        Page page = pages.of(ctx);
        Definition definition = Definition.parse(field(ctx, "text"), Definition.Type.STANDARD);
        Optional<Rename> rename = Rename.at(definition, cursor(ctx));
        String name = field(ctx, "name");
        if (rename.isEmpty()) answer(ctx, Json.Obj.of("refused", Json.of(page.text("rename.nowhere"))));
        else if (ctx.formParam("name") == null) answer(ctx, Json.Obj.of("state", Json.of(rename.get().state())));
        else answer(ctx, switch (rename.get().to(name, definition)) {
            case Rename.Answer.Done(var fix) -> Json.Obj.of("edits", new ProblemView.FixView("", fix).edits());
            case Rename.Answer.Refused(var why) -> Json.Obj.of("refused", Json.of(page.text(why.key(), why.arguments().toArray())));
        });
    }

    public void completions(Context ctx) {
        Page page = pages.of(ctx);
        String text = field(ctx, "text");
        answer(ctx, Completion.at(text, cursor(ctx), samples(ctx)), completion -> Json.Obj.builder()
                .put("label", Json.of(completion.label())).put("apply", Json.of(completion.insert()))
                .put("type", Json.of(completion.kind().name().toLowerCase(java.util.Locale.ROOT)))
                .put("detail", Json.of(completion.kind() == Completion.Kind.DATA ? completion.detail()
                        : page.messages().has(completion.detail()) ? page.text(completion.detail()) : ""))
                .put("from", Json.of(completion.from())).put("to", Json.of(completion.to())).build());
    }

    /// Of the run that goes along with the question.
    private Map<String, Sample> samples(Context ctx) {
        var form = new Form(type(ctx), field(ctx, "definition"), field(ctx, "input"), field(ctx, "world"));
        return form.definition().isEmpty() ? Map.of() : samples.of(form, pages.of(ctx), () -> {
            rate.take(ctx);
            return capacity.share(ctx);
        });
    }

    private static Definition.Type type(Context ctx) {
        return "EXPRESS".equals(ctx.formParam("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
    }

    private static int cursor(Context ctx) {
        return Optional.ofNullable(ctx.formParam("cursor")).filter(number -> number.matches("\\d{1,8}")).map(Integer::parseInt).orElse(0);
    }

    private static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("").replace("\r\n", "\n");
    }

    private static <T> void answer(Context ctx, List<T> items, Function<T, Json> asJson) {
        answer(ctx, new Json.Arr(items.stream().map(asJson).toList()));
    }

    private static void answer(Context ctx, Json json) {
        ctx.contentType("application/json").result(json.toString());
    }
}
