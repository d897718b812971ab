package passo.aws.lambda;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An ES module as the body of an async function, line by line and column by column where it was. The engine has no place to put
/// the errors of a module, while what a function throws can be caught and told.
final class EsModule {

    private static final String BEGIN = "(?m)(^|[;}])([ \\t]*)";
    private static final Pattern IMPORT = Pattern.compile(BEGIN + "import\\s+(?:([^'\"();]+?)\\s+from\\s*)?(['\"])([^'\"\\n]+)\\4");
    private static final Pattern EXPORT = Pattern.compile(BEGIN + "export\\s+(?=(?:async\\s+)?(?:function|const|let|var|class)\\b)");
    private static final Pattern DEFAULT = Pattern.compile(BEGIN + "export\\s+default\\b");
    private static final Pattern NAMES = Pattern.compile(BEGIN + "export\\s*\\{([^}]*)\\}");
    private static final Pattern LATER = Pattern.compile("(?<![\\w.$])import\\s*(?=\\()");
    private static final Pattern DECLARED = Pattern.compile("\\bexport\\s+(?:async\\s+)?(?:function\\s*\\*?|const|let|var)\\s+handler\\b");
    private static final Pattern RENAMED = Pattern.compile("(?:(\\w+)\\s+as\\s+)?handler\\s*(?:,|$)");

    private EsModule() {}

    /// The body, which returns the handler; nothing where the code neither imports nor exports.
    static Optional<String> body(String code) {
        boolean module = IMPORT.matcher(code).find() || EXPORT.matcher(code).find() || DEFAULT.matcher(code).find() || NAMES.matcher(code).find();
        if (!module) return Optional.empty();
        String body = IMPORT.matcher(code).replaceAll(found -> literally(found.group(1) + found.group(2) + imported(found)));
        body = EXPORT.matcher(body).replaceAll(found -> literally(found.group(1) + blank(found.group().substring(found.group(1).length()))));
        body = DEFAULT.matcher(body).replaceAll(found -> literally(found.group(1) + found.group(2) + "void"));
        body = NAMES.matcher(body).replaceAll(found -> literally(found.group(1) + blank(found.group().substring(found.group(1).length()))));
        return Optional.of(later(body) + "\n;return " + handler(code) + ";");
    }

    /// Code in which `import(…)` asks for a module that is there.
    static String later(String code) {
        return LATER.matcher(code).replaceAll("__passo.load").replace("import.meta.url", "'file:///var/task/index.mjs'");
    }

    private static String imported(MatchResult found) {
        String module = "__passo.require('" + found.group(5) + "')";
        if (found.group(3) == null) return module;
        String names = found.group(3).replaceAll("\\*\\s+as\\s+", "").replaceAll("\\s+as\\s+", ": ");
        int comma = names.indexOf(',');
        int brace = names.indexOf('{');
        if (comma < 0 || brace >= 0 && brace < comma) return "const " + names + " = " + module;
        String whole = names.substring(0, comma);
        return "const " + whole + " = " + module + ", " + names.substring(comma + 1).strip() + " = " + whole;
    }

    private static String handler(String code) {
        if (DECLARED.matcher(code).find()) return "handler";
        for (MatchResult names : NAMES.matcher(code).results().toList()) {
            Matcher renamed = RENAMED.matcher(names.group(3).strip());
            if (renamed.find()) return renamed.group(1) == null ? "handler" : renamed.group(1);
        }
        return "undefined";
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\n]", " ");
    }

    private static String literally(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
