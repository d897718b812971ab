package passo.diagram;

import java.util.List;
import java.util.function.Function;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;

/// The rules of a Choice in words: `$.total > 0`, `$.email is present and not ($.vip = true)`.
public final class Rules {

    private Rules() {}

    public static String text(Condition condition, Words words) {
        return switch (condition) {
            case Condition.And(var conditions) -> join(conditions, "rule.and", words);
            case Condition.Or(var conditions) -> join(conditions, "rule.or", words);
            case Condition.Not(Condition.Comparison(var left, var operator, var right)) when isEquality(operator) ->
                left.source() + " ≠ " + right.source();
            case Condition.Not(var inner) -> words.get("rule.not", text(inner, words));
            case Condition.Comparison comparison -> comparison(comparison, words);
            case Condition.Query(var expression) -> expression.source().strip().replaceAll("\\s+", " ");
        };
    }

    private static String join(List<Condition> conditions, String key, Words words) {
        Function<Condition, String> part = condition -> switch (condition) {
            case Condition.And _, Condition.Or _ -> "(" + text(condition, words) + ")";
            case Condition.Not _, Condition.Comparison _, Condition.Query _ -> text(condition, words);
        };
        return conditions.stream().map(part).reduce((left, right) -> words.get(key, left, right)).orElse("");
    }

    private static boolean isEquality(Operator operator) {
        return switch (operator) {
            case StringEquals, NumericEquals, BooleanEquals, TimestampEquals -> true;
            default -> false;
        };
    }

    private static String comparison(Condition.Comparison comparison, Words words) {
        String left = comparison.variable().source();
        String right = comparison.operand().source();
        return switch (comparison.operator()) {
            case StringEquals, NumericEquals, BooleanEquals, TimestampEquals -> left + " = " + right;
            case StringLessThan, NumericLessThan, TimestampLessThan -> left + " < " + right;
            case StringGreaterThan, NumericGreaterThan, TimestampGreaterThan -> left + " > " + right;
            case StringLessThanEquals, NumericLessThanEquals, TimestampLessThanEquals -> left + " ≤ " + right;
            case StringGreaterThanEquals, NumericGreaterThanEquals, TimestampGreaterThanEquals -> left + " ≥ " + right;
            case StringMatches -> words.get("rule.matches", left, right);
            case IsNull, IsPresent, IsNumeric, IsString, IsBoolean, IsTimestamp ->
                words.get("rule." + comparison.operator() + "." + right, left);
        };
    }
}
