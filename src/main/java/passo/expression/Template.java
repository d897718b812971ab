package passo.expression;

import java.util.List;
import passo.json.Json;

/// A Payload Template: JSON in which some values are computed. In JSONPath those whose name ends in `.$`, in JSONata the
/// strings between `{%` and `%}`. Specification, "Payload Template".
public final class Template implements Expression {

    /// No field at all: the empty object.
    public static final Template NOTHING = new Template(Json.Obj.EMPTY);

    private final Json json;

    private Template(Json json) {
        this.json = json;
    }

    /// Compiles a template, and tells everything that is wrong with it.
    ///
    /// @param field the field's name as a JSONata error prints it, such as `Arguments` or `Catch[1]/Output`
    public static Result compile(Json json, QueryLanguage language, String field) {
        return new Result(new Template(json), List.of());
    }

    /// @param template usable exactly where nothing is wrong
    public record Result(Template template, List<Compiled.Bad<Template>> problems) {}

    @Override
    public Json evaluate(Scope scope) {
        return json;
    }

    @Override
    public String source() {
        return json.toString();
    }
}
