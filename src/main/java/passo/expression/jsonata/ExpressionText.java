package passo.expression.jsonata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Walks the text of a JSONata expression, and tells what it refers to and what the service does not let it refer to.
///
/// The library has parsed the text before, but hides its tree; and it speaks a newer JSONata than the service, whose
/// `??` and `?:` are refused here in the words of the older parser. The walk follows the language's own operator
/// precedence, and knows at each place whether there is a context item: at the top level there is none, so that a bare
/// name, `$` and `*` mean nothing there.
final class ExpressionText {

    private static final String DIVIDE = "$" + Builtins.DIVIDE + "(";
    private static final Map<String, Integer> BINDING_POWER = new HashMap<>();

    static {
        String table = ".75 [80 {70 (80 @80 #80 ?20 +50 -50 *60 /60 %60 =40 <40 >40 ^40 :=10 !=40 <=40 >=40 ~>40 and30 or25 in40 &50";
        for (String entry : table.split(" ")) {
            int digits = entry.length() - 2;
            BINDING_POWER.put(entry.substring(0, digits), Integer.valueOf(entry.substring(digits)));
        }
    }

    private final Tokens tokens;
    private final Set<String> states;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final Set<String> comparisons = new HashSet<>();
    private final List<Edit> edits = new ArrayList<>();
    private List<Integer> placeholders = List.of();
    private @Nullable String problem;
    private @Nullable String syntaxProblem;
    private boolean leftIsStates;

    /// A part of the text that is written otherwise: what is put before and behind it, and in the place of which signs in it.
    private record Edit(int start, String open, int end, String close, Map<Integer, String> signs) {

        static Edit division(int start, int sign, int end) {
            return new Edit(start, DIVIDE, end, ")", Map.of(sign, ","));
        }

        static Edit partial(int start, List<Integer> placeholders, int end) {
            Map<Integer, String> parameters = new TreeMap<>();
            for (int place : placeholders) parameters.put(place, "$__" + place);
            return new Edit(start, "function(" + String.join(",", parameters.values()) + "){", end, "}", parameters);
        }
    }

    private ExpressionText(String text, Set<String> states) {
        this.tokens = new Tokens(text);
        this.states = states;
    }

    /// Walks a text that the library takes.
    ///
    /// @param states the members of `$states` that there are
    static ExpressionText read(String text, Set<String> states) {
        var walk = new ExpressionText(text, states);
        walk.tokens.advance(false);
        walk.expression(0, false);
        return walk;
    }

    /// The names that stand behind a `$`: variables, functions and `states`.
    Set<String> variables() {
        return variables;
    }

    /// The members of `$states` that are asked for by name.
    Set<String> members() {
        return members;
    }

    /// The one operator of order, such as `<=`, that it compares with; empty if there is none, or more than one.
    String comparison() {
        return comparisons.size() == 1 ? comparisons.iterator().next() : "";
    }

    /// The first thing that the service refuses, in its words.
    @Nullable String problem() {
        return problem;
    }

    /// The text as the library takes it for what it means: with a call of our own for each `a / b`, for AWS divides by zero, where the
    /// library fails; and with a function for each call in part, `$split(?, ',')`, which the library can make of its own functions only.
    String forLibrary(String text) {
        if (edits.isEmpty()) return text;
        // Inner parts are known before outer ones: they open behind them, and close before them.
        String[] opened = new String[text.length() + 1];
        String[] closed = new String[text.length() + 1];
        Arrays.fill(opened, "");
        Arrays.fill(closed, "");
        Map<Integer, String> signs = new HashMap<>();
        for (Edit edit : edits) {
            opened[edit.start] = edit.open + opened[edit.start];
            closed[edit.end] += edit.close;
            signs.putAll(edit.signs);
        }
        var written = new StringBuilder();
        for (int at = 0; at <= text.length(); at++) {
            written.append(closed[at]).append(opened[at]);
            if (at < text.length()) written.append(signs.getOrDefault(at, text.substring(at, at + 1)));
        }
        return written.toString();
    }

    /// What an older JSONata does not take: `??` and `?:`.
    @Nullable String syntaxProblem() {
        return syntaxProblem;
    }

    private void refuse(String message) {
        if (problem == null) problem = message;
    }

