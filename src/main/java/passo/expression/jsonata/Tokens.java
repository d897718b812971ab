package passo.expression.jsonata;

import java.util.List;

/// The tokens of a JSONata expression, one after the other. For a text that the library takes: what is broken is passed
/// over, not reported.
final class Tokens {

    enum Kind { NAME, VARIABLE, LITERAL, OPERATOR, END }

    private static final String SIGNS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final String BLANKS = " \t\n\r\u000B";
    private static final List<String> DOUBLE_SIGNS = List.of("..", ":=", "!=", ">=", "<=", "**", "~>");

    private final String text;
    private int at;
    private int start;
    private int endBefore;
    private Kind kind = Kind.END;
    private String value = "";

    Tokens(String text) {
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    /// An operator's sign, a name as it is, a variable's name without its `$`; empty for a literal.
    String value() {
        return value;
    }

    /// Where the token begins.
    int start() {
        return start;
    }

    /// Where the token before it ends.
    int endBefore() {
        return endBefore;
    }

    boolean isOperator() {
        return kind == Kind.OPERATOR;
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && value.equals(operator);
    }

    /// Goes to the next token.
    ///
    /// @param afterOperand is a `/` here a division, not the beginning of a regular expression?
    void advance(boolean afterOperand) {
        endBefore = at;
        skipBlanks();
        start = at;
        value = "";
        if (at >= text.length()) {
            kind = Kind.END;
            return;
        }
        char c = text.charAt(at);
        if (c == '/' && !afterOperand) regex();
        else if (c == '"' || c == '\'') quoted(c, Kind.LITERAL);
        else if (c == '`') quoted(c, Kind.NAME);
        else if (SIGNS.indexOf(c) >= 0) sign();
        else if (c >= '0' && c <= '9') number();
        else name();
    }

    /// Goes behind the signature of a function, `<a-n:b>`, at whose `<` this stands.
    void skipSignature() {
        for (int open = 1; open > 0 && kind != Kind.END; ) {
            advance(true);
            if (is("<")) open++;
            if (is(">")) open--;
        }
        advance(true);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (BLANKS.indexOf(text.charAt(at)) >= 0) at++;
            else if (text.startsWith("/*", at)) at = endOf("*/", at + 2);
            else return;
        }
    }

    private int endOf(String end, int from) {
        int place = text.indexOf(end, from);
        return place < 0 ? text.length() : place + end.length();
    }

    private void regex() {
        int depth = 0;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '/' && depth == 0) break;
            if (c == '\\') at++;
            else if (c == '(' || c == '[' || c == '{') depth++;
            else if (c == ')' || c == ']' || c == '}') depth--;
        }
        at++;
        while (at < text.length() && (text.charAt(at) == 'i' || text.charAt(at) == 'm')) at++;
        kind = Kind.LITERAL;
    }

    private void quoted(char quote, Kind quotedKind) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        kind = quotedKind;
        if (kind == Kind.NAME) value = text.substring(start, Math.min(at, text.length()));
        at++;
    }

    private void sign() {
        kind = Kind.OPERATOR;
        value = text.substring(at, at + 1);
        if (at + 1 < text.length() && DOUBLE_SIGNS.contains(text.substring(at, at + 2))) value = text.substring(at, at + 2);
        at += value.length();
    }

    private void number() {
        while (at < text.length() && isPartOfNumber(text.charAt(at))) at++;
        kind = Kind.LITERAL;
    }

    // `1..3` is a range, and `1-2` a difference.
    private boolean isPartOfNumber(char c) {
        char before = text.charAt(Math.max(0, at - 1));
        return switch (c) {
            case '.' -> at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            case '+', '-' -> before == 'e' || before == 'E';
            default -> (c >= '0' && c <= '9') || c == 'e' || c == 'E';
        };
    }

    private void name() {
        int start = at;
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) < 0 && SIGNS.indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(start, at);
        kind = switch (word) {
            case "and", "or", "in" -> Kind.OPERATOR;
            case "true", "false", "null" -> Kind.LITERAL;
            default -> word.startsWith("$") ? Kind.VARIABLE : Kind.NAME;
        };
        if (kind != Kind.LITERAL) value = kind == Kind.VARIABLE ? word.substring(1) : word;
    }
}
