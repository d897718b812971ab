package passo.engine.choice;

import passo.asl.ChoiceRule.Operator;

/// How a comparison compares, whatever the types.
public enum Relation {
    EQUAL("="), NOT_EQUAL("≠"), LESS("<"), AT_MOST("≤"), GREATER(">"), AT_LEAST("≥"), IN("in"), MATCHES(""),
    IS_NULL(""), IS_PRESENT(""), IS_NUMERIC(""), IS_STRING(""), IS_BOOLEAN(""), IS_TIMESTAMP("");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /// Between two values; empty where a language has words for it.
    public String sign() {
        return sign;
    }

    static Relation of(Operator operator) {
        return switch (operator) {
            case StringEquals, NumericEquals, BooleanEquals, TimestampEquals -> EQUAL;
            case StringLessThan, NumericLessThan, TimestampLessThan -> LESS;
            case StringGreaterThan, NumericGreaterThan, TimestampGreaterThan -> GREATER;
            case StringLessThanEquals, NumericLessThanEquals, TimestampLessThanEquals -> AT_MOST;
            case StringGreaterThanEquals, NumericGreaterThanEquals, TimestampGreaterThanEquals -> AT_LEAST;
            case StringMatches -> MATCHES;
            case IsNull -> IS_NULL;
            case IsPresent -> IS_PRESENT;
            case IsNumeric -> IS_NUMERIC;
            case IsString -> IS_STRING;
            case IsBoolean -> IS_BOOLEAN;
            case IsTimestamp -> IS_TIMESTAMP;
        };
    }

    /// @param sign as JSONata writes it
    static Relation of(String sign) {
        return switch (sign) {
            case "=" -> EQUAL;
            case "!=" -> NOT_EQUAL;
            case "<" -> LESS;
            case "<=" -> AT_MOST;
            case ">" -> GREATER;
            case ">=" -> AT_LEAST;
            case "in" -> IN;
            default -> throw new IllegalArgumentException("Not a comparison: " + sign);
        };
    }

    /// Is it a question about one value, which the other side only answers with yes or no?
    public boolean isTest() {
        return sign.isEmpty() && this != MATCHES;
    }

    /// The same seen from the other side.
    Relation turned() {
        return switch (this) {
            case LESS -> GREATER;
            case GREATER -> LESS;
            case AT_MOST -> AT_LEAST;
            case AT_LEAST -> AT_MOST;
            default -> this;
        };
    }

    /// The one that holds where this does not.
    Relation opposite() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_LEAST -> LESS;
            case GREATER -> AT_MOST;
            case AT_MOST -> GREATER;
            default -> this;
        };
    }
}
