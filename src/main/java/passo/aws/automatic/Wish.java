package passo.aws.automatic;

import java.math.BigDecimal;
import java.util.Optional;
import passo.asl.ChoiceRule;
import passo.json.Json;

/// What a comparison would like its variable to be.
///
/// @param value that makes it true or false, as was asked; where there is one
/// @param unwanted that must not be
record Wish(Need.Kind kind, Optional<Json> value, Optional<Json> unwanted) {

    static Wish of(ChoiceRule.Operator operator, Json operand, boolean truth) {
        return switch (operator) {
            case StringEquals, TimestampEquals, NumericEquals -> truth ? is(operand) : isNot(operand);
            case BooleanEquals -> is(truth ? operand : Json.of(!Json.TRUE.equals(operand)));
            case StringMatches -> {
                Json example = operand instanceof Json.Str(var pattern)
                        ? Json.of(pattern.replace("\\*", "\u0000").replace("*", "example").replace('\u0000', '*')) : operand;
                yield truth ? is(example) : isNot(example);
            }
            case NumericGreaterThan, NumericLessThanEquals ->
                    is(shifted(operand, truth == (operator == ChoiceRule.Operator.NumericGreaterThan) ? 1 : 0));
            case NumericLessThan, NumericGreaterThanEquals ->
                    is(shifted(operand, truth == (operator == ChoiceRule.Operator.NumericLessThan) ? -1 : 0));
            case StringGreaterThan, StringLessThanEquals ->
                    is(after(operand, truth == (operator == ChoiceRule.Operator.StringGreaterThan)));
            case StringLessThan, StringGreaterThanEquals ->
                    is(truth == (operator == ChoiceRule.Operator.StringLessThan) ? Json.of("") : operand);
            case TimestampGreaterThan, TimestampLessThanEquals ->
                is(truth == (operator == ChoiceRule.Operator.TimestampGreaterThan) ? Json.of("2999-01-01T00:00:00Z") : operand);
            case TimestampLessThan, TimestampGreaterThanEquals ->
                is(truth == (operator == ChoiceRule.Operator.TimestampLessThan) ? Json.of("1970-01-01T00:00:00Z") : operand);
            case IsNull -> truth ? is(Json.NULL) : isNot(Json.NULL);
            case IsPresent -> new Wish(Need.Kind.ANY, Optional.empty(), Optional.empty());
            case IsNumeric -> truth ? is(Json.of(1)) : is(Json.of("example"));
            case IsString -> truth ? is(Json.of("example")) : is(Json.of(1));
            case IsBoolean -> truth ? is(Json.TRUE) : is(Json.of("example"));
            case IsTimestamp -> truth ? is(Json.of("2026-01-01T00:00:00Z")) : is(Json.of("example"));
        };
    }

    /// The value that both sides of a comparison of two paths are measured by; the right side is made it.
    static Json shared(ChoiceRule.Operator operator, Need right) {
        Json value = switch (operator.operand()) {
            case NUMERIC -> Json.of(1);
            case BOOLEAN -> Json.TRUE;
            case TIMESTAMP -> Json.of("2026-01-01T00:00:00Z");
            case STRING, PATTERN, TYPE -> Json.of("example");
        };
        right.wants(value);
        return value;
    }

    void make(Need need) {
        need.is(kind);
        value.ifPresent(need::wants);
        unwanted.ifPresent(need::avoids);
    }

    private static Wish is(Json value) {
        return new Wish(Need.Kind.ANY, Optional.of(value), Optional.empty());
    }

    private static Wish isNot(Json value) {
        Need.Kind kind = switch (value) {
            case Json.Num _ -> Need.Kind.NUMBER;
            case Json.Bool _ -> Need.Kind.BOOLEAN;
            case Json _ -> Need.Kind.ANY;
        };
        return new Wish(kind, Optional.empty(), Optional.of(value));
    }

    private static Json shifted(Json number, int by) {
        return number instanceof Json.Num(var value) ? new Json.Num(value.add(BigDecimal.valueOf(by))) : number;
    }

    private static Json after(Json text, boolean greater) {
        return greater && text instanceof Json.Str(var value) ? Json.of(value + "~") : text;
    }
}
