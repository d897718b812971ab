package passo.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.aws.dynamodb.Orders.OPTIMIZED;
import static passo.aws.dynamodb.Orders.SDK;
import static passo.aws.dynamodb.Orders.WORLD;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.aws.Trial;
import passo.aws.service.Change;
import passo.json.Json;
import passo.json.Pointer;

class DynamoDbTest {

    static final String EVENTS = """
            {dynamodb: {events: {partitionKey: {name: id, type: S}, sortKey: {name: t, type: N},
             indexes: {byKind: {partitionKey: {name: kind, type: S}, sortKey: {name: id, type: S}}, byRank: {partitionKey: {name: id, type: S}, sortKey: {name: points, type: N}}},
             items: [{id: {S: a}, t: {N: '10'}, kind: {S: x}}, {id: {S: a}, t: {N: '9'}, kind: {S: y}, points: {N: '1'}}, {id: {S: b}, t: {N: '1'}, kind: {S: x}},
              {id: {S: a}, t: {N: '-2'}, secret: {BOOL: true}, points: {N: '0.5'}}]}}}""";

    @Test void anItemIsFoundByItsKey() {
        assertThat(Trial.call(OPTIMIZED + "getItem", "{TableName: orders, Key: {id: {S: o2}}}", WORLD).answer()).isEqualTo(Json.Obj.EMPTY);
        assertThat(Pointer.parse("/Item/status/S").orElseThrow()
                .find(Trial.call(SDK + "getItem", "{TableName: orders, Key: {id: {S: o1}}}", WORLD).output())).contains(Json.of("NEW"));
        assertThat(Trial.call(SDK + "getItem", "{TableName: 'arn:aws:dynamodb:us-east-1:111122223333:table/orders', Key: {id: {S: o2}}}", WORLD).output())
                .isEqualTo(Json.Obj.EMPTY);
    }

    @Test void anItemIsPutInPlaceOfTheOldOne() {
        var trial = Trial.call(OPTIMIZED + "putItem", "{TableName: orders, Item: {id: {S: o1}}, ReturnValues: ALL_OLD}", WORLD);

        assertThat(Pointer.parse("/Attributes/n/N").orElseThrow().find(trial.output())).contains(Json.of("5"));
        assertThat(Orders.items(trial)).isEqualTo(Trial.json("[{id: {S: o1}}]"));
        assertThat(trial.cloud().changes()).hasSize(1);
    }

    @Test void numbersAreKeptWithoutNeedlessZeros() {
        var trial = Trial.call(SDK + "putItem", "{TableName: orders, Item: {id: {S: o1}, a: {N: '0042.1200'}, b: {N: '1.5E3'}, c: {NS: ['1.0', '-0']}}}", WORLD);

        assertThat(Orders.items(trial)).isEqualTo(Trial.json("[{id: {S: o1}, a: {N: '42.12'}, b: {N: '1500'}, c: {NS: ['1', '0']}}]"));
    }

    @Test void anUpdateMakesTheItemThatIsNotThere() {
        var trial = Trial.call(OPTIMIZED + "updateItem",
                "{TableName: orders, Key: {id: {S: o2}}, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: {':n': {N: '1'}}, ReturnValues: ALL_NEW}", WORLD);

        assertThat(trial.answer()).isEqualTo(Trial.json("{Attributes: {id: {S: o2}, n: {N: '1'}}}"));
    }

