package passo.aws.dynamodb;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Conditions asked of an item, and operands found in it. What an item does not have fulfils nothing but `<>`.
final class Evaluation {

    private Evaluation() {}

    static boolean holds(Condition condition, Value.M item) {
        return switch (condition) {
            case Condition.Or(var left, var right) -> holds(left, item) || holds(right, item);
            case Condition.And(var left, var right) -> holds(left, item) && holds(right, item);
            case Condition.Not(var inner) -> !holds(inner, item);
            case Condition.Compare(var comparator, var left, var right) -> compares(comparator, value(left, item), value(right, item));
            case Condition.Between(var operand, var low, var high) -> {
                Optional<Value> value = value(operand, item);
                yield compares(Condition.Comparator.GE, value, value(low, item)) && compares(Condition.Comparator.LE, value, value(high, item));
            }
            case Condition.In(var operand, var choices) -> {
                Optional<Value> value = value(operand, item);
                yield choices.stream().anyMatch(choice -> compares(Condition.Comparator.EQ, value, value(choice, item)));
            }
            case Condition.Call(var function, var arguments) -> call(function, arguments.stream().map(argument -> value(argument, item)).toList());
        };
    }

    private static boolean compares(Condition.Comparator comparator, Optional<Value> left, Optional<Value> right) {
        if (left.isEmpty() || right.isEmpty()) return comparator == Condition.Comparator.NE && left.isPresent() != right.isPresent();
        Value one = left.get();
        Value other = right.get();
        boolean ordered = one.type() == other.type() && one.type().isScalar();
        return switch (comparator) {
            case EQ -> one.equals(other);
            case NE -> !one.equals(other);
            case LT -> ordered && Value.order(one, other) < 0;
            case LE -> ordered && Value.order(one, other) <= 0;
            case GT -> ordered && Value.order(one, other) > 0;
            case GE -> ordered && Value.order(one, other) >= 0;
        };
    }

    private static boolean call(Condition.Function function, List<Optional<Value>> arguments) {
        Optional<Value> first = arguments.getFirst();
        Optional<Value> last = arguments.getLast();
        return switch (function) {
            case ATTRIBUTE_EXISTS -> first.isPresent();
            case ATTRIBUTE_NOT_EXISTS -> first.isEmpty();
            case ATTRIBUTE_TYPE -> first.isPresent() && last.equals(Optional.of(new Value.S(first.get().type().name())));
            case BEGINS_WITH -> first.isPresent() && last.isPresent() && beginsWith(first.get(), last.get());
            case CONTAINS -> first.isPresent() && last.isPresent() && contains(first.get(), last.get());
        };
    }

    private static boolean beginsWith(Value whole, Value prefix) {
        if (whole instanceof Value.S(var text) && prefix instanceof Value.S(var beginning)) return text.startsWith(beginning);
        return whole instanceof Value.B binary && prefix instanceof Value.B beginning && hex(binary).startsWith(hex(beginning));
    }

    private static String hex(Value.B binary) {
        return HexFormat.of().formatHex(binary.bytes());
    }

    private static boolean contains(Value whole, Value part) {
        return switch (whole) {
            case Value.S(var text) -> part instanceof Value.S(var sought) && text.contains(sought);
            case Value.SetOf(_, var members) -> members.contains(part);
            case Value.L(var items) -> items.contains(part);
            case Value.N _, Value.B _, Value.Bool _, Value.Null _, Value.M _ -> false;
        };
    }

    /// Empty where the item has nothing there, or nothing that the operand can be made of.
    static Optional<Value> value(Operand operand, Value.M item) {
        return switch (operand) {
            case Operand.Constant(var value) -> Optional.of(value);
            case Operand.Attribute(var path) -> path.find(item);
            case Operand.Size(var of) -> value(of, item).flatMap(Evaluation::size);
            case Operand.IfNotExists(var path, var otherwise) -> path.find(item).or(() -> value(otherwise, item));
            case Operand.ListAppend(var first, var second) -> value(first, item).flatMap(one -> value(second, item).flatMap(two -> joined(one, two)));
            case Operand.Plus(var left, var right) -> number(left, item).flatMap(one -> number(right, item).map(two -> new Value.N(one.add(two))));
            case Operand.Minus(var left, var right) ->
                number(left, item).flatMap(one -> number(right, item).map(two -> new Value.N(one.subtract(two))));
        };
    }

    private static Optional<Value> size(Value value) {
        return switch (value) {
            case Value.S(var text) -> count(text.codePointCount(0, text.length()));
            case Value.B binary -> count(binary.bytes().length);
            case Value.SetOf(_, var members) -> count(members.size());
            case Value.L(var items) -> count(items.size());
            case Value.M(var attributes) -> count(attributes.size());
            case Value.N _, Value.Bool _, Value.Null _ -> Optional.empty();
        };
    }

    private static Optional<Value> count(int number) {
        return Optional.of(new Value.N(BigDecimal.valueOf(number)));
    }

    private static Optional<Value> joined(Value first, Value second) {
        if (!(first instanceof Value.L(var one) && second instanceof Value.L(var two))) return Optional.empty();
        return Optional.of(new Value.L(Stream.concat(one.stream(), two.stream()).toList()));
    }

    private static Optional<BigDecimal> number(Operand operand, Value.M item) {
        return value(operand, item).flatMap(value -> value instanceof Value.N(var number) ? Optional.of(number) : Optional.empty());
    }
}
