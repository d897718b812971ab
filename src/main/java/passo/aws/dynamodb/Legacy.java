package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.json.Json;

/// The parameters that came before expressions, turned into what expressions are read as. DynamoDB, "Legacy conditional parameters".
final class Legacy {

    private static final Map<String, List<String>> BEFORE = Map.of(
            Expressions.CONDITION, List.of("Expected"),
            Expressions.FILTER, List.of("QueryFilter", "ScanFilter"),
            Expressions.KEY_CONDITION, List.of("KeyConditions"),
            Expressions.UPDATE, List.of("AttributeUpdates"),
            Expressions.PROJECTION, List.of("AttributesToGet"));

    private final Json.Obj body;
    private Optional<String> fault = Optional.empty();

    Legacy(Json.Obj body) {
        this.body = body;
    }

    Optional<String> fault() {
        return fault;
    }

    /// The complaint about expressions and legacy parameters in one request.
    static Optional<String> mixed(Json.Obj body, List<String> fields) {
        List<String> expressions = fields.stream().filter(body::has).toList();
        var legacy = new ArrayList<>(fields.stream().flatMap(field -> BEFORE.get(field).stream()).filter(body::has).toList());
        if (!body.has(Expressions.KEY_CONDITION)) legacy.remove("KeyConditions");
        return expressions.isEmpty() || legacy.isEmpty() ? Optional.empty() : Optional.of(
                "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {"
                        + String.join(", ", legacy) + "} Expression parameters: {" + String.join(", ", expressions) + "}");
    }

    /// What stands in the place of a condition; empty for nothing.
    List<Condition> condition(String field) {
        Optional<Json.Obj> conditions = BEFORE.get(field).stream().map(body::get).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).findFirst();
        if (conditions.isEmpty()) return List.of();
        var all = new ArrayList<Condition>();
        conditions.get().forEach((attribute, asked) -> {
            if (asked instanceof Json.Obj obj) all.add(condition(new Operand.Attribute(Path.of(attribute)), obj));
        });
        boolean any = Json.of("OR").equals(body.get("ConditionalOperator"));
        return all.stream().reduce((one, other) -> any ? new Condition.Or(one, other) : new Condition.And(one, other)).stream().toList();
    }

    private Condition condition(Operand attribute, Json.Obj asked) {
        List<Operand> values = new ArrayList<>();
        if (asked.get("Value") != null) values.add(constant(asked.get("Value")));
        if (asked.get("AttributeValueList") instanceof Json.Arr list) list.forEach(value -> values.add(constant(value)));
        String usual = Json.FALSE.equals(asked.get("Exists")) ? "NULL" : "EQ";
        String operator = asked.get("ComparisonOperator") instanceof Json.Str(var name) ? name : usual;
        int wanted = switch (operator) {
            case "NULL", "NOT_NULL" -> 0;
            case "BETWEEN" -> 2;
            case "IN" -> Math.max(1, values.size());
            default -> 1;
        };
        if (values.size() != wanted) {
            fault("One or more parameter values were invalid: Invalid number of argument(s) for the " + operator + " ComparisonOperator");
            return new Condition.In(attribute, List.of());
        }
        return condition(operator, attribute, values);
    }

    private Condition condition(String operator, Operand attribute, List<Operand> values) {
        return switch (operator) {
            case "NULL" -> new Condition.Call(Condition.Function.ATTRIBUTE_NOT_EXISTS, List.of(attribute));
            case "NOT_NULL" -> new Condition.Call(Condition.Function.ATTRIBUTE_EXISTS, List.of(attribute));
            case "BETWEEN" -> new Condition.Between(attribute, values.getFirst(), values.getLast());
            case "IN" -> new Condition.In(attribute, values);
            case "BEGINS_WITH" -> new Condition.Call(Condition.Function.BEGINS_WITH, List.of(attribute, values.getFirst()));
            case "CONTAINS" -> new Condition.Call(Condition.Function.CONTAINS, List.of(attribute, values.getFirst()));
            case "NOT_CONTAINS" -> new Condition.Not(new Condition.Call(Condition.Function.CONTAINS, List.of(attribute, values.getFirst())));
            case "EQ", "NE", "LT", "LE", "GT", "GE" -> new Condition.Compare(Condition.Comparator.valueOf(operator), attribute, values.getFirst());
            default -> {
                fault("1 validation error detected: Value '" + operator + "' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum "
                        + "value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]");
                yield new Condition.In(attribute, List.of());
            }
        };
    }

    private Operand constant(Json typed) {
        return new Operand.Constant(value(typed));
    }

    private Value value(Json typed) {
        var reader = new ValueReader();
        Value value = reader.value(typed);
        reader.fault().ifPresent(this::fault);
        return value;
    }

    List<Clause> update() {
        var clauses = new ArrayList<Clause>();
        if (body.get("AttributeUpdates") instanceof Json.Obj updates) {
            updates.forEach((attribute, asked) -> {
                if (asked instanceof Json.Obj obj) clauses.add(clause(Path.of(attribute), obj));
            });
        }
        return clauses;
    }

    private Clause clause(Path path, Json.Obj asked) {
        String action = asked.get("Action") instanceof Json.Str(var name) ? name : "PUT";
        Json typed = asked.get("Value");
        if (typed == null) {
            if (!action.equals("DELETE")) {
                fault("One or more parameter values were invalid: Only DELETE action is allowed when no attribute value is specified");
            }
            return new Clause.Remove(path);
        }
        return switch (action) {
            case "ADD" -> new Clause.Add(path, value(typed));
            case "DELETE" -> new Clause.Delete(path, value(typed));
            default -> new Clause.Set(path, constant(typed));
        };
    }

    List<Path> projection() {
        return body.get("AttributesToGet") instanceof Json.Arr names
                ? names.items().stream().filter(Json.Str.class::isInstance).map(name -> Path.of(((Json.Str) name).value())).toList() : List.of();
    }

    private void fault(String message) {
        if (fault.isEmpty()) fault = Optional.of(message);
    }
}
