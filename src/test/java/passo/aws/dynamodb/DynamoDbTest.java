package passo.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.aws.Trial;
import passo.json.Json;
import passo.json.Pointer;

class DynamoDbTest {

    static final String OPTIMIZED = "arn:aws:states:::dynamodb:";
    static final String SDK = "arn:aws:states:::aws-sdk:dynamodb:";
    static final String WORLD = """
            {dynamodb: {orders: {partitionKey: {name: id, type: S}, items: [
              {id: {S: o1}, status: {S: NEW}, n: {N: '5'}, tags: {SS: [a, b]}, lines: {L: [{S: x}]}, at: {M: {city: {S: Recife}}}}]}}}""";

    @Test void anItemIsFoundByItsKey() {
        assertThat(Trial.call(OPTIMIZED + "getItem", "{TableName: orders, Key: {id: {S: o2}}}", WORLD).answer()).isEqualTo(Json.Obj.EMPTY);
        assertThat(Pointer.parse("/Item/status/S").orElseThrow()
                .find(Trial.call(SDK + "getItem", "{TableName: orders, Key: {id: {S: o1}}}", WORLD).output())).contains(Json.of("NEW"));
    }

    @Test void anItemIsPutInPlaceOfTheOldOne() {
        var trial = Trial.call(OPTIMIZED + "putItem", "{TableName: orders, Item: {id: {S: o1}}, ReturnValues: ALL_OLD}", WORLD);

        assertThat(Pointer.parse("/Attributes/n/N").orElseThrow().find(trial.output())).contains(Json.of("5"));
        assertThat(items(trial)).isEqualTo(Trial.json("[{id: {S: o1}}]"));
        assertThat(trial.cloud().changes()).hasSize(1);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            attribute_exists(id)                              | true
            attribute_not_exists(id)                          | false
            attribute_not_exists(missing)                     | true
            #s = :new                                         | true
            #s <> :new                                        | false
            n > :four AND n < :six                            | true
            n BETWEEN :four AND :six                          | true
            #s IN (:six, :new)                                | true
            NOT (n = :four OR n = :six)                       | true
            begins_with(#s, :n)                               | true
            contains(tags, :a) AND size(lines) = :one         | true
            attribute_type(n, :type)                          | true
            at.city = :recife and lines[0] = :x               | true
            missing = :new                                    | false
            #s > :four                                        | false
            """)
    void conditionsAreAskedOfTheItem(String condition, boolean holds) {
        var trial = Trial.call(OPTIMIZED + "deleteItem", """
                {TableName: orders, Key: {id: {S: o1}}, ConditionExpression: '%s', ExpressionAttributeNames: {'#s': status},
                 ExpressionAttributeValues: {':new': {S: NEW}, ':four': {N: '4'}, ':six': {N: '6.0'}, ':n': {S: N}, ':a': {S: a}, ':one': {N: '1'},
                  ':type': {S: N}, ':recife': {S: Recife}, ':x': {S: x}}}""".formatted(condition), WORLD);

        if (holds) assertThat(items(trial)).isEqualTo(Json.Arr.EMPTY);
        else assertThat(trial.failure().error()).isEqualTo("DynamoDB.ConditionalCheckFailedException");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            SET n = n + :one                                  | {n: {N: '6'}}
            SET n = if_not_exists(n, :one) - :one             | {n: {N: '4'}}
            SET fresh = if_not_exists(fresh, :one)            | {fresh: {N: '1'}}
            SET lines = list_append(lines, :list), n = :one   | {lines: {L: [{S: x}, {S: y}]}, n: {N: '1'}}
            SET at.city = :y, lines[0] = :y                   | {at: {M: {city: {S: y}}}, lines: {L: [{S: y}]}}
            REMOVE lines[0] SET n = :one                      | {lines: {L: []}, n: {N: '1'}}
            ADD n :one, tags :set                             | {n: {N: '6'}, tags: {SS: [a, b, c]}}
            DELETE tags :ab                                   | {tags: {SS: [b]}}
            """)
    void updatesChangeTheItem(String update, String changed) {
        var trial = Trial.call(SDK + "updateItem", """
                {TableName: orders, Key: {id: {S: o1}}, UpdateExpression: '%s', ReturnValues: UPDATED_NEW,
                 ExpressionAttributeValues: {':one': {N: '1'}, ':list': {L: [{S: y}]}, ':y': {S: y}, ':set': {SS: [c]}, ':ab': {SS: [a]}}}""".formatted(update), WORLD);

        assertThat(trial.output()).isEqualTo(Json.Obj.of("Attributes", Trial.json(changed)));
    }

    @Test void anUpdateMakesTheItemThatIsNotThere() {
        var trial = Trial.call(OPTIMIZED + "updateItem",
                "{TableName: orders, Key: {id: {S: o2}}, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: {':n': {N: '1'}}, ReturnValues: ALL_NEW}", WORLD);

        assertThat(trial.answer()).isEqualTo(Trial.json("{Attributes: {id: {S: o2}, n: {N: '1'}}}"));
    }

    @Test void aMissingTableIsNamedByEachKindOfIntegrationInItsOwnWay() {
        assertThat(Trial.call(OPTIMIZED + "getItem", "{TableName: nope, Key: {id: {S: a}}}", WORLD).failure().error())
                .isEqualTo("DynamoDB.ResourceNotFoundException");
        var failure = Trial.call(SDK + "getItem", "{TableName: nope, Key: {id: {S: a}}}", WORLD).failure();
        assertThat(failure.error()).isEqualTo("DynamoDb.ResourceNotFoundException");
        assertThat(failure.cause())
                .matches("Requested resource not found \\(Service: DynamoDb, Status Code: 400, Request ID: \\S+\\) \\(SDK Attempt Count: 1\\)");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            {TableName: orders, Key: {other: {S: a}}}                                                            | The provided key element does not match the schema
            {TableName: orders, Key: {id: {S: o1}}, UpdateExpression: 'SET n = :x'}                              | Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :x
            {TableName: orders, Key: {id: {S: o1}}, UpdateExpression: 'SET n ='}                                 | Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "="
            {TableName: orders, Key: {id: {S: o1}}, UpdateExpression: 'PUT n'}                                   | Invalid UpdateExpression: Syntax error; token: "PUT", near: "PUT n"
            {TableName: orders, Key: {id: {S: o1}}, ConditionExpression: 'n > '}                                 | Invalid ConditionExpression: Syntax error; token: "<EOF>"
            {TableName: orders, Key: {id: {S: o1}}, ConditionExpression: 'exists(n)'}                            | Invalid ConditionExpression: Invalid function name; function: exists
            """)
    void aRequestThatIsWrongIsAValidationException(String request, String cause) {
        var failure = Trial.call(OPTIMIZED + "updateItem", request, WORLD).failure();

        assertThat(failure.error()).isEqualTo("DynamoDB.AmazonDynamoDBException");
        assertThat(failure.cause()).startsWith(cause)
                .contains("(Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; ");
    }

    @Test void aQueryFindsInTheOrderOfTheSortKey() {
        String world = """
                {dynamodb: {events: {partitionKey: {name: id, type: S}, sortKey: {name: at, type: N}, items: [
                 {id: {S: a}, at: {N: '10'}}, {id: {S: a}, at: {N: '9'}}, {id: {S: b}, at: {N: '1'}}, {id: {S: a}, at: {N: '2'}, hidden: {BOOL: true}}]}}}""";

        assertThat(Trial.call(SDK + "query", """
                {TableName: events, KeyConditionExpression: 'id = :a', FilterExpression: attribute_not_exists(hidden),
                 ExpressionAttributeValues: {':a': {S: a}}}""", world).output())
                .isEqualTo(Trial.json("{Items: [{id: {S: a}, at: {N: '9'}}, {id: {S: a}, at: {N: '10'}}], Count: 2, ScannedCount: 3}"));
        assertThat(Pointer.parse("/Count").orElseThrow().find(Trial.call(SDK + "scan", "{TableName: events, Limit: 3}", world).output()))
                .contains(Json.of(3));
    }

    @Test void aBatchWritesToItsTables() {
        var trial = Trial.call(SDK + "batchWriteItem",
                "{RequestItems: {orders: [{PutRequest: {Item: {id: {S: o2}}}}, {DeleteRequest: {Key: {id: {S: o1}}}}]}}", WORLD);

        assertThat(trial.output()).isEqualTo(Trial.json("{UnprocessedItems: {}}"));
        assertThat(items(trial)).isEqualTo(Trial.json("[{id: {S: o2}}]"));
    }

    private static Json items(Trial trial) {
        return Pointer.parse("/dynamodb/orders/items").orElseThrow().find(trial.cloud().world()).orElseThrow();
    }
}
