package passo.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import passo.expression.Compiled;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// A JSONata expression that can be run: the one door of this package. May be shared between threads.
///
/// A bare reference, `$states.input.id`, is the most common expression and needs no library.
public final class Program {

    private final Jsonata expression;
    private final ExpressionText text;
    private final @Nullable Reference reference;

    private Program(String source, Jsonata expression, ExpressionText text) {
        this.expression = expression;
        this.text = text;
        this.reference = Reference.read(source);
    }

    /// What came of running an expression.
    public sealed interface Answer {

        record Value(Json json) implements Answer {}

        /// @param what the service's words behind "The JSONata expression … specified for the field …"
        record Failure(String what) implements Answer {}
    }

    /// @param source the text between `{%` and `%}`, without blanks around it
    /// @param states the members of `$states` that it can see
    public static Compiled<Program> compile(String source, Set<String> states) {
        try {
            Jsonata expression = Jsonata.jsonata(source);
            ExpressionText text = ExpressionText.read(source, states);
            if (text.syntaxProblem() != null) return bad("INVALID_JSONATA_EXPRESSION", text.syntaxProblem());
            if (text.problem() != null) return bad("UNSUPPORTED_JSONATA_EXPRESSION", text.problem());
            String written = text.forLibrary(source);
            if (!written.equals(source)) expression = Jsonata.jsonata(written);
            expression.setOutputConvertNulls(false);
            expression.setValidateInput(false);
            return new Compiled.Good<>(new Program(source, expression, text));
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

    private static Compiled<Program> bad(String code, String message) {
        return new Compiled.Bad<>(code, message, "");
    }

    /// @throws QueryError if the result is nested too deep
    public Answer run(Scope scope) {
        Json referred = reference == null ? null : reference.find(scope);
        return referred != null ? new Answer.Value(referred) : ask(scope);
    }

    private Answer ask(Scope scope) {
        try {
            Object result = new Evaluation(scope).run(expression, text.variables());
            return result == null ? new Answer.Failure("returned nothing (undefined).") : new Answer.Value(View.toJson(result));
        } catch (View.NoJson _) {
            return new Answer.Failure("returned an unsupported result type.");
        } catch (JException failed) {
            return new Answer.Failure("threw an error during evaluation" + JsonataError.told(failed, text.comparison()));
        } catch (QueryError failed) {
            throw failed;
        } catch (RuntimeException _) {
            // Some wrong expressions the library answers with an exception of Java's own; so does AWS.
            return new Answer.Failure("threw an internal error during evaluation.");
        }
    }

    /// The names behind a `$`, in the order of their first use: variables, functions, parameters and `states`.
    public Set<String> names() {
        return text.variables();
    }

    /// The members of `$states` that it asks for by name, such as `result`.
    public Set<String> statesMembers() {
        return text.members();
    }
}
