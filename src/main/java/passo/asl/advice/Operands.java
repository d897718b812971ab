package passo.asl.advice;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The references of a JSONata expression that it calculates with, or compares with a number.
///
/// Whatever is not surely that is passed over: expressions with functions or variables of their own, and what stands in a text.
final class Operands {

    /// @param variable without its `$`
    /// @param names of the members it leads through, each with its point
    /// @param fails where it is no number: does the expression fail, or is it only never equal?
    record Operand(String variable, String names, boolean fails) {
        String source() {
            return "$" + variable + names;
        }
    }

    private static final String REFERENCE = "\\$([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*)*)(?![\\w.\\[({`])";
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern OWN_NAMES = Pattern.compile(":=|\\bfunction\\b|λ|~>|[@#^]");
    /// What stands before an operand, the operand, what stands behind it.
    private static final Pattern OPERAND = Pattern.compile("([-+*/%]\\s*|\\b[0-9.]+\\s*(?:[<>]=?|!?=)\\s*)?" + REFERENCE + "(\\s*[-+*/%]|\\s*(?:[<>]=?|!?=)\\s*[0-9])?");

    private Operands() {}

    /// @param expression without its delimiters
    static List<Operand> of(String expression) {
        String code = TEXT.matcher(expression).replaceAll("''");
        if (OWN_NAMES.matcher(code).find()) return List.of();
        return OPERAND.matcher(code).results().filter(found -> found.group(1) != null || found.group(4) != null)
                .map(found -> new Operand(found.group(2), found.group(3), fails(found))).toList();
    }

    /// AWS: what is calculated and what is ordered must be a number; equal is anything to itself alone.
    private static boolean fails(MatchResult found) {
        return (found.group(1) + " " + found.group(4)).replaceAll("[<>]=", "<").matches("(?s).*[-+*/%<>].*");
    }
}