    @Test void attributesAreUpdatedAsBeforeThereWereExpressions() {
        var trial = Trial.call(SDK + "updateItem", """
                {TableName: orders, Key: {id: {S: o2}}, AttributeUpdates: {a: {Value: {N: '1'}, Action: ADD}, b: {Value: {S: b}}, c: {Action: DELETE}}, ReturnValues: ALL_NEW}""",
                WORLD);

        assertThat(trial.output()).isEqualTo(Trial.json("{Attributes: {id: {S: o2}, a: {N: '1'}, b: {S: b}}}"));
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
            {id: {N: '1'}}                                         | One or more parameter values were invalid: Type mismatch for key id expected: S actual: N
            {n: {N: '1'}}                                          | One or more parameter values were invalid: Missing the key id in the item
            {id: {S: ''}}                                          | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id
            {id: {S: a}, n: {N: ''}}                               | The parameter cannot be converted to a numeric value
            {id: {S: a}, n: {N: five}}                             | The parameter cannot be converted to a numeric value: five
            {id: {S: a}, n: {N: '1E126'}}                          | Number overflow. Attempting to store a number with magnitude larger than supported range
            {id: {S: a}, n: {N: '1E-131'}}                         | Number underflow. Attempting to store a number with magnitude smaller than supported range
            {id: {S: a}, n: {N: '123456789012345678901234567890123456789'}} | Attempting to store more than 38 significant digits in a Number
            {id: {S: a}, n: {SS: []}}                              | One or more parameter values were invalid: An string set  may not be empty
            {id: {S: a}, n: {NS: ['1', '1.0']}}                    | Input collection contains duplicates
            {id: {S: a}, n: {SS: [x, x]}}                          | One or more parameter values were invalid: Input collection [x, x] contains duplicates.
            {id: {S: a}, n: {}}                                    | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
            {id: {S: a}, n: {N: '1', S: a}}                        | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
            {id: {S: a}, m: {M: {l: {L: [{SS: []}]}}}}             | One or more parameter values were invalid: An string set  may not be empty
            """)
    void whatCannotBeAnItemIsRefused(String item, String cause) {
        var failure = Trial.call(OPTIMIZED + "putItem", "{TableName: orders, Item: %s}".formatted(item), WORLD).failure();

        assertThat(failure.error()).isEqualTo("DynamoDB.AmazonDynamoDBException");
        assertThat(failure.cause()).startsWith(cause + " (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; ");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            0 | 1
            12 | 2
            123 | 3
            12345678901234567890123456789012345678 | 20
            1E125 | 2
            100 | 2
            1.5 | 3
            3.14159 | 5
            100.5 | 4
            0.0000001 | 2
            -42 | 3
            """)
    void aNumberTakesAByteForTwoDigitsOnEachSideOfItsPoint(String number, int bytes) {
        assertThat(new ValueReader().value(Json.Obj.of("N", Json.of(number))).size()).isEqualTo(bytes);
    }

    @Test void anItemHas400KilobytesAtMost() {
        assertThat(Writes.given(Writes.Kind.PUT, sized(Writes.LARGEST_ITEM))).isInstanceOf(Checked.Good.class);
        assertThat(Writes.given(Writes.Kind.PUT, sized(Writes.LARGEST_ITEM + 1))).isEqualTo(Checked.invalid("Item size has exceeded the maximum allowed size"));
    }

