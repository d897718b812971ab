package passo.expression;

import com.dashjoin.jsonata.JException;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// A JSONata expression, `{% … %}`. AWS, "Transforming data with JSONata in Step Functions".
///
/// The library evaluates; what AWS adds, forbids or limits stands in `JsonataText`, `JsonataFunctions` and
/// `JsonataEvaluation`. A bare reference, `$states.input.id`, is the most common expression and needs no library.
public final class Jsonata implements Expression {

    /// All members that `$states` can have.
    public static final Set<String> STATES = Set.of("input", "context", "result", "errorOutput");

    private final String source;
    private final String field;
    private final com.dashjoin.jsonata.Jsonata expression;
    private final JsonataText text;
    private final @Nullable JsonataReference reference;

    private Jsonata(String source, String field, com.dashjoin.jsonata.Jsonata expression, JsonataText text) {
        this.source = source;
        this.field = field;
        this.expression = expression;
        this.text = text;
        this.reference = JsonataReference.read(source);
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
            return bad("SCHEMA_VALIDATION_FAILED", "JSONata string must start with {% and end with %}");
        }
        return compile(text.substring(2, text.length() - 2), field, states);
    }

    /// Compiles the text between `{%` and `%}`.
    ///
    /// @param field as an error prints it, such as `Arguments/a[0]`
    /// @param states the members of `$states` that the field can see
    public static Compiled<Jsonata> compile(String source, String field, Set<String> states) {
        String stripped = source.strip();
        try {
            var expression = com.dashjoin.jsonata.Jsonata.jsonata(stripped);
            JsonataText text = JsonataText.read(stripped, states);
            if (text.syntaxProblem() != null) return bad("INVALID_JSONATA_EXPRESSION", text.syntaxProblem());
            if (text.problem() != null) return bad("UNSUPPORTED_JSONATA_EXPRESSION", text.problem());
            String written = text.forLibrary(stripped);
            if (!written.equals(stripped)) expression = com.dashjoin.jsonata.Jsonata.jsonata(written);
            expression.setOutputConvertNulls(false);
            expression.setValidateInput(false);
            return new Compiled.Good<>(new Jsonata(stripped, field, expression, text));
        } catch (JException broken) {
            return bad("INVALID_JSONATA_EXPRESSION", JsonataError.words(broken));
        } catch (StackOverflowError _) {
            return bad("INVALID_JSONATA_EXPRESSION", "The expression is nested too deep");
        } catch (PatternSyntaxException broken) {
            return bad("INVALID_JSONATA_EXPRESSION", "Invalid regular expression: " + broken.getDescription());
        } catch (RuntimeException broken) {
            // The library's parser runs over the end of some broken texts, with an exception of Java's own.
            boolean isMeant = broken.getClass() == RuntimeException.class && broken.getMessage() != null;
            return bad("INVALID_JSONATA_EXPRESSION", isMeant ? broken.getMessage() : "Unexpected end of expression");
        }
    }

    private static Compiled<Jsonata> bad(String code, String message) {
        return new Compiled.Bad<>(code, message, "");
    }

    @Override
    public Json evaluate(Scope scope) {
        Json referred = reference == null ? null : reference.find(scope);
        return referred != null ? referred : ask(scope);
    }

    private Json ask(Scope scope) {
        try {
            Object result = new JsonataEvaluation(scope).run(expression, text.variables());
            if (result == null) throw failure("returned nothing (undefined).");
            return JsonataView.toJson(result);
        } catch (JsonataView.NoJson _) {
            throw failure("returned an unsupported result type.");
        } catch (JException failed) {
            throw failure("threw an error during evaluation" + JsonataError.told(failed, text.comparison()));
        } catch (QueryError failed) {
            throw failed;
        } catch (RuntimeException _) {
            // Some wrong expressions the library answers with an exception of Java's own; so does AWS.
            throw failure("threw an internal error during evaluation.");
        }
    }

    private QueryError failure(String what) {
        return new QueryError("States.QueryEvaluationError",
                "The JSONata expression '" + source + "' specified for the field '" + field + "' " + what, field);
    }

    /// The names behind a `$`, in the order of their first use: variables, functions, parameters and `states`.
    public Set<String> names() {
        return text.variables();
    }

    /// The members of `$states` that it asks for by name, such as `result`.
    public Set<String> statesMembers() {
        return text.members();
    }

    @Override
    public String source() {
        return source;
    }
}
