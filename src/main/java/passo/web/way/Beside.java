package passo.web.way;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.web.parts.Form;

/// What another run is made from that a run is to be compared with: the fields of the form with the prefix `before-`. What is not
/// there is as in the run itself.
public record Beside(Optional<String> definition, Optional<String> input, Optional<String> world, Optional<String> type, Optional<String> decisions) {

    public static Optional<Beside> of(Context ctx) {
        var beside = new Beside(field(ctx, "definition", 1 << 20), field(ctx, "input", 256 << 10), field(ctx, "world", 6 << 20), field(ctx, "type", 10),
                field(ctx, "decisions", 2 << 20));
        boolean given = Stream.of(beside.definition, beside.input, beside.world, beside.type, beside.decisions).anyMatch(Optional::isPresent);
        return given ? Optional.of(beside) : Optional.empty();
    }

    private static Optional<String> field(Context ctx, String name, int most) {
        return ctx.formParam("before-" + name) == null ? Optional.empty() : Optional.of(Form.field(ctx, "before-" + name, most));
    }

    /// The form of the other run.
    public Form form(Form run) {
        return new Form(type.map(name -> name.equals("EXPRESS") ? Definition.Type.EXPRESS : Definition.Type.STANDARD).orElse(run.type()),
                definition.orElse(run.definition()), input.orElse(run.input()), world.orElse(run.world()));
    }
}
