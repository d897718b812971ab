package passo.web.parts;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.util.Optional;
import passo.asl.Definition;

/// What the learner has written: everything that a run is made from, as text.
public record Form(Definition.Type type, String definition, String input, String world) {

    public static Form of(Context ctx) {
        return new Form("EXPRESS".equals(ctx.formParam("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD,
                field(ctx, "definition", 1 << 20), field(ctx, "input", 256 << 10), field(ctx, "world", 6 << 20));
    }

    /// One field of what was sent; empty where it is missing. A browser sends every line end as two characters.
    public static String field(Context ctx, String name, int mostCharacters) {
        String text = Optional.ofNullable(ctx.formParam(name)).orElse("").replace("\r\n", "\n");
        if (text.length() > mostCharacters) throw new ContentTooLargeResponse("The field " + name + " is too long");
        return text;
    }
}
