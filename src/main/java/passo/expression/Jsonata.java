package passo.expression;

import java.util.List;
import java.util.Set;
import passo.expression.jsonata.Mention;
import passo.expression.jsonata.Program;
import passo.json.Json;

/// A JSONata expression, `{% … %}`. AWS, "Transforming data with JSONata in Step Functions".
public final class Jsonata implements Expression {

    /// All members that `$states` can have.
    public static final Set<String> STATES = Set.of("input", "context", "result", "errorOutput");

    private final String source;
    private final String field;
    private final Program program;

    private Jsonata(String source, String field, Program program) {
        this.source = source;
        this.field = field;
        this.program = program;
    }

    /// Does a string claim to be an expression: does it begin with `{%` or end with `%}`?
    public static boolean isDelimited(String text) {
        return text.startsWith("{%") || text.endsWith("%}");
    }

    /// Compiles a string such as `{% $states.input.id %}`.
    ///
    /// @param field as an error prints it, such as `Arguments/a[0]`
    /// @param states the members of `$states` that the field can see
    public static Compiled<Jsonata> compileDelimited(String text, String field, Set<String> states) {
        if (text.length() < 4 || !text.startsWith("{%") || !text.endsWith("%}")) {
            return new Compiled.Bad<>("SCHEMA_VALIDATION_FAILED", "JSONata string must start with {% and end with %}", "");
        }
        return compile(text.substring(2, text.length() - 2), field, states);
    }

    /// Compiles the text between `{%` and `%}`.
    ///
    /// @param field as an error prints it, such as `Arguments/a[0]`
    /// @param states the members of `$states` that the field can see
    public static Compiled<Jsonata> compile(String source, String field, Set<String> states) {
        String stripped = source.strip();
        return switch (Program.compile(stripped, states)) {
            case Compiled.Good<Program>(var program) -> new Compiled.Good<>(new Jsonata(stripped, field, program));
            case Compiled.Bad<Program>(var code, var message, var place) -> new Compiled.Bad<>(code, message, place);
        };
    }

    @Override
    public Json evaluate(Scope scope) {
        return switch (program.run(scope)) {
            case Program.Answer.Value(var json) -> json;
            case Program.Answer.Failure(var what) -> throw new QueryError("States.QueryEvaluationError",
                    "The JSONata expression '" + source + "' specified for the field '" + field + "' " + what, field);
        };
    }

    /// The names behind a `$`, in the order of their first use: variables, functions, parameters and `states`.
    public Set<String> names() {
        return program.names();
    }

    /// The members of `$states` that it asks for by name, such as `result`.
    public Set<String> statesMembers() {
        return program.statesMembers();
    }

    /// The places that its text names, in their order.
    public List<Mention> mentions() {
        return Mention.in(source);
    }

    @Override
    public String source() {
        return source;
    }
}