    private static Json.Obj sized(int bytes) {
        return Json.Obj.of("id", Json.Obj.of("S", Json.of("x".repeat(bytes - 2))));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            {TableName: orders, Key: {strange: {S: a}}}                                            | The provided key element does not match the schema
            {TableName: orders, Key: {id: {N: '1'}}}                                               | The provided key element does not match the schema
            {TableName: or/ders, Key: {id: {S: a}}}                                                | 1 validation error detected: Value 'or/ders' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+
            {TableName: orders, Key: {id: {S: a}}, ReturnValues: SOME}                             | 1 validation error detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]
            {TableName: or/ders, Key: {id: {S: a}}, ReturnValues: SOME}                            | 2 validation errors detected: Value 'or/ders' at 'tableName' failed to satisfy constraint
            {TableName: orders, Key: {id: {S: a}}, ReturnValues: ALL_NEW}                          | ReturnValues can only be ALL_OLD or NONE
            """)
    void aRequestThatIsWrongIsAValidationException(String request, String cause) {
        assertThat(Trial.call(SDK + "deleteItem", request, WORLD).failure().cause()).startsWith(cause);
    }

    @Test void aTextIsTakenForTheValueThatItIs() {
        assertThat(Trial.call(OPTIMIZED + "deleteItem", "{TableName: orders, Key: {id: o1}, ReturnValues: ALL_OLD}", WORLD).output().toString()).contains("Recife");
    }

    @Test void aTaskDoesNotBeginWithANumberThatIsNoText() {
        var trial = Trial.run("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', End: true,
                 Parameters: {TableName: orders, Item: {id: {S: o2}, n: {N.$: $.count}}}}}}""", "{count: 5}", WORLD);

        assertThat(trial.failure().error()).isEqualTo("States.Runtime");
        assertThat(trial.failure().cause()).endsWith("The Parameters '{\"TableName\":\"orders\",\"Item\":{\"id\":{\"S\":\"o2\"},\"n\":{\"N\":5}}}' "
                + "could not be used to start the Task: [The value for the field 'N' must be a STRING]");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            KeyConditionExpression: 'id = :a'                                                      | -2, 9, 10
            KeyConditionExpression: 'id = :a', ScanIndexForward: false                             | 10, 9, -2
            KeyConditionExpression: '(id = :a) AND (t = :nine)'                                    | 9
            KeyConditionExpression: 't < :nine AND id = :a'                                        | -2
            KeyConditionExpression: 'id = :a AND t <= :nine'                                       | -2, 9
            KeyConditionExpression: 'id = :a AND :nine < t'                                        | 10
            KeyConditionExpression: 'id = :a AND t >= :nine'                                       | 9, 10
            KeyConditionExpression: 'id = :a AND t BETWEEN :one AND :nine'                         | 9
            KeyConditionExpression: 'id = :a AND t BETWEEN :nine AND :nine'                        | 9
            KeyConditionExpression: 'id = :a', FilterExpression: 'attribute_not_exists(secret)'    | 9, 10
            KeyConditionExpression: 'id = :a', Limit: 1                                            | -2
            KeyConditionExpression: 'id = :a', ExclusiveStartKey: {id: {S: a}, t: {N: '9'}}        | 10
            KeyConditionExpression: 'id = :a', ExclusiveStartKey: {id: {S: a}, t: {N: '9.5'}}      | 10
            KeyConditionExpression: 'id = :a', ExclusiveStartKey: {id: {S: a}, t: {N: '9'}}, ScanIndexForward: false | -2
            IndexName: byRank, KeyConditionExpression: 'id = :a'                                   | -2, 9
            IndexName: byRank, KeyConditionExpression: 'id = :a', ConsistentRead: true             | -2, 9
            IndexName: byKind, KeyConditionExpression: 'kind = :x'                                 | 10, 1
            IndexName: byKind, KeyConditionExpression: 'kind = :x AND begins_with(id, :a)'         | 10
            IndexName: byKind, KeyConditionExpression: 'kind = :x', ExclusiveStartKey: {kind: {S: x}, id: {S: a}, t: {N: '10'}} | 1
            KeyConditions: {id: {ComparisonOperator: EQ, AttributeValueList: [{S: a}]}}            | -2, 9, 10
            """)
    void aQueryFindsInTheOrderOfTheSortKey(String members, String sortKeys) {
        var output = (Json.Obj) query(members).output();

        assertThat(((Json.Arr) output.get("Items")).items().stream().map(item -> Pointer.parse("/t/N").orElseThrow().find(item).orElseThrow())
                .map(key -> ((Json.Str) key).value()).collect(Collectors.joining(", "))).isEqualTo(sortKeys);
    }

    private static Trial query(String members) {
        var values = new StringBuilder();
        if (members.contains(":a'") || members.contains(":a ") || members.contains(":a)")) values.append("':a': {S: a}, ");
        if (members.contains(":x")) values.append("':x': {S: x}, ");
        if (members.contains(":nine")) values.append("':nine': {N: '9'}, ");
        if (members.contains(":one")) values.append("':one': {N: '1'}, ");
        return Trial.call(SDK + "query", "{TableName: events, %s%s}".formatted(members,
                values.isEmpty() ? "" : ", ExpressionAttributeValues: {" + values + "}"), EVENTS);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            Limit: 1                                                   | Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.
            KeyConditionExpression: 't = :nine'                        | Query condition missed key schema element: id
            KeyConditionExpression: 'id > :a'                          | Query key condition not supported
            KeyConditionExpression: 'id = :a AND kind = :x'            | Query condition missed key schema element: t
            KeyConditionExpression: 'id = :nine'                       | One or more parameter values were invalid: Condition parameter type does not match schema type
            KeyConditionExpression: 'id = :a OR t = :nine'             | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR
            KeyConditionExpression: 'id <> :a'                         | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>
            KeyConditionExpression: 'contains(id, :a)'                 | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: contains
            KeyConditionExpression: 'id = :a AND id = :x'              | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key
            KeyConditionExpression: 'id = :a AND t.b = :nine'          | Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes
            KeyConditionExpression: 'id = :a', FilterExpression: 't = :nine' | Filter Expression can only contain non-primary key attributes: Primary key attribute: t
            KeyConditionExpression: 'id = :a', IndexName: byName       | The table does not have the specified index: byName
            KeyConditionExpression: 'kind = :x', IndexName: byKind, ConsistentRead: true | Consistent reads are not supported on global secondary indexes
            KeyConditionExpression: 'id = :a', Limit: 0                | 1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1
            KeyConditionExpression: 'id = :a', Select: SOME            | 1 validation error detected: Value 'SOME' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]
            KeyConditionExpression: 'id = :a', ExclusiveStartKey: {id: {S: a}} | The provided starting key is invalid
            KeyConditionExpression: 'id = :a', ExclusiveStartKey: {id: {S: b}, t: {N: '1'}} | The provided starting key is outside query boundaries based on provided conditions
            """)
    void aQueryThatIsWrongIsToldSo(String members, String cause) {
        assertThat(query(members).failure().cause()).startsWith(cause + " (Service: DynamoDb, ");
    }

    @Test void limitAndCostCountWhatWasLookedAt() {
        assertThat(query("KeyConditionExpression: 'id = :a', FilterExpression: 'attribute_exists(kind)', Limit: 2, ReturnConsumedCapacity: TOTAL").output())
                .isEqualTo(Trial.json("""
                        {Items: [{id: {S: a}, t: {N: '9'}, kind: {S: y}, points: {N: '1'}}], Count: 1, ScannedCount: 2, LastEvaluatedKey: {id: {S: a}, t: {N: '9'}},
                         ConsumedCapacity: {CapacityUnits: 0.5, TableName: events}}"""));
        assertThat(query("KeyConditionExpression: 'id = :a', Select: COUNT").output()).isEqualTo(Trial.json("{Count: 3, ScannedCount: 3}"));
    }

    @Test void aScanGoesThroughTheTablePageByPage() {
        var first = (Json.Obj) Trial.call(SDK + "scan", "{TableName: events, Limit: 3}", EVENTS).output();
        var second = Trial.call(SDK + "scan", "{TableName: events, ExclusiveStartKey: %s}".formatted(first.get("LastEvaluatedKey")), EVENTS).output();

        assertThat(first.get("LastEvaluatedKey")).isEqualTo(Trial.json("{id: {S: a}, t: {N: '10'}}"));
        assertThat(second).isEqualTo(Trial.json("{Items: [{id: {S: b}, t: {N: '1'}, kind: {S: x}}], Count: 1, ScannedCount: 1}"));
    }

    @Test void aPageHasAMegabyte() {
        String items = IntStream.range(0, 9).mapToObj(i -> "{id: {S: i%d}, p: {S: '%s'}}".formatted(i, "x".repeat(300_000))).collect(Collectors.joining(", "));
        String world = "{dynamodb: {big: {partitionKey: {name: id, type: S}, items: [%s]}}}".formatted(items);

        assertThat(Trial.call(SDK + "scan", "{TableName: big, Select: COUNT, ReturnConsumedCapacity: TOTAL}", world).output())
                .isEqualTo(Trial.json("{Count: 4, ScannedCount: 4, LastEvaluatedKey: {id: {S: i3}}, ConsumedCapacity: {CapacityUnits: 146.5, TableName: big}}"));
    }

    @Test void segmentsOfAScanAreTheTableTogether() {
        int all = IntStream.range(0, 3).map(segment -> ((Json.Num) Pointer.parse("/Count").orElseThrow()
                .find(Trial.call(SDK + "scan", "{TableName: events, Segment: %d, TotalSegments: 3}".formatted(segment), EVENTS).output()).orElseThrow()).value().intValue()).sum();

        assertThat(all).isEqualTo(4);
    }

    @Test void writesCostWhatTheTableAndItsIndexesTake() {
        assertThat(Trial.call(SDK + "putItem", "{TableName: events, Item: {id: {S: c}, t: {N: '1'}, kind: {S: x}}, ReturnConsumedCapacity: INDEXES}", EVENTS).output())
                .isEqualTo(Trial.json("""
                        {ConsumedCapacity: {CapacityUnits: 2, TableName: events, Table: {CapacityUnits: 1}, GlobalSecondaryIndexes: {byKind: {CapacityUnits: 1}}}}"""));
        assertThat(Trial.call(SDK + "updateItem", """
                {TableName: events, Key: {id: {S: a}, t: {N: '9'}}, UpdateExpression: 'SET kind = :z', ExpressionAttributeValues: {':z': {S: z}},
                 ReturnConsumedCapacity: TOTAL}""", EVENTS).output()).isEqualTo(Trial.json("{ConsumedCapacity: {CapacityUnits: 4, TableName: events}}"));
    }

    @Test void aBatchWritesToItsTables() {
        var trial = Trial.call(SDK + "batchWriteItem",
                "{RequestItems: {orders: [{PutRequest: {Item: {id: {S: o2}}}}, {DeleteRequest: {Key: {id: {S: o1}}}}]}}", WORLD);

        assertThat(trial.output()).isEqualTo(Trial.json("{UnprocessedItems: {}}"));
        assertThat(Orders.items(trial)).isEqualTo(Trial.json("[{id: {S: o2}}]"));
    }

    @Test void aBatchReadsWhatIsThere() {
        assertThat(Trial.call(SDK + "batchGetItem", """
                {RequestItems: {orders: {Keys: [{id: {S: o1}}, {id: {S: o2}}], ProjectionExpression: n}}, ReturnConsumedCapacity: TOTAL}""", WORLD).output())
                .isEqualTo(Trial.json("""
                        {Responses: {orders: [{n: {N: '5'}}]}, UnprocessedKeys: {}, ConsumedCapacity: [{CapacityUnits: 1, TableName: orders}]}"""));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            batchGetItem   | {RequestItems: {}}                                                               | The requestItems parameter is required for BatchGetItem
            batchGetItem   | {RequestItems: {orders: {Keys: [{id: {S: a}}, {id: {S: a}}]}}}                   | Provided list of item keys contains duplicates
            batchWriteItem | {RequestItems: {orders: [{PutRequest: {Item: {id: {S: a}}}}, {DeleteRequest: {Key: {id: {S: a}}}}]}} | Provided list of item keys contains duplicates
            batchWriteItem | {RequestItems: {orders: [{PutRequest: {Item: {n: {S: a}}}}]}}                    | The provided key element does not match the schema
            batchWriteItem | {RequestItems: {nope: [{PutRequest: {Item: {id: {S: a}}}}]}}                     | Requested resource not found
            """)
    void aBatchThatIsWrongDoesNothing(String action, String request, String cause) {
        assertThat(Trial.call(SDK + action, request, WORLD).failure().cause()).startsWith(cause + " (Service: DynamoDb, ");
    }

    @Test void aTransactionWritesAllOrNothing() {
        String all = """
                {TransactItems: [{Put: {TableName: orders, Item: {id: {S: o2}}}},
                 {Update: {TableName: orders, Key: {id: {S: o1}}, UpdateExpression: 'SET n = n + :one', ConditionExpression: 'n %s :one', ExpressionAttributeValues: {':one': {N: '1'}}}},
                 {ConditionCheck: {TableName: orders, Key: {id: {S: o3}}, ConditionExpression: attribute_not_exists(id)}}], ReturnConsumedCapacity: TOTAL}""";
        var done = Trial.call(SDK + "transactWriteItems", all.formatted(">"), WORLD);
        var cancelled = Trial.call(SDK + "transactWriteItems", all.formatted("<"), WORLD);

        assertThat(done.output()).isEqualTo(Trial.json("{ConsumedCapacity: [{CapacityUnits: 6, WriteCapacityUnits: 6, TableName: orders}]}"));
        assertThat(Orders.items(done).toString()).contains("\"n\":{\"N\":\"6\"}", "o2").doesNotContain("o3");
        assertThat(done.cloud().changes()).extracting(Change::kind).containsExactly("dynamodb:transactWriteItems", "dynamodb:transactWriteItems");
        assertThat(cancelled.failure().error()).isEqualTo("DynamoDb.TransactionCanceledException");
        assertThat(cancelled.failure().cause())
                .startsWith("Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None] (Service: DynamoDb, ");
        assertThat(Orders.items(cancelled).toString()).doesNotContain("o2");
    }

    @Test void aTransactionReadsAtOneInstant() {
        assertThat(Trial.call(SDK + "transactGetItems", """
                {TransactItems: [{Get: {TableName: orders, Key: {id: {S: o1}}, ProjectionExpression: n}}, {Get: {TableName: orders, Key: {id: {S: o2}}}}],
                 ReturnConsumedCapacity: TOTAL}""", WORLD).output()).isEqualTo(Trial.json("""
                {Responses: [{Item: {n: {N: '5'}}}, {}], ConsumedCapacity: [{CapacityUnits: 4, ReadCapacityUnits: 4, TableName: orders}]}"""));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            []                                                                                            | 1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1
            [{Put: {TableName: orders, Item: {id: {S: a}}}}, {Delete: {TableName: orders, Key: {id: {S: a}}}}] | Transaction request cannot include multiple operations on one item
            [{Put: {TableName: orders, Item: {id: {N: '1'}}}}]                                            | Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError]
            [{Put: {TableName: orders, Item: {id: {S: ''}}}}]                                             | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id
            """)
    void aTransactionThatIsWrongDoesNothing(String items, String cause) {
        assertThat(Trial.call(SDK + "transactWriteItems", "{TransactItems: %s}".formatted(items), WORLD).failure().cause()).startsWith(cause + " (Service: DynamoDb, ");
    }

    @Test void codeLearnsWhyATransactionWasCancelled() {
        var trial = Trial.call("arn:aws:lambda:us-east-1:111122223333:function:Work", "{}", """
                {lambda: {Work: {code: %s}}, dynamodb: {orders: {partitionKey: {name: id, type: S}, items: [{id: {S: a}, n: {N: '1'}}]}}}""".formatted(Json.of("""
                import { DynamoDB, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
                const table = new DynamoDB();
                const put = { TableName: 'orders', Item: { id: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
                export const handler = async () => [
                  await table.transactWriteItems({ TransactItems: [{ Put: put }] }).catch(error => error.CancellationReasons),
                  await table.putItem(put).catch(error => error instanceof ConditionalCheckFailedException && error.Item)];
                """)));

        assertThat(trial.output()).isEqualTo(Trial.json("""
                [[{Code: ConditionalCheckFailed, Message: The conditional request failed, Item: {id: {S: a}, n: {N: '1'}}}], {id: {S: a}, n: {N: '1'}}]"""));
    }

    @Test void aTableIsMadeDescribedAndDeleted() {
        var trial = Trial.run("""
                {QueryLanguage: JSONata, StartAt: Create, States: {
                 Create: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:dynamodb:createTable', Next: Describe, Arguments: {TableName: fresh,
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: n, AttributeType: N}],
                  KeySchema: [{AttributeName: id, KeyType: HASH}, {AttributeName: n, KeyType: RANGE}], BillingMode: PAY_PER_REQUEST}},
                 Describe: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:dynamodb:describeTable', Arguments: {TableName: fresh}, Next: Delete,
                  Assign: {table: '{% $states.result.Table %}'}},
                 Delete: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:dynamodb:deleteTable', Arguments: {TableName: fresh}, End: true,
                  Output: '{% [$table.TableStatus, $table.KeySchema.KeyType, $table.TableArn] %}'}}}""", "{}", "{dynamodb: {}}");

        assertThat(trial.output()).isEqualTo(Trial.json("[ACTIVE, HASH, RANGE, 'arn:aws:dynamodb:us-east-1:111122223333:table/fresh']"));
        assertThat(trial.cloud().world().has("dynamodb")).isTrue();
    }

    @Test void tenThousandItemsAreLookedUpAndNotSearched() {
        var items = new Json.Arr(IntStream.range(0, 10_000).mapToObj(i -> Json.Obj.of(
                "id", Json.Obj.of("S", Json.of("one")), "t", Json.Obj.of("N", Json.of(String.valueOf(i))))).toList());
        var table = new Tables(Json.Obj.of("events", ((Json.Obj) Trial.json("{partitionKey: {name: id, type: S}, sortKey: {name: t, type: N}}")).with("items", items)));
        var reads = new Reads(table);
        int found = 0;
        for (int i = 0; i < 10_000; i++) {
            var answer = reads.query(Json.Obj.builder().put("TableName", "events").put("KeyConditionExpression", "id = :id AND t >= :t").put("Limit", 1)
                    .put("ExpressionAttributeValues", Json.Obj.of(":id", Json.Obj.of("S", Json.of("one")), ":t", Json.Obj.of("N", Json.of(String.valueOf(i))))).build());
            if (answer instanceof Checked.Good<Json.Obj>(var page) && Json.of(1).equals(page.get("Count"))) found++;
        }

        assertThat(found).isEqualTo(10_000);
    }
}
