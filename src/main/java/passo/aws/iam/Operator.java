package passo.aws.iam;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/// How a condition compares a value of the policy with one of the request. AWS, "Condition operators".
enum Operator {
    StringEquals(String::equals),
    StringNotEquals(StringEquals),
    StringEqualsIgnoreCase(String::equalsIgnoreCase),
    StringNotEqualsIgnoreCase(StringEqualsIgnoreCase),
    StringLike(Wildcards::match),
    StringNotLike(StringLike),
    NumericEquals(numbers(sign -> sign == 0)),
    NumericNotEquals(NumericEquals),
    NumericLessThan(numbers(sign -> sign < 0)),
    NumericLessThanEquals(numbers(sign -> sign <= 0)),
    NumericGreaterThan(numbers(sign -> sign > 0)),
    NumericGreaterThanEquals(numbers(sign -> sign >= 0)),
    DateEquals(dates(sign -> sign == 0)),
    DateNotEquals(DateEquals),
    DateLessThan(dates(sign -> sign < 0)),
    DateLessThanEquals(dates(sign -> sign <= 0)),
    DateGreaterThan(dates(sign -> sign > 0)),
    DateGreaterThanEquals(dates(sign -> sign >= 0)),
    Bool(String::equalsIgnoreCase),
    ArnEquals(Wildcards::matchArn),
    ArnLike(Wildcards::matchArn),
    ArnNotEquals(ArnEquals),
    ArnNotLike(ArnLike),
    /// Is the key not there at all?
    Null(String::equalsIgnoreCase);

    private final BiPredicate<String, String> test;
    private final boolean negated;

    Operator(BiPredicate<String, String> test) {
        this.test = test;
        negated = false;
    }

    Operator(Operator opposite) {
        test = opposite.test;
        negated = true;
    }

    /// Does a value of the request satisfy the condition? One that is negated wants none of the policy's values.
    boolean holds(List<String> values, String told) {
        return values.stream().anyMatch(value -> test.test(value, told)) != negated;
    }

    /// AWS: what the request does not tell equals nothing, and differs from everything.
    boolean holdsOfNothing() {
        return negated;
    }

    static Optional<Operator> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Operator::name).toList();
    }

    private static BiPredicate<String, String> numbers(IntPredicate sign) {
        return (value, told) -> number(value).isPresent() && number(told).filter(known -> sign.test(known.compareTo(number(value).get()))).isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static BiPredicate<String, String> dates(IntPredicate sign) {
        return (value, told) -> date(value).isPresent() && date(told).filter(known -> sign.test(known.compareTo(date(value).get()))).isPresent();
    }

    /// A moment in ISO 8601, or the seconds since 1970.
    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(text.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(text))
                    : Instant.parse(text.contains("T") ? text : text + "T00:00:00Z"));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
