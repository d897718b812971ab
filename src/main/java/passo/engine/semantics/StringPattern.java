package passo.engine.semantics;

/// The patterns of `StringMatches`, and of others in AWS: `*` stands for any characters or none, `\*` and `\\` for themselves.
public final class StringPattern {

    private StringPattern() {}

    /// Does a backslash at its end escape nothing?
    static boolean isOpen(String pattern) {
        int before = pattern.length();
        while (before > 0 && pattern.charAt(before - 1) == '\\') before--;
        return (pattern.length() - before) % 2 == 1;
    }

    /// Matches the whole text, in time proportional to both lengths' product at worst.
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            boolean escaped = c == '\\' && p + 1 < pattern.length();
            if (p < pattern.length() && c == '*') {
                star = ++p;
                resume = t;
            } else if (p < pattern.length() && (escaped ? pattern.charAt(p + 1) : c) == text.charAt(t)) {
                p += escaped ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }
}
