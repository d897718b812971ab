package passo.engine.semantics;

import passo.expression.Expression;
import passo.expression.Jsonata;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// Numbers that a field must have, read from whatever its expression gives, with AWS's words where it gives another.
public final class Numbers {

    private Numbers() {}

    static boolean isQuery(Expression expression) {
        return expression instanceof Jsonata;
    }

    /// A value inside a sentence: a string without its quotes.
    public static String plain(Json value) {
        return value instanceof Json.Str(var text) ? text : value.toString();
    }

    public static long nonNegative(String field, Expression expression, Scope scope) {
        return nonNegative(field, expression, expression.evaluate(scope));
    }

    static long nonNegative(String field, Expression expression, Json value) {
        long number = whole(field, expression, value);
        if (number < 0) throw error(expression, field + " cannot be negative.");
        return number;
    }

    public static long positive(String field, Expression expression, Scope scope) {
        long number = whole(field, expression, expression.evaluate(scope));
        if (number <= 0) throw error(expression, field + " must be positive.");
        return number;
    }

    public static long whole(String field, Expression expression, Json value) {
        // AWS: a path may also lead to the text of a number.
        if (value instanceof Json.Str(var text) && !isQuery(expression) && text.matches("-?\\d{1,18}")) return Long.parseLong(text);
        if (value instanceof Json.Num number && number.isInteger() && number.value().precision() - number.value().scale() < 19) {
            return number.value().longValue();
        }
        if (isQuery(expression)) throw unexpected(field, expression, value, "number");
        throw new QueryError(ErrorName.RUNTIME, "The %sPath field refers to value \"%s\" which is not a valid integer: %s"
                .formatted(field, plain(value), expression.source()));
    }

    public static double percentage(String field, Expression expression, Scope scope) {
        double percentage = real(field, expression, expression.evaluate(scope));
        if (percentage < 0 || percentage > 100) throw error(expression, field + " must be between 0 and 100.");
        return percentage;
    }

    private static double real(String field, Expression expression, Json value) {
        if (value instanceof Json.Num(var number)) return number.doubleValue();
        if (isQuery(expression)) throw unexpected(field, expression, value, "number");
        if (value instanceof Json.Str(var text) && text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) return Double.parseDouble(text);
        throw new QueryError(ErrorName.RUNTIME, "The %sPath field refers to value \"%s\" which is not a valid float: %s"
                .formatted(field, plain(value), expression.source()));
    }

    private static QueryError error(Expression expression, String cause) {
        return new QueryError(isQuery(expression) ? ErrorName.QUERY_EVALUATION_ERROR : ErrorName.RUNTIME, cause);
    }

    /// A JSONata expression gave a value of the wrong type.
    static QueryError unexpected(String field, Expression expression, Json value, String expected) {
        return new QueryError(ErrorName.QUERY_EVALUATION_ERROR,
                "The JSONata expression '%s' specified for the field '%s' returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                        .formatted(expression.source(), field, expected, value.typeName(), value),
                field);
    }
}