    private void expression(int rightBindingPower, boolean context) {
        int start = tokens.start();
        String first = tokens.value();
        Tokens.Kind kind = tokens.kind();
        tokens.advance(true);
        int endOfFirst = tokens.start();
        operand(kind, first, context);
        while (tokens.isOperator() && BINDING_POWER.getOrDefault(tokens.value(), 0) > rightBindingPower) {
            String operator = tokens.value();
            int place = tokens.start();
            tokens.advance(false);
            operation(operator, context);
            leftIsStates = false;
            if (operator.equals("/")) edits.add(Edit.division(start, place, tokens.endBefore()));
            boolean isOfOurs = kind == Tokens.Kind.VARIABLE && Builtins.isKnown(first) && place == endOfFirst;
            if (operator.equals("(") && isOfOurs && !placeholders.isEmpty()) edits.add(Edit.partial(start, placeholders, tokens.endBefore()));
        }
    }

    private void operand(Tokens.Kind kind, String text, boolean context) {
        leftIsStates = false;
        switch (kind) {
            case LITERAL, END -> {}
            case VARIABLE -> variable(text, context);
            case NAME -> {
                boolean isFunction = (text.equals("function") || text.equals("λ")) && tokens.is("(");
                if (isFunction) function(context);
                else topLevel(text, context);
            }
            case OPERATOR -> prefix(text, context);
        }
    }

    private void variable(String name, boolean context) {
        if (name.equals("$")) refuse("Reference to '$$' is not supported.");
        else if (name.isEmpty()) topLevel("$", context);
        else variables.add(name);
        leftIsStates = name.equals("states");
    }

    private void member(String name) {
        members.add(name);
        if (!states.contains(name)) refuse("Field '$states." + name + "' does not exist.");
    }

    private void topLevel(String name, boolean context) {
        if (!context) refuse("Reference to '" + name + "' at the top level is not supported.");
    }

    private void prefix(String operator, boolean context) {
        switch (operator) {
            case "-" -> expression(70, context);
            case "(" -> items(")", ";", context);
            case "[" -> items("]", ",", context);
            case "{" -> members(context);
            case "|" -> {
                expression(0, true);
                take("|");
                items("|", ",", true);
            }
            case "*", "**", "%", "and", "or", "in" -> topLevel(operator, context);
            default -> syntaxProblem = "The symbol \"" + operator + "\" cannot be used as a unary operator";
        }
    }

    private void operation(String operator, boolean context) {
        switch (operator) {
            case "." -> {
                if (leftIsStates && tokens.kind() == Tokens.Kind.NAME) member(tokens.value());
                expression(75, true);
            }
            case "[" -> items("]", ",", true);
            case "{" -> members(true);
            case "(" -> items(")", ",", context);
            case "^" -> {
                take("(");
                items(")", ",", true);
            }
            case "?" -> {
                expression(0, context);
                if (take(":")) expression(0, context);
            }
            case ":=" -> expression(9, context);
            case "<", "<=", ">", ">=" -> {
                comparisons.add(operator);
                expression(BINDING_POWER.get(operator), context);
            }
            default -> expression(BINDING_POWER.get(operator), context);
        }
    }

    private void function(boolean context) {
        take("(");
        items(")", ",", context);
        if (tokens.is("<")) tokens.skipSignature();
        take("{");
        expression(0, context);
        take("}");
    }

    /// Expressions up to the closing sign; of `[1..3]` both ends, of `^(<a)` the term, of `f(?)` nothing.
    private void items(String end, String separator, boolean context) {
        List<Integer> found = new ArrayList<>();
        while (!take(end) && tokens.kind() != Tokens.Kind.END) {
            if (separator.equals(",") && (take("<") || take(">"))) continue;
            int place = tokens.start();
            if (end.equals(")") && take("?")) {
                found.add(place);
                take(separator);
                continue;
            }
            expression(0, context);
            if (take("..")) expression(0, context);
            take(separator);
        }
        placeholders = found;
    }

    private void members(boolean context) {
        while (!take("}") && tokens.kind() != Tokens.Kind.END) {
            expression(0, context);
            take(":");
            expression(0, context);
            take(",");
        }
    }

    private boolean take(String operator) {
        if (!tokens.is(operator)) return false;
        tokens.advance(operator.equals(")") || operator.equals("]") || operator.equals("}") || operator.equals("|"));
        return true;
    }
}
