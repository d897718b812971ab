package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.json.Json;
import passo.json.JsonText;

class MissingTest {

    static final Json DEFINITION = JsonText.parse("""
            {"StartAt": "Price", "States": {
              "Price": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultSelector": {"price.$": "$.Payload.price"},
                "Parameters": {"FunctionName": "arn:aws:lambda:us-east-1:111122223333:function:price:live", "Payload.$": "$"}, "Next": "Save"},
              "Save": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "ResultPath": null, "Next": "Each",
                "Parameters": {"TableName": "Orders", "Item": {"number": {"N.$": "$.number"}}}},
              "Each": {"Type": "Map", "Next": "Tell", "ItemProcessor": {"StartAt": "Ask", "States": {
                "Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:Approve", "End": true}}}},
              "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/told.fifo", "MessageBody": "x"}}}}""");

    @Test void whatTheDefinitionNamesIsMadeAsItNeedsIt() {
        assertThat(missing("{}")).isEqualTo(Map.of(
                "lambda", JsonText.parse("{\"price\": {\"replies\": [{\"return\": {\"price\": 1}}]}}"),
                "dynamodb", JsonText.parse("{\"Orders\": {\"partitionKey\": {\"name\": \"number\", \"type\": \"N\"}, \"items\": []}}"),
                "activities", JsonText.parse("{\"Approve\": {}}"),
                "sqs", JsonText.parse("{\"told.fifo\": {\"fifo\": true}}")));
    }

    @Test void whatIsThereIsNotMissing() {
        assertThat(missing("{\"lambda\": {\"price\": {}}, \"dynamodb\": {\"Orders\": {}}, \"sqs\": {\"told.fifo\": {}}}")).containsOnlyKeys("activities");
    }

    private static Map<String, Json.Obj> missing(String world) {
        return Missing.of(Definition.of(DEFINITION, Definition.Type.STANDARD).machine().orElseThrow(), DEFINITION, (Json.Obj) JsonText.parse(world));
    }
}
