package passo.convert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.asl.ChoiceRule.Operator;
import passo.convert.Value.Query;
import passo.convert.Value.Type;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.json.Json;

/// Turns the rules of a Choice state into conditions. A comparison of another type is false in JSONPath; in JSONata `=` is false
/// too, and an order is an error.
record Conditions(Paths paths, Notes notes) {

    /// How often the same timestamp may be written: with or without seconds and their fraction, in UTC or with an offset.
    private static final String TIMESTAMP = "/^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?"
            + "(Z|[+-]\\d\\d:\\d\\d)$/";

    /// The condition of a rule.
    Query of(Json.Obj rule) {
        if (rule.get("And") instanceof Json.Arr rules) return joined(rules.items(), " and ");
        if (rule.get("Or") instanceof Json.Arr rules) return joined(rules.items(), " or ");
        if (rule.get("Not") instanceof Json.Obj inner) return truth("$not(" + of(inner).text() + ")", false);
        Value left = path(rule.get("Variable"));
        Optional<Query> comparison = Stream.of(Operator.values())
                .flatMap(operator -> comparison(operator, left, rule).stream()).findFirst();
        return comparison.orElseThrow(() -> new IllegalArgumentException("Not a rule: " + rule));
    }

    private Query joined(List<Json> rules, String word) {
        if (rules.size() == 1) return of((Json.Obj) rules.getFirst());
        // `and` binds tighter than `or`; comparisons bind tighter than both.
        String text = rules.stream().map(rule -> (Json.Obj) rule)
                .map(rule -> rule.has("Or") && word.equals(" and ") ? "(" + of(rule).text() + ")" : of(rule).text()).collect(Collectors.joining(word));
        return truth(text, true);
    }

    private static Query truth(String text, boolean compound) {
        return new Query(text, Type.TRUTH, compound, false);
    }

    private Value path(Json source) {
        return source instanceof Json.Str(var text) && Path.compile(text) instanceof Compiled.Good(Path path) ? paths.of(path) : Value.NOTHING;
    }

    private Optional<Query> comparison(Operator operator, Value left, Json.Obj rule) {
        Json literal = rule.get(operator.name());
        if (literal != null) return Optional.of(compare(operator, left, new Value.Constant(literal)));
        Json other = operator.takesPath() ? rule.get(operator + "Path") : null;
        return Optional.ofNullable(other).map(this::path).map(right -> compare(operator, left, right));
    }

    private Query compare(Operator operator, Value left, Value right) {
        String subject = left.operand(notes);
        return switch (operator.operand()) {
            case TYPE -> type(operator, subject, left, right.equals(new Value.Constant(Json.TRUE)));
            case PATTERN -> matches(subject, ((Value.Constant) right).json() instanceof Json.Str(var pattern) ? pattern : "");
            case TIMESTAMP -> order(operator, millis(left), millis(right), subject, right);
            case STRING, NUMERIC, BOOLEAN -> order(operator, subject, right.operand(notes), subject, right);
        };
    }

    private String millis(Value value) {
        return "$toMillis(" + value.text(notes) + ")";
    }

    private Query order(Operator operator, String left, String right, String subject, Value operand) {
        String sign = operator.name().replaceFirst("^(String|Numeric|Boolean|Timestamp)", "");
        boolean isLiteral = operand instanceof Value.Constant;
        String difference = switch (operator) {
            case StringEquals, NumericEquals, BooleanEquals -> isLiteral ? "equals" : "equalsPath";
            case TimestampEquals, TimestampLessThan, TimestampGreaterThan, TimestampLessThanEquals, TimestampGreaterThanEquals -> "timestamp";
            case StringLessThan, StringGreaterThan, StringLessThanEquals, StringGreaterThanEquals -> "orderText";
            default -> "orderNumber";
        };
        notes.differs(difference, isLiteral ? subject : subject + ", " + operand.text(notes));
        return truth(left + " " + switch (sign) {
            case "Equals" -> "=";
            case "LessThan" -> "<";
            case "GreaterThan" -> ">";
            case "LessThanEquals" -> "<=";
            default -> ">=";
        } + " " + right, true);
    }

    private Query type(Operator operator, String subject, Value left, boolean wanted) {
        String sign = wanted ? " = " : " != ";
        if (operator != Operator.IsPresent && left.absent()) notes.differs("equals", subject);
        return switch (operator) {
            case IsPresent -> truth(wanted ? "$exists(" + subject + ")" : "$not($exists(" + subject + "))", false);
            case IsNull -> truth(subject + sign + "null", true);
            case IsNumeric -> truth("$type(" + subject + ")" + sign + "'number'", true);
            case IsString -> truth("$type(" + subject + ")" + sign + "'string'", true);
            case IsBoolean -> truth("$type(" + subject + ")" + sign + "'boolean'", true);
            case IsTimestamp -> timestamp(subject, wanted);
            default -> throw new IllegalArgumentException("Not a test of type: " + operator);
        };
    }

    private Query timestamp(String subject, boolean wanted) {
        notes.differs("isTimestamp", subject);
        String test = "$type(" + subject + ") = 'string' and $contains(" + subject + ", " + TIMESTAMP + ")";
        return wanted ? truth(test, true) : truth("$not(" + test + ")", false);
    }

    private Query matches(String subject, String pattern) {
        notes.differs("matches", subject);
        boolean isPart = pattern.matches("\\*[^*\\\\]+\\*");
        String sought = isPart ? Names.literal(Json.of(pattern.substring(1, pattern.length() - 1))) : regex(pattern);
        return truth("$contains(" + subject + ", " + sought + ")", false);
    }

    /// The pattern as a regular expression; a star at its beginning or end leaves that end open.
    private static String regex(String pattern) {
        var regex = new StringBuilder(pattern.startsWith("*") ? "" : "^");
        boolean isOpen = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            isOpen = c == '*' && i == pattern.length() - 1;
            if (c == '*') {
                if (i > 0 && !isOpen) regex.append("[\\s\\S]*");
                continue;
            }
            if (c == '\\' && i + 1 < pattern.length()) c = pattern.charAt(++i);
            if ("\\^$.|?*+()[]{}/".indexOf(c) >= 0) regex.append('\\');
            regex.append(c);
        }
        return "/" + regex.append(isOpen ? "" : "$") + "/";
    }
}
