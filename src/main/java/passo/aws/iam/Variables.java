package passo.aws.iam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of a policy, such as `${aws:PrincipalAccount}`. AWS, "Policy variables".
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private Variables() {}

    /// The text with the request's values. A variable that the request does not tell stays, and so matches nothing.
    static String replace(String text, Access access) {
        if (!text.contains("${")) return text;
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), match.group(), access)));
    }

    private static String value(String key, String written, Access access) {
        if (key.equals("*") || key.equals("?") || key.equals("$")) return key;
        return access.told(key).filter(values -> values.size() == 1).map(values -> values.getFirst()).orElse(written);
    }
}
