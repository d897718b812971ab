package passo.expression.jsonata;

import com.dashjoin.jsonata.JException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error of JSONata in the words of JSONata 2.0.6, which are AWS's: the library's catalogue has others, such as `Object` for
/// `function`, and fills them otherwise.
final class JsonataError extends JException {

    private static final Map<Character, String> ITEMS = Map.of('a', "arrays", 'b', "booleans", 'f', "functions", 'n', "numbers", 'o', "objects", 's', "strings");
    private static final String FIRST = "\u0001";
    private static final String SECOND = "\u0002";

    private final String message;

    private JsonataError(String code, String message) {
        super(code);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// An error whose words name no value.
    static JsonataError of(String code) {
        return new JsonataError(code, words(code, null, null));
    }

    static JsonataError of(String code, @Nullable Object value) {
        return new JsonataError(code, words(code, value, null));
    }

    /// An error of the service's own functions, and of `$error`.
    static JsonataError said(String message) {
        return new JsonataError("D3137", message);
    }

    /// An argument, counted from 1, that the signature of the function does not allow.
    static JsonataError argument(int index, String function) {
        return new JsonataError("T0410", "Argument " + index + " of function \"" + function + "\" does not match function signature");
    }

    static JsonataError context(int index, String function) {
        return new JsonataError("T0411", "Context value is not a compatible type with argument " + index + " of function \"" + function + "\"");
    }

    /// @param item the kind of items that the array should have, as a signature writes it
    static JsonataError items(int index, String function, char item) {
        return new JsonataError("T0412", "Argument " + index + " of function \"" + function + "\" must be an array of "
                + (ITEMS.containsKey(item) ? '"' + ITEMS.get(item) + '"' : "undefined"));
    }

    static JsonataError url(String function, String text) {
        return new JsonataError("D3140", "Malformed URL passed to $" + function + "(): " + View.print(text));
    }

    /// What AWS says behind "threw an error during evaluation": the code and the words of an error that has a code, else the words.
    ///
    /// @param comparison the operator that the expression compares with, which the library forgets; empty if there are several
    static String told(JException failed, String comparison) {
        String code = failed.getError();
        if (!isCode(code)) return ": " + code;
        return ". " + code + ": " + words(failed).replace("operator {{token}}", comparison.isEmpty() ? "the operator" : "operator \"" + comparison + '"');
    }

    /// The words of an error.
    static String words(JException failed) {
        if (failed instanceof JsonataError ours) return ours.message;
        return switch (failed.getError()) {
            case String code when !isCode(code) -> code;
            // Where the library puts something else in the place of the value.
            case "D1002" -> words("D1002", failed.getExpected(), null);
            case "S0102" -> "Number out of range";
            case "T0412" -> "Argument " + View.print(failed.getCurrent()) + " must be an array of \"" + ITEMS.get(String.valueOf(failed.getExpected()).charAt(0)) + '"';
            case "D3100" -> words("D3100", failed.getLocation(), null);
            default -> words(failed.getError(), failed.getCurrent(), failed.getExpected());
        };
    }

    private static boolean isCode(@Nullable String code) {
        return code != null && code.matches("[A-Z]\\d{4}");
    }

    private static String words(String code, @Nullable Object first, @Nullable Object second) {
        return switch (code) {
            case "D3137", "D3141" -> String.valueOf(first);
            case "T1005", "T1007" -> JException.msg(code, -1, first, null).replace("\"", "").replaceAll("[{}]", "");
            default -> JException.msg(code, -1, FIRST, SECOND).replace('"' + FIRST + '"', FIRST).replace('"' + SECOND + '"', SECOND)
                    .replace('"', '\'').replace("Object", "function")
                    .replace(FIRST, View.print(first)).replace(SECOND, View.print(second));
        };
    }
}
