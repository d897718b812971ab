package passo.aws.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import passo.aws.Trial;
import passo.json.Json;
import passo.json.Pointer;

/// A table of orders for tests, and requests whose placeholders are those that their expressions name.
final class Orders {

    static final String OPTIMIZED = "arn:aws:states:::dynamodb:";
    static final String SDK = "arn:aws:states:::aws-sdk:dynamodb:";
    static final String WORLD = """
            {dynamodb: {orders: {partitionKey: {name: id, type: S}, items: [
              {id: {S: o1}, status: {S: NEW}, n: {N: '5'}, tags: {SS: [a, b]}, cells: {L: [{S: x}, {S: y}, {S: z}]}, place: {M: {city: {S: Recife}}},
               paid: {BOOL: false}, bits: {B: AAEC}, nums: {NS: ['1', '2']}, gone: {NULL: true}}]}}}""";

    private static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry(":new", "{S: NEW}"), Map.entry(":n", "{S: N}"), Map.entry(":x", "{S: x}"), Map.entry(":a", "{S: a}"), Map.entry(":y", "{S: y}"),
            Map.entry(":recife", "{S: Recife}"), Map.entry(":one", "{N: '1'}"), Map.entry(":onePointNought", "{N: '1.0'}"), Map.entry(":four", "{N: '4'}"),
            Map.entry(":five", "{N: '5.00'}"), Map.entry(":six", "{N: '6'}"), Map.entry(":three", "{N: '3'}"), Map.entry(":no", "{BOOL: false}"),
            Map.entry(":bits", "{B: AAE=}"), Map.entry(":list", "{L: [{S: w}]}"), Map.entry(":c", "{SS: [c, a]}"), Map.entry(":ba", "{SS: [b, a]}"),
            Map.entry(":map", "{M: {city: {S: Recife}}}"), Map.entry(":huge", "{N: '9E125'}"), Map.entry(":M", "{S: M}"), Map.entry(":Q", "{S: Q}")));

    private Orders() {}

    /// The members of a request that tell what the placeholders of an expression are.
    static String placeholders(String expression) {
        var values = new TreeMap<String, String>();
        Pattern.compile(":\\w+").matcher(expression).results().map(match -> match.group()).filter(VALUES::containsKey).forEach(name -> values.put(name, VALUES.get(name)));
        String names = expression.contains("#s") ? ", ExpressionAttributeNames: {'#s': status}" : "";
        var texts = values.entrySet().stream().map(entry -> "'" + entry.getKey() + "': " + entry.getValue()).toList();
        return names + (texts.isEmpty() ? "" : ", ExpressionAttributeValues: {" + String.join(", ", texts) + "}");
    }

    static Trial deleteIf(String condition) {
        return Trial.call(OPTIMIZED + "deleteItem", "{TableName: orders, Key: {id: {S: o1}}, ConditionExpression: '%s' %s}"
                .formatted(condition, placeholders(condition)), WORLD);
    }

    static Trial update(String update) {
        return Trial.call(SDK + "updateItem", "{TableName: orders, Key: {id: {S: o1}}, UpdateExpression: '%s', ReturnValues: UPDATED_NEW %s}"
                .formatted(update, placeholders(update)), WORLD);
    }

    static Json items(Trial trial) {
        return Pointer.parse("/dynamodb/orders/items").orElseThrow().find(trial.cloud().world()).orElseThrow();
    }
}
