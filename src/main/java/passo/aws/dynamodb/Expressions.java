package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.json.Json;

/// The expressions of one request, read. An absent condition is an empty list, like an absent update or projection.
///
/// @param condition of `ConditionExpression`, `FilterExpression` or `KeyConditionExpression`: one at most
record Expressions(List<Condition> condition, List<Condition> filter, List<Condition> keyCondition, List<Clause> update, List<Path> projection) {

    static final String CONDITION = "ConditionExpression";
    static final String FILTER = "FilterExpression";
    static final String KEY_CONDITION = "KeyConditionExpression";
    static final String UPDATE = "UpdateExpression";
    static final String PROJECTION = "ProjectionExpression";

    Expressions {
        condition = List.copyOf(condition);
        filter = List.copyOf(filter);
        keyCondition = List.copyOf(keyCondition);
        update = List.copyOf(update);
        projection = List.copyOf(projection);
    }

    /// @param fields those that the action has, in the order in which DynamoDB names them
    static Checked<Expressions> read(Json.Obj body, List<String> fields) {
        Optional<String> fault = Legacy.mixed(body, fields).or(() -> withoutExpressions(body, fields));
        if (fault.isPresent()) return Checked.invalid(fault.get());
        return fields.stream().anyMatch(body::has) ? parsed(body, fields) : legacy(body, fields);
    }

    private static Checked<Expressions> legacy(Json.Obj body, List<String> fields) {
        var legacy = new Legacy(body);
        var expressions = new Expressions(fields.contains(CONDITION) ? legacy.condition(CONDITION) : List.of(), legacy.condition(FILTER),
                legacy.condition(KEY_CONDITION), legacy.update(), legacy.projection());
        return Checked.unless(legacy.fault(), () -> expressions);
    }

    private static Checked<Expressions> parsed(Json.Obj body, List<String> fields) {
        var placeholders = new Placeholders(body);
        if (placeholders.fault().isPresent()) return Checked.invalid(placeholders.fault().get());
        Map<String, List<Condition>> conditions = new HashMap<>();
        List<Clause> update = List.of();
        List<Path> projection = List.of();
        for (String field : fields) {
            if (!(body.get(field) instanceof Json.Str(var text))) continue;
            Parser parser = switch (field) {
                case UPDATE -> {
                    var reader = new UpdateParser(field, text, placeholders);
                    update = reader.clauses();
                    yield reader;
                }
                case PROJECTION -> {
                    var reader = new ProjectionParser(field, text, placeholders);
                    projection = reader.paths();
                    yield reader;
                }
                default -> {
                    var reader = new ConditionParser(field, text, placeholders);
                    conditions.put(field, List.of(reader.condition()));
                    yield reader;
                }
            };
            if (parser.fault().isPresent()) return Checked.invalid(parser.fault().get());
        }
        if (fields.contains(KEY_CONDITION) && !body.has(KEY_CONDITION)) conditions.put(KEY_CONDITION, new Legacy(body).condition(KEY_CONDITION));
        return Checked.unless(placeholders.unused(), expressions(conditions, update, projection));
    }

    private static Supplier<Expressions> expressions(Map<String, List<Condition>> conditions, List<Clause> update, List<Path> projection) {
        return () -> new Expressions(conditions.getOrDefault(CONDITION, List.of()), conditions.getOrDefault(FILTER, List.of()),
                conditions.getOrDefault(KEY_CONDITION, List.of()), update, projection);
    }

    /// Placeholders for nothing.
    private static Optional<String> withoutExpressions(Json.Obj body, List<String> fields) {
        if (body.has("ExpressionAttributeNames") && fields.stream().noneMatch(body::has)) {
            return Optional.of("ExpressionAttributeNames can only be specified when using expressions");
        }
        var withValues = new ArrayList<>(fields);
        withValues.remove(PROJECTION);
        if (withValues.isEmpty() || !body.has("ExpressionAttributeValues") || withValues.stream().anyMatch(body::has)) return Optional.empty();
        return Optional.of("ExpressionAttributeValues can only be specified when using expressions: " + String.join(" and ", withValues)
                + (withValues.size() > 1 ? " are null" : " is null"));
    }

    /// Does the item fulfil the condition, if there is one?
    static boolean holds(List<Condition> condition, Value.M item) {
        return condition.stream().allMatch(one -> Evaluation.holds(one, item));
    }

    /// An attribute of a key that the filter asks about, which the key condition is for.
    Optional<String> filteredKey(Schema schema) {
        return filter.stream().flatMap(Expressions::attributes).filter(schema.names()::contains).findFirst()
                .map(name -> "Filter Expression can only contain non-primary key attributes: Primary key attribute: " + name);
    }

    private static Stream<String> attributes(Node node) {
        return switch (node) {
            case Condition.Or(var left, var right) -> Stream.of(left, right).flatMap(Expressions::attributes);
            case Condition.And(var left, var right) -> Stream.of(left, right).flatMap(Expressions::attributes);
            case Condition.Not(var condition) -> attributes(condition);
            case Condition.Compare(_, var left, var right) -> Stream.of(left, right).flatMap(Expressions::attributes);
            case Condition.Between(var operand, var low, var high) -> Stream.of(operand, low, high).flatMap(Expressions::attributes);
            case Condition.In(var operand, var choices) -> Stream.concat(Stream.of(operand), choices.stream()).flatMap(Expressions::attributes);
            case Condition.Call(_, var arguments) -> arguments.stream().flatMap(Expressions::attributes);
            case Operand.Attribute(var path) -> Stream.of(path.attribute());
            case Operand.Size(var of) -> attributes(of);
            case Operand _ -> Stream.empty();
        };
    }

    /// What the request wants to see of an item.
    Value.M seen(Value.M item) {
        return projection.isEmpty() ? item : Projection.of(item, projection);
    }

    /// Paths into a key's attributes, which are scalars.
    Optional<String> intoKey(Table table) {
        return update.stream().map(Clause::path).filter(path -> path.isNested() && table.schema().names().contains(path.attribute())).findFirst()
                .map(path -> "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: " + path.attribute());
    }

    /// An update of the key itself.
    Optional<String> ofKey(Table table) {
        return update.stream().map(clause -> clause.path().attribute()).filter(table.schema().names()::contains).findFirst()
                .map(name -> "One or more parameter values were invalid: Cannot update attribute " + name + ". This attribute is part of the key");
    }
}
