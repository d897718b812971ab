package passo.engine.semantics;

import java.time.Instant;
import java.util.Optional;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;
import passo.expression.Expression;
import passo.expression.Path;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// Does the condition of a Choice rule hold? Specification, "Choice State"; a value of another type than the operator
/// compares makes it false, never an error.
public final class Conditions {

    private Conditions() {}

    /// @param rule the number of the rule, which errors of JSONata name
    public static boolean holds(Condition condition, Scope scope, int rule) {
        return switch (condition) {
            case Condition.And(var conditions) -> {
                for (Condition part : conditions) {
                    if (!holds(part, scope, rule)) yield false;
                }
                yield true;
            }
            case Condition.Or(var conditions) -> {
                for (Condition part : conditions) {
                    if (holds(part, scope, rule)) yield true;
                }
                yield false;
            }
            case Condition.Not(var inner) -> !holds(inner, scope, rule);
            case Condition.Comparison comparison -> holds(comparison, scope);
            case Condition.Query(var expression) -> {
                Json value = expression.evaluate(scope);
                if (!(value instanceof Json.Bool(var truth))) {
                    throw Numbers.unexpected("Choices[" + rule + "]/Condition", expression, value, "boolean");
                }
                yield truth;
            }
        };
    }

    private static boolean holds(Condition.Comparison comparison, Scope scope) {
        if (comparison.operator() == Operator.IsPresent) {
            boolean present = !(comparison.variable() instanceof Path path) || path.find(scope).isPresent();
            return present == truth(comparison.operand(), scope);
        }
        Json left = value(comparison.variable(), scope);
        Json right = value(comparison.operand(), scope);
        return switch (comparison.operator().operand()) {
            case TYPE -> isOfType(comparison.operator(), left) == (right instanceof Json.Bool(var wanted) && wanted);
            case STRING -> left instanceof Json.Str(var a) && right instanceof Json.Str(var b) && orders(comparison.operator(), a.compareTo(b));
            case NUMERIC -> left instanceof Json.Num(var a) && right instanceof Json.Num(var b) && orders(comparison.operator(), a.compareTo(b));
            case BOOLEAN -> left instanceof Json.Bool && left.equals(right);
            case TIMESTAMP -> {
                Optional<Instant> a = timestamp(left);
                Optional<Instant> b = timestamp(right);
                yield a.isPresent() && b.isPresent() && orders(comparison.operator(), a.get().compareTo(b.get()));
            }
            case PATTERN -> left instanceof Json.Str(var text) && right instanceof Json.Str(var pattern) && matches(pattern, text);
        };
    }

    private static boolean matches(String pattern, String text) {
        if (StringPattern.isOpen(pattern)) throw new QueryError(ErrorName.RUNTIME, "The pattern '" + pattern + "' ends inside an escape sequence.");
        return StringPattern.matches(pattern, text);
    }

    private static boolean truth(Expression operand, Scope scope) {
        return value(operand, scope) instanceof Json.Bool(var truth) && truth;
    }

    private static Json value(Expression expression, Scope scope) {
        if (!(expression instanceof Path path)) return expression.evaluate(scope);
        return path.find(scope).orElseThrow(() -> new QueryError(ErrorName.RUNTIME,
                "Invalid path '" + path.source() + "': The choice state's condition path references an invalid value."));
    }

    private static Optional<Instant> timestamp(Json value) {
        return value instanceof Json.Str(var text) ? Timestamps.parse(text) : Optional.empty();
    }

    private static boolean isOfType(Operator operator, Json value) {
        return switch (operator) {
            case IsNull -> value instanceof Json.Null;
            case IsNumeric -> value instanceof Json.Num;
            case IsString -> value instanceof Json.Str;
            case IsBoolean -> value instanceof Json.Bool;
            case IsTimestamp -> timestamp(value).isPresent();
            default -> throw new IllegalArgumentException("Not a test of type: " + operator);
        };
    }

    private static boolean orders(Operator operator, int comparison) {
        return switch (operator) {
            case StringEquals, NumericEquals, TimestampEquals -> comparison == 0;
            case StringLessThan, NumericLessThan, TimestampLessThan -> comparison < 0;
            case StringLessThanEquals, NumericLessThanEquals, TimestampLessThanEquals -> comparison <= 0;
            case StringGreaterThan, NumericGreaterThan, TimestampGreaterThan -> comparison > 0;
            case StringGreaterThanEquals, NumericGreaterThanEquals, TimestampGreaterThanEquals -> comparison >= 0;
            case BooleanEquals, StringMatches, IsNull, IsPresent, IsNumeric, IsString, IsBoolean, IsTimestamp ->
                throw new IllegalArgumentException("Not an order: " + operator);
        };
    }
}
