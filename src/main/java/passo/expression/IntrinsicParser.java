package passo.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// Reads the text of one intrinsic function call. Whatever the service refuses when a machine is made is no call here:
/// an unknown name, a wrong number of arguments, an unknown escape, more than ten calls inside each other.
final class IntrinsicParser {

    private static final int DEEPEST = 10;
    private static final String ESCAPED = "'{}\\";

    private final String text;
    private int at;

    IntrinsicParser(String text) {
        this.text = text;
    }

    /// The call, or `null` where the text is none.
    @Nullable Intrinsic parse() {
        skipBlanks();
        Intrinsic call = call(1);
        skipBlanks();
        return at == text.length() ? call : null;
    }

    private @Nullable Intrinsic call(int depth) {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
        IntrinsicFunction function = IntrinsicFunction.named(text.substring(start, at));
        if (function == null || depth > DEEPEST || !takes('(')) return null;
        List<Expression> arguments = new ArrayList<>();
        skipBlanks();
        while (!takes(')')) {
            if (!arguments.isEmpty() && !takes(',')) return null;
            skipBlanks();
            // A format keeps its escapes: `\{\}` is text, `{}` is not.
            boolean keepsEscapes = function == IntrinsicFunction.FORMAT && arguments.isEmpty();
            Expression argument = argument(depth, keepsEscapes);
            if (argument == null) return null;
            arguments.add(argument);
            skipBlanks();
        }
        return function.takes(arguments.size()) ? new Intrinsic(text.substring(start, at), function, arguments) : null;
    }

    private @Nullable Expression argument(int depth, boolean keepsEscapes) {
        if (at == text.length()) return null;
        char c = text.charAt(at);
        if (c == '\'') return string(keepsEscapes);
        if (c == '$') return path();
        if (c == '-' || (c >= '0' && c <= '9')) return number();
        if (takes("true")) return new Literal(Json.TRUE);
        if (takes("false")) return new Literal(Json.FALSE);
        if (takes("null")) return new Literal(Json.NULL);
        return call(depth + 1);
    }

    private @Nullable Literal string(boolean keepsEscapes) {
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '\''; at++) {
            if (text.charAt(at) == '\\') {
                if (++at == text.length() || ESCAPED.indexOf(text.charAt(at)) < 0) return null;
                if (keepsEscapes) value.append('\\');
            }
            value.append(text.charAt(at));
        }
        return takes('\'') ? new Literal(Json.of(value.toString())) : null;
    }

    private @Nullable Path path() {
        int start = at;
        int open = 0;
        for (char quote = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') at++;
            else if (quote != 0) quote = c == quote ? 0 : quote;
            else if (open > 0 && (c == '\'' || c == '"')) quote = c;
            else if (c == '[' || c == '(') open++;
            else if (open == 0 && (c == ',' || c == ')')) break;
            else if (c == ']' || c == ')') open--;
        }
        at = Math.min(at, text.length());
        String source = text.substring(start, at).stripTrailing();
        return Path.compile(source) instanceof Compiled.Good(Path path) ? path : null;
    }

    private @Nullable Literal number() {
        int start = at;
        takes('-');
        if (!takesDigits()) return null;
        if (takes('.') && !takesDigits()) return null;
        if (takes('e') || takes('E')) {
            if (!takes('+')) takes('-');
            int exponent = at;
            if (!takesDigits() || at - exponent > 2) return null;
        }
        return new Literal(new Json.Num(new BigDecimal(text.substring(start, at))));
    }

    private boolean takesDigits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        return at > start;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean takes(char c) {
        if (at == text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private boolean takes(String word) {
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }
}
