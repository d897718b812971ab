package passo.expression;

/// What the JSONPath library does not look after in a path's text.
final class JsonPathText {

    private static final int DEEPEST = 50;
    private static final int LONGEST = 4_096;
    // The library reads each step inside the one before it.
    private static final int MOST_STEPS = 300;
    private static final int MOST_QUANTIFIERS = 2;

    private JsonPathText() {}

    /// Refuses what the library would take in silence, or could not end: brackets without their partner, and regular
    /// expressions that go back and forth without limit.
    static void check(String text) throws JsonPathQuery.Invalid {
        if (text.length() > LONGEST) throw new JsonPathQuery.Invalid("The path is longer than " + LONGEST + " characters");
        if (text.chars().filter(c -> c == '.' || c == '[').count() > MOST_STEPS) {
            throw new JsonPathQuery.Invalid("The path has more than " + MOST_STEPS + " steps");
        }
        checkBrackets(text);
        if (!text.contains("=~")) return;
        // The pattern may stand on either side, so that any slash may begin one.
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) checkPattern(text, at);
    }

    private static void checkBrackets(String text) throws JsonPathQuery.Invalid {
        var open = new StringBuilder();
        for (int at = 0; at < text.length(); at = next(text, at)) {
            char c = text.charAt(at);
            // Of two wildcards in one the library finds something else each time.
            if (text.startsWith("**", at)) throw new JsonPathQuery.Invalid("Unexpected '*' at position " + (at + 1));
            if (c == '[' || c == '(') open.append(c == '[' ? ']' : ')');
            if (open.length() > DEEPEST) throw new JsonPathQuery.Invalid("The path is nested more than " + DEEPEST + " deep");
            if (c != ']' && c != ')') continue;
            if (open.isEmpty() || open.charAt(open.length() - 1) != c) {
                throw new JsonPathQuery.Invalid("Unexpected '" + c + "' at position " + at);
            }
            open.setLength(open.length() - 1);
        }
        if (!open.isEmpty()) throw new JsonPathQuery.Invalid("Expected '" + open.charAt(open.length() - 1) + "' at the end");
    }

    private static void checkPattern(String text, int start) throws JsonPathQuery.Invalid {
        int quantifiers = 0;
        for (int at = start + 1; at < text.length() && text.charAt(at) != '/'; at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "123456789k".indexOf(text.charAt(++at)) >= 0) {
                throw new JsonPathQuery.Invalid("A regular expression with a back reference is not supported");
            }
            boolean quantifies = c == '*' || c == '+' || c == '{' || (c == '?' && text.charAt(at - 1) != '(');
            if (quantifies && (text.charAt(at - 1) == ')' || ++quantifiers > MOST_QUANTIFIERS)) {
                throw new JsonPathQuery.Invalid("A regular expression with a repeated group, or more than "
                        + MOST_QUANTIFIERS + " repetitions, is not supported");
            }
        }
    }

    /// Does the path call one of the library's functions, outside of a filter?
    static boolean isCall(String text) {
        int brackets = 0;
        for (int at = 0; at < text.length(); at = next(text, at)) {
            char c = text.charAt(at);
            if (c == '[') brackets++;
            if (c == ']') brackets--;
            if (c == '(' && brackets == 0) return true;
        }
        return false;
    }

    /// Is the first step a slice, such as `$[1:]`?
    static boolean slicesRoot(String text) {
        return text.startsWith("$[") && text.substring(2, text.indexOf(']')).indexOf(':') >= 0 && text.charAt(2) != '?';
    }

    /// Puts a bare word behind a comparison, such as `?(@.type==TOTAL)`, into quotes; the service takes it as a string.
    static String quoteBareWords(String text) {
        var quoted = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = next(text, at);
            quoted.append(text, at, end);
            char c = text.charAt(at);
            at = end;
            if (c != '=' && c != '<' && c != '>') continue;
            while (at < text.length() && text.charAt(at) == ' ') quoted.append(text.charAt(at++));
            int word = PathText.endOfName(text, at);
            String name = text.substring(at, word);
            boolean isWord = word > at && !name.equals("true") && !name.equals("false") && !name.equals("null");
            quoted.append(isWord ? "'" + name + "'" : name);
            at = word;
        }
        return quoted.toString();
    }

    /// The place behind the character at `at`, or behind the string that begins there.
    private static int next(String text, int at) {
        char quote = text.charAt(at);
        if (quote != '\'' && quote != '"') return at + 1;
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) end += text.charAt(end) == '\\' ? 2 : 1;
        return Math.min(end + 1, text.length());
    }
}
