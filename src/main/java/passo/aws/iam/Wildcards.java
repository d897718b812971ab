package passo.aws.iam;

import java.util.List;

/// Patterns as policies have them: `*` stands for any text, `?` for any one character.
final class Wildcards {

    /// Account, region and the rest may hold colons of their own only in the last part.
    private static final int PARTS_OF_AN_ARN = 6;

    private Wildcards() {}

    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /// Never takes longer than the product of both lengths, whatever the pattern.
    static boolean match(String pattern, String text) {
        int at = 0;
        int star = -1;
        int retry = 0;
        int i = 0;
        while (i < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                retry = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') at++;
        return at == pattern.length();
    }

    /// AWS, `ArnLike`: each of the six parts is matched by itself.
    static boolean matchArn(String pattern, String arn) {
        List<String> patterns = List.of(pattern.split(":", PARTS_OF_AN_ARN));
        List<String> parts = List.of(arn.split(":", PARTS_OF_AN_ARN));
        if (patterns.size() != parts.size()) return false;
        for (int i = 0; i < parts.size(); i++) {
            if (!match(patterns.get(i), parts.get(i))) return false;
        }
        return true;
    }
}
