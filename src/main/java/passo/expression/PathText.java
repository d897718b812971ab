package passo.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of a path's text, as far as they are names and indexes. Specification, "Paths" and "Reference Paths".
///
/// @param steps those read
/// @param definite is that the whole path?
/// @param hasOperator does a bare name hold one of the characters that a Reference Path must escape?
record PathText(List<Path.Step> steps, boolean definite, boolean hasOperator) {

    private static final String OPERATORS = "@,:?*";
    private static final String ESCAPES_OF_CONTROL = "bfnrtu";
    private static final int LONGEST_INDEX = 9;

    PathText {
        steps = List.copyOf(steps);
    }

    /// Reads the steps that begin at `start`, behind the path's root.
    static PathText read(String text, int start) {
        var reader = new Reader(text, start);
        boolean definite = reader.readsAll();
        return new PathText(reader.steps, definite, reader.hasOperator);
    }

    /// Where a variable's name that begins at `start` ends; `start` itself where there is none.
    static int endOfName(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!(at == start ? Character.isUnicodeIdentifierStart(c) || c == '_' : Character.isUnicodeIdentifierPart(c))) break;
            at += Character.charCount(c);
        }
        return at;
    }

    private static final class Reader {
        private final String text;
        private final List<Path.Step> steps = new ArrayList<>();
        private boolean hasOperator;
        private int at;

        Reader(String text, int at) {
            this.text = text;
            this.at = at;
        }

        boolean readsAll() {
            while (at < text.length()) {
                Path.Step step = takes('.') && !is('[') ? name() : bracket();
                if (step == null) return false;
                steps.add(step);
            }
            return true;
        }

        private Path.@Nullable Step name() {
            if (at == text.length() || is('.') || is('*')) return null;
            var name = new StringBuilder();
            for (; at < text.length() && !is('.') && !is('['); at++) {
                char c = text.charAt(at);
                if (c == '(' || c == ')' || c == ']' || c <= ' ') return null;
                if (c == '\\') {
                    if (++at == text.length()) return null;
                } else if (OPERATORS.indexOf(c) >= 0) {
                    hasOperator = true;
                }
                name.append(text.charAt(at));
            }
            return new Path.Step.Name(name.toString());
        }

        private Path.@Nullable Step bracket() {
            if (!takes('[')) return null;
            skipBlanks();
            Path.Step step = is('\'') || is('"') ? quoted(text.charAt(at++)) : index();
            skipBlanks();
            return takes(']') ? step : null;
        }

        private Path.@Nullable Step quoted(char quote) {
            var name = new StringBuilder();
            for (; at < text.length() && !is(quote); at++) {
                if (is('\\') && (++at == text.length() || ESCAPES_OF_CONTROL.indexOf(text.charAt(at)) >= 0)) return null;
                name.append(text.charAt(at));
            }
            return takes(quote) ? new Path.Step.Name(name.toString()) : null;
        }

        private Path.@Nullable Step index() {
            int start = at;
            takes('-');
            int digits = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
            if (at == digits || at - digits > LONGEST_INDEX) return null;
            return new Path.Step.Index(Integer.parseInt(text, start, at, 10));
        }

        private void skipBlanks() {
            while (is(' ')) at++;
        }

        private boolean is(char c) {
            return at < text.length() && text.charAt(at) == c;
        }

        private boolean takes(char c) {
            if (!is(c)) return false;
            at++;
            return true;
        }
    }
}
