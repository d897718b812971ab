package passo.aws.dynamodb;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key condition turned into the stretch of an index that it means. DynamoDB, "Key condition expressions for the Query operation".
final class KeyCondition {

    private static final String INVALID = "Invalid KeyConditionExpression: ";
    /// After every text that begins alike.
    private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

    /// A condition on one attribute, the attribute on its left.
    private record On(String attribute, Condition condition) {}

    private KeyCondition() {}

    static Checked<Range> range(Condition condition, Schema schema) {
        return parts(condition).then(parts -> range(parts, schema));
    }

    private static Checked<Map<String, Condition>> parts(Condition condition) {
        if (!(condition instanceof Condition.And(var left, var right))) {
            return on(condition).map(on -> Map.of(on.attribute, on.condition));
        }
        return parts(left).then(one -> parts(right).then(other -> {
            Map<String, Condition> both = new LinkedHashMap<>(one);
            both.putAll(other);
            return both.size() == one.size() + other.size() ? Checked.good(both)
                    : Checked.invalid(INVALID + "KeyConditionExpressions must only contain one condition per key");
        }));
    }

    private static Checked<On> on(Condition condition) {
        return switch (condition) {
            case Condition.Compare(var comparator, var left, var right) when comparator != Condition.Comparator.NE ->
                right instanceof Operand.Attribute && !(left instanceof Operand.Attribute)
                        ? on(right, List.of(left), new Condition.Compare(comparator.reversed(), right, left))
                        : on(left, List.of(right), condition);
            case Condition.Between(var operand, var low, var high) -> first("BETWEEN", operand).then(_ -> on(operand, List.of(low, high), condition));
            case Condition.Call(var function, var arguments) when function == Condition.Function.BEGINS_WITH ->
                first(function.word(), arguments.getFirst()).then(_ -> on(arguments.getFirst(), List.of(arguments.getLast()), condition));
            case Condition.Or _ -> operator("OR");
            case Condition.Not _ -> operator("NOT");
            case Condition.In _ -> operator("IN");
            case Condition.Compare _ -> operator("<>");
            case Condition.Call(var function, _) -> operator(function.word());
            case Condition.And _ -> throw new IllegalArgumentException("Not a condition on one attribute: " + condition);
        };
    }

    private static <T> Checked<T> operator(String name) {
        return Checked.invalid(INVALID + "Invalid operator used in KeyConditionExpression: " + name);
    }

    private static Checked<Operand> first(String operator, Operand operand) {
        return operand instanceof Operand.Attribute ? Checked.good(operand)
                : Checked.invalid(INVALID + "Invalid condition in KeyConditionExpression: " + operator
                        + " operator must have the key attribute as its first operand");
    }

    private static Checked<On> on(Operand attribute, List<Operand> values, Condition condition) {
        if (attribute instanceof Operand.Size || values.stream().anyMatch(value -> value instanceof Operand.Size)) {
            return Checked.invalid(INVALID + "KeyConditionExpressions cannot contain nested operations");
        }
        if (!(attribute instanceof Operand.Attribute(var path))) {
            return Checked.invalid(INVALID + "Invalid condition in KeyConditionExpression: No key attribute specified");
        }
        if (values.stream().anyMatch(value -> value instanceof Operand.Attribute)) {
            return Checked.invalid(INVALID + "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition");
        }
        return path.isNested() ? Checked.invalid(INVALID + "KeyConditionExpressions cannot have conditions on nested attributes")
                : Checked.good(new On(path.attribute(), condition));
    }

    private static Checked<Range> range(Map<String, Condition> parts, Schema schema) {
        Condition onPartition = parts.get(schema.partition().name());
        if (onPartition == null) return Checked.invalid("Query condition missed key schema element: " + schema.partition().name());
        if (!(onPartition instanceof Condition.Compare(var comparator, _, Operand.Constant(var partition))) || comparator != Condition.Comparator.EQ) {
            return Checked.invalid("Query key condition not supported");
        }
        Optional<String> fault = misfit(schema.partition(), partition);
        if (fault.isPresent()) return Checked.invalid(fault.get());
        Optional<Schema.Key> sort = schema.sort();
        if (parts.size() == 1) return Checked.good(new Range(Position.before(partition), Position.after(partition)));
        if (sort.isEmpty()) return Checked.invalid("Query key condition not supported");
        Condition onSort = parts.get(sort.get().name());
        if (onSort == null || parts.size() > 2) return Checked.invalid("Query condition missed key schema element: " + sort.get().name());
        return Checked.unless(values(onSort).stream().map(value -> misfit(sort.get(), value)).flatMap(Optional::stream).findFirst(),
                () -> range(partition, onSort));
    }

    private static Optional<String> misfit(Schema.Key key, Value value) {
        if (value.type() != key.type()) {
            return Optional.of("One or more parameter values were invalid: Condition parameter type does not match schema type");
        }
        if (!Schema.isEmpty(value)) return Optional.empty();
        return Optional.of("One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
                + (value instanceof Value.B ? "binary" : "string") + " value. Key: " + key.name());
    }

    private static List<Value> values(Condition condition) {
        return switch (condition) {
            case Condition.Compare(_, _, Operand.Constant(var value)) -> List.of(value);
            case Condition.Between(_, Operand.Constant(var low), Operand.Constant(var high)) -> List.of(low, high);
            case Condition.Call(_, var arguments) when arguments.getLast() instanceof Operand.Constant(var prefix) -> List.of(prefix);
            case Condition other -> throw new IllegalArgumentException("Not a condition on a sort key: " + other);
        };
    }

    private static Range range(Value partition, Condition onSort) {
        List<Value> values = values(onSort);
        Value first = values.getFirst();
        Position before = Position.before(partition, first);
        Position after = Position.after(partition, values.getLast());
        Position begin = Position.before(partition);
        Position end = Position.after(partition);
        return switch (onSort) {
            case Condition.Compare(var comparator, _, _) -> switch (comparator) {
                case EQ -> new Range(before, after);
                case LT -> new Range(begin, before);
                case LE -> new Range(begin, after);
                case GT -> new Range(after, end);
                case GE -> new Range(before, end);
                case NE -> throw new IllegalArgumentException("Not a condition on a sort key: " + onSort);
            };
            case Condition.Call _ -> new Range(before, Position.after(partition, highest(first)));
            case Condition _ -> new Range(before, after);
        };
    }

    private static Value highest(Value prefix) {
        if (prefix instanceof Value.B binary) return new Value.B(highest(binary.bytes()));
        return prefix instanceof Value.S(var text) ? new Value.S(text + HIGHEST) : prefix;
    }

    private static String highest(byte[] prefix) {
        byte[] highest = Arrays.copyOf(prefix, prefix.length + 1024);
        Arrays.fill(highest, prefix.length, highest.length, (byte) 0xff);
        return Base64.getEncoder().encodeToString(highest);
    }
}
