package passo.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.aws.Trial;
import passo.json.Json;

class ExpressionTest {

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            attribute_exists(id)                                  | true
            attribute_not_exists(id)                              | false
            attribute_not_exists(absent)                         | true
            attribute_not_exists(place.street)                    | true
            #s = :new                                             | true
            #s <> :new                                            | false
            absent <> :new                                       | true
            absent = :new                                        | false
            absent < :one                                        | false
            n = :five                                             | true
            n > :four AND n < :six                                | true
            :four < n                                             | true
            n BETWEEN :four AND :six                              | true
            n between :four and :six and #s = :new                | true
            n >= :six                                             | false
            #s IN (:x, :new)                                      | true
            #s IN (:x, :y)                                        | false
            NOT (n = :four OR n = :six)                           | true
            NOT n = :four AND #s = :x                             | false
            n = :five OR n = :four AND #s = :x                    | true
            (n = :five OR n = :four) AND #s = :x                  | false
            (n) = (:five)                                         | true
            begins_with(#s, :n)                                   | true
            begins_with(bits, :bits)                              | true
            begins_with(n, :n)                                    | false
            contains(tags, :a) AND size(cells) = :three            | true
            contains(#s, :n) AND contains(cells, :x)               | true
            contains(nums, :onePointNought)                       | true
            contains(tags, :one)                                  | false
            size(#s) = :three AND size(bits) = :three             | true
            size(n) = :one                                        | false
            attribute_type(n, :n)                                 | true
            attribute_type(place, :M)                             | true
            place.city = :recife and cells[0] = :x                 | true
            cells[7] = :x                                          | false
            place = :map                                          | true
            tags = :ba                                            | true
            paid = :no                                            | true
            #s > :four                                            | false
            """)
    void conditionsAreAskedOfTheItem(String condition, boolean holds) {
        var trial = Orders.deleteIf(condition);

        if (holds) assertThat(Orders.items(trial)).isEqualTo(Json.Arr.EMPTY);
        else assertThat(trial.failure().error()).isEqualTo("DynamoDB.ConditionalCheckFailedException");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            SET n = n + :one                                      | {n: {N: '6'}}
            SET n = :six - n                                      | {n: {N: '1'}}
            SET n = if_not_exists(n, :one) - :one                 | {n: {N: '4'}}
            SET fresh = if_not_exists(fresh, :one)                | {fresh: {N: '1'}}
            SET fresh = if_not_exists(fresh, :one) + :one         | {fresh: {N: '2'}}
            SET cells = list_append(cells, :list), n = :one         | {n: {N: '1'}, cells: {L: [{S: x}, {S: y}, {S: z}, {S: w}]}}
            SET cells = list_append(:list, cells)                   | {cells: {L: [{S: w}, {S: x}, {S: y}, {S: z}]}}
            SET place.city = :y, cells[0] = :y                     | {place: {M: {city: {S: y}}}, cells: {L: [{S: y}]}}
            SET place.street = :y                                 | {place: {M: {street: {S: y}}}}
            SET n = :one, #s = n                                  | {n: {N: '1'}, status: {N: '5'}}
            set n = (n + :one)                                    | {n: {N: '6'}}
            REMOVE cells[0], cells[1]                               | {cells: {L: [{S: z}]}}
            REMOVE absent                                        | {}
            ADD n :one, tags :c                                   | {n: {N: '6'}, tags: {SS: [a, b, c]}}
            ADD fresh :one, more :c                               | {fresh: {N: '1'}, more: {SS: [c, a]}}
            DELETE tags :c                                        | {tags: {SS: [b]}}
            DELETE tags :ba                                       | {}
            """)
    void updatesChangeTheItem(String update, String changed) {
        var trial = Orders.update(update);

        assertThat(trial.output()).isEqualTo(changed.equals("{}") ? Json.Obj.EMPTY : Json.Obj.of("Attributes", Trial.json(changed)));
    }

    @Test void listsGrowAtTheirEndAndShrinkByTheIndexesTheyHad() {
        assertThat(Orders.items(Orders.update("SET cells[9] = :a, cells[8] = :y REMOVE cells[0], cells[1]")).toString())
                .contains("\"cells\":{\"L\":[{\"S\":\"z\"},{\"S\":\"y\"},{\"S\":\"a\"}]}");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            SET absent = strange                                   | The provided expression refers to an attribute that does not exist in the item
            SET n = strange + :one                                  | The provided expression refers to an attribute that does not exist in the item
            SET n = #s + :one                                     | An operand in the update expression has an incorrect data type
            SET cells = list_append(n, :list)                      | An operand in the update expression has an incorrect data type
            ADD #s :one                                           | An operand in the update expression has an incorrect data type
            DELETE n :ba                                          | An operand in the update expression has an incorrect data type
            SET strange.city = :x                                   | The document path provided in the update expression is invalid for update
            SET #s[0] = :x                                        | The document path provided in the update expression is invalid for update
            SET id = :x                                           | One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key
            SET id.part = :x                                      | Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id
            SET n = :huge + :huge                                 | Number overflow. Attempting to store a number with magnitude larger than supported range
            """)
    void anUpdateThatCannotBeDoneChangesNothing(String update, String cause) {
        var trial = Orders.update(update);

        assertThat(trial.failure().error()).isEqualTo("DynamoDb.DynamoDbException");
        assertThat(trial.failure().cause()).startsWith(cause + " (Service: DynamoDb, Status Code: 400, Request ID: ");
        assertThat(Orders.items(trial)).isEqualTo(Orders.items(Orders.update("REMOVE absent")));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            INVALID SYNTAX HERE                                   | Syntax error; token: "INVALID", near: "INVALID SYNTAX"
            SET n =                                               | Syntax error; token: "<EOF>", near: "="
            SET n = :one 5                                        | Syntax error; token: "5", near: ":one 5"
            SET n = n + :one + :one                               | Syntax error; token: "+", near: ":one + :one"
            SET n[x] = :one                                       | Syntax error; token: "x", near: "[x]"
            SET size = :one                                       | Attribute name is a reserved keyword; reserved keyword: size
            SET n = :nothing                                      | An expression attribute value used in expression is not defined; attribute value: :nothing
            SET #nothing = :one                                   | An expression attribute name used in the document path is not defined; attribute name: #nothing
            SET n = :one SET m = :one                             | The "SET" section can only be used once in an update expression;
            SET n = :one, n = :one                                | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]
            SET a.b = :one, a.b.c = :one                          | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, b, c]
            SET a.b = :one, a[0] = :one                           | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]
            SET n = twice(n)                                      | Invalid function name; function: twice
            SET n = if_not_exists(n)                              | Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1
            SET n = if_not_exists(:one, :one)                     | Operator or function requires a document path; operator or function: if_not_exists
            SET n = list_append(n, :one)                          | Incorrect operand type for operator or function; operator or function: list_append, operand type: N
            SET n = n + :x                                        | Incorrect operand type for operator or function; operator or function: +, operand type: S
            ADD n :x                                              | Incorrect operand type for operator or function; operator: ADD, operand type: STRING
            DELETE n :one                                         | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER
            """)
    void anUpdateThatIsWrongIsToldSo(String update, String cause) {
        assertThat(Orders.update(update).failure().cause()).startsWith("Invalid UpdateExpression: " + cause);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            n >                                                   | Syntax error; token: "<EOF>", near: ">"
            n = :one AND                                          | Syntax error; token: "<EOF>", near: "AND"
            n                                                     | Syntax error; token: "<EOF>", near: "n"
            (n = :one                                             | Syntax error; token: "<EOF>", near: ":one"
            n = = :one                                            | Syntax error; token: "=", near: "= = :one"
            __typename = :x                                       | Syntax error; token: "_", near: "__"
            exists(n)                                             | Invalid function name; function: exists
            name = :x                                             | Attribute name is a reserved keyword; reserved keyword: name
            ((n = :one))                                          | The expression has redundant parentheses;
            attribute_exists(n) = :one                            | The function is not allowed to be used this way in an expression; function: attribute_exists
            size(n)                                               | The function is not allowed to be used this way in an expression; function: size
            begins_with(n, :one)                                  | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
            begins_with(n)                                        | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1
            attribute_exists(:one)                                | Operator or function requires a document path; operator or function: attribute_exists
            attribute_type(n, :x)                                 | Invalid attribute type name found; type: x, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}
            attribute_type(n, :one)                               | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N
            n = n                                                 | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [n]
            n < :no                                               | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL
            n BETWEEN :six AND :four                              | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:6}, upper bound operand: AttributeValue: {N:4}
            n BETWEEN :six AND :x                                 | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:6}, upper bound operand: AttributeValue: {S:x}
            """)
    void aConditionThatIsWrongIsToldSo(String condition, String cause) {
        var failure = Orders.deleteIf(condition).failure();

        assertThat(failure.error()).isEqualTo("DynamoDB.AmazonDynamoDBException");
        assertThat(failure.cause()).startsWith("Invalid ConditionExpression: " + cause)
                .contains(" (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; ");
    }

    @Test void thousandsOfParenthesesAreRefused() {
        assertThat(Orders.deleteIf("(".repeat(2000) + "n = :one" + ")".repeat(2000)).failure().cause()).startsWith("Invalid ConditionExpression: Syntax error");
        assertThat(Orders.deleteIf("NOT ".repeat(1000) + "n = :six").failure().error()).startsWith("DynamoDB.");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            place.city, n                                         | {place: {M: {city: {S: Recife}}}, n: {N: '5'}}
            cells[2], cells[0], absent, place.street               | {cells: {L: [{S: x}, {S: z}]}}
            """)
    void aProjectionIsAPartOfTheItem(String projection, String item) {
        assertThat(Trial.call(Orders.SDK + "getItem", "{TableName: orders, Key: {id: {S: o1}}, ProjectionExpression: '%s'}".formatted(projection), Orders.WORLD)
                .output()).isEqualTo(Json.Obj.of("Item", Trial.json(item)));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            {ConditionExpression: 'n = :one', ExpressionAttributeValues: {':one': {N: '1'}, ':two': {N: '2'}}} | Value provided in ExpressionAttributeValues unused in expressions: keys: {:two}
            {ConditionExpression: 'n = m', ExpressionAttributeNames: {'#a': a, '#b': b}}                       | Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}
            {ConditionExpression: 'n = m', ExpressionAttributeNames: {a: a}}                                   | ExpressionAttributeNames contains invalid key: Syntax error; key: "a"
            {ConditionExpression: 'n = m', ExpressionAttributeValues: {}}                                      | ExpressionAttributeValues must not be empty
            {ConditionExpression: 'n = :a', ExpressionAttributeValues: {':a': {N: x}}}                         | ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a
            {ExpressionAttributeNames: {'#a': a}}                                                              | ExpressionAttributeNames can only be specified when using expressions
            {ExpressionAttributeValues: {':a': {S: a}}}                                                        | ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null
            {ConditionExpression: ''}                                                                          | Invalid ConditionExpression: The expression can not be empty;
            {ConditionExpression: 'n = m', Expected: {n: {Exists: false}}}                                     | Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}
            """)
    void placeholdersAndExpressionsGoTogether(String members, String cause) {
        var request = ((Json.Obj) Trial.json("{TableName: orders, Key: {id: {S: o1}}}"));
        var whole = Json.Obj.builder().putAll(request).putAll((Json.Obj) Trial.json(members)).build();

        assertThat(Trial.call(Orders.OPTIMIZED + "deleteItem", whole.toString(), Orders.WORLD).failure().cause()).startsWith(cause + " (Service: ");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            {Expected: {n: {Value: {N: '5'}}}}                                                                        | true
            {Expected: {absent: {Exists: false}}}                                                                    | true
            {Expected: {n: {ComparisonOperator: GT, AttributeValueList: [{N: '7'}]}}}                                 | false
            {Expected: {n: {ComparisonOperator: BETWEEN, AttributeValueList: [{N: '1'}, {N: '9'}]}, status: {Value: {S: OLD}}}, ConditionalOperator: OR} | true
            {Expected: {tags: {ComparisonOperator: NOT_CONTAINS, AttributeValueList: [{S: a}]}}}                      | false
            """)
    void whatCameBeforeExpressionsIsUnderstood(String members, boolean holds) {
        var whole = Json.Obj.builder().putAll((Json.Obj) Trial.json("{TableName: orders, Key: {id: {S: o1}}}")).putAll((Json.Obj) Trial.json(members)).build();
        var trial = Trial.call(Orders.SDK + "deleteItem", whole.toString(), Orders.WORLD);

        if (holds) assertThat(trial.output()).isEqualTo(Json.Obj.EMPTY);
        else assertThat(trial.failure().error()).isEqualTo("DynamoDb.ConditionalCheckFailedException");
    }
}
