package passo.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.web.RunningServer;

class ApiTest {

    static final String HELLO = """
            {"StartAt": "Hello", "States": {"Hello": {"Type": "Pass", "Result": "hi", "End": true}}}""";
    /// Goes round until it may go no further; `%s` is what it does each time.
    static final String LOOP = """
            {"StartAt": "Work", "States": {
              "Work": {"Type": "Pass", %s "Next": "Enough?"},
              "Enough?": {"Type": "Choice", "Choices": [{"Variable": "$$.never", "IsPresent": true, "Next": "Done"}], "Default": "Work"},
              "Done": {"Type": "Succeed"}}}""";

    /// An Express run that writes one long text four hundred times into its history; `%s` is what else is asked, and the text.
    static final String MANY_COPIES = """
            {"type": "EXPRESS", %%s, "input": {"items": [%s], "text": "%%s"}, "definition": {"StartAt": "M", "States": {"M": {
              "Type": "Map", "ItemsPath": "$.items", "ItemSelector": {"text.$": "$.text"}, "End": true,
              "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": 1, "End": true}}}}}}}"""
            .formatted(String.join(", ", Collections.nCopies(400, "0")));

    static RunningServer server;

    private static final String APPROVAL = """
            {"definition": {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:People",
              "End": true}}}, "world": {"activities": {"People": {}}}%s}""";
    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void aRunTellsItsOutputHistoryAndTrace() {
        var answer = json(run("{\"definition\": %s, \"input\": {\"n\": 1}}".formatted(HELLO)));

        assertThat(answer.get("status")).isEqualTo(Json.of("SUCCEEDED"));
        assertThat(answer.get("output")).isEqualTo(Json.of("hi"));
        assertThat(((Json.Arr) answer.get("history")).items()).hasSize(4);
        assertThat(answer.get("trace").toString()).contains("\"state\":\"Hello\"", "\"input\":{\"n\":1}");
    }

    @Test void aMapRunTellsItsCountsAndItsChildren() {
        var answer = json(run("""
                {"input": [1, 2], "definition": {"StartAt": "M", "States": {"M": {"Type": "Map", "Label": "All", "ToleratedFailureCount": 1,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {
                    "C": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "F"}], "Default": "S"},
                    "S": {"Type": "Succeed"}, "F": {"Type": "Fail", "Error": "Bad"}}}, "End": true}}}}"""));

        assertThat(answer.get("trace").toString()).contains(":mapRun:", "\"itemCounts\":{\"total\":2,", "\"succeeded\":1,\"failed\":1,",
                "/All:", "\"error\":\"Bad\"", "\"type\":\"FailStateEntered\"", "\"omitted\":0");
    }

    @Test void theSameRequestGivesTheSameBytes() {
        var body = """
                {"seed": 7, "definition": {"StartAt": "A", "States": {"A": {"Type": "Pass",
                  "Parameters": {"id.$": "States.UUID()", "n.$": "States.MathRandom(1, 1000000)"}, "End": true}}}}""";

        assertThat(run(body).body()).isEqualTo(run(body).body());
    }

    @Test void aRunTellsWhatItsRoleWasAskedFor() {
        var answer = json(run("""
                {"definition": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                   "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/q", "MessageBody": "hi"}, "End": true}}},
                 "world": {"sqs": {"q": {}}, "role": "r", "roles": {"r": {
                   "trust": {"Statement": {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}},
                   "policy": {"Version": "2012-10-17", "Statement": [{"Sid": "Queues", "Effect": "Allow", "Action": "sqs:*",
                     "Resource": "arn:aws:sqs:us-east-1:111122223333:q"}]}}}}}"""));

        assertThat(answer.get("permissions")).isEqualTo(JsonText.parse("""
                [{"role": "r", "restricted": true, "omitted": 0,
                  "uses": [{"action": "sqs:SendMessage", "resource": "arn:aws:sqs:us-east-1:111122223333:q", "moment": "CALL", "steps": [1], "times": 1,
                    "decision": "ALLOWED", "statement": "/policy/Statement/0", "sid": "Queues"}],
                  "beyond": [{"statement": "/policy/Statement/0", "sid": "Queues", "actions": [{"pattern": "sqs:*", "usedFor": ["sqs:SendMessage"]}], "resources": []}],
                  "smallestPolicy": {"Version": "2012-10-17", "Statement": [{"Sid": "SqsSendMessage", "Effect": "Allow", "Action": "sqs:SendMessage",
                    "Resource": "arn:aws:sqs:us-east-1:111122223333:q"}]}}]"""));
    }

    @Test void aMachineWhoseRoleMayNotLogIsNotMade() {
        var answer = run("""
                {"definition": %s, "logging": {"level": "ALL"}, "world": {"role": "r", "roles": {"r": {
                   "trust": {"Statement": {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}}}}}}""".formatted(HELLO));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("apiError")).isEqualTo(JsonText.parse(
                "{\"code\": \"AccessDeniedException\", \"message\": \"The state machine IAM Role is not authorized to access the Log Destination\"}"));
    }

    @Test void aPolicyThatCannotBeReadIsRefusedWithItsPlace() {
        var answer = run("""
                {"definition": %s, "world": {"roles": {"r": {"policy": {"Statement": [{"Effect": "Allow", "Action": "GetObject", "Resource": "*"}]}}}}}""".formatted(HELLO));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/world/roles/r/policy/Statement/0/Action", "An action is written");
    }

    @Test void aDefinitionThatAwsRefusesIsRefusedAsAwsDoes() {
        var answer = run("{\"definition\": \"{\\n \\\"StartAt\\\": \\\"Chek\\\", \\\"States\\\": {\\\"Check\\\": {\\\"Type\\\": \\\"Succeed\\\"}}}\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("apiError").toString()).startsWith("{\"code\":\"InvalidDefinition\",\"message\":\"Invalid State Machine Definition: ");
        assertThat(json(answer).get("diagnostics").toString()).contains("\"line\":2");
    }

    @Test void malformedJsonIsRefusedWithItsLineAndColumn() {
        var answer = run("{\"definition\": {},\n  \"input\": }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"column\":12,\"line\":2");
    }

    @Test void aMemberThatIsMisspeltIsNamedWithTheOneThatWasMeant() {
        assertThat(run("{\"defintion\": {}}").body()).contains("Did you mean \\\"definition\\\"?");
    }

    @Test void whatIsWrongWithAWorldIsSaidWithItsPlace() {
        var answer = run("{\"definition\": %s, \"world\": {\"lambda\": {\"f\": {\"replys\": []}}}}".formatted(HELLO));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/world/lambda/f", "replies");
    }

    @Test void aTaskThatWaitsIsToldAndAnsweredByADecision() {
        var waits = json(run(APPROVAL.formatted("")));
        var answered = json(run(APPROVAL.formatted(", \"decisions\": [{\"answer\": {\"eventId\": 3, \"after\": \"2d\", \"success\": \"yes\"}}]")));

        assertThat(waits.get("status")).isEqualTo(Json.of("RUNNING"));
        assertThat(waits.get("waiting").toString()).contains("\"eventId\":3", "\"state\":\"Ask\"", "\"since\":\"2026-01-01T12:00:00Z\"");
        assertThat(answered.get("output")).isEqualTo(Json.of("yes"));
        assertThat(answered.get("waiting")).isEqualTo(Json.Arr.EMPTY);
    }

    @Test void aDecisionThatDoesNotFitTheRunIsRefusedWithItsPlaceAndAWayOut() {
        var nothingWaits = run(APPROVAL.formatted(", \"decisions\": [{\"answer\": {\"eventId\": 2, \"success\": 1}}]"));
        var misspelt = run(APPROVAL.formatted(", \"decisions\": [{\"answr\": {}}]"));
        var redriven = run("{\"definition\": %s, \"decisions\": [{\"redrive\": {}}]}".formatted(HELLO));
        var noVariable = run("{\"definition\": %s, \"decisions\": [{\"assign\": {\"eventId\": 2, \"variable\": \"n\", \"value\": 1}}]}".formatted(HELLO));
        var noCall = run(APPROVAL.formatted(", \"decisions\": [{\"reply\": {\"eventId\": 2, \"attempt\": 2, \"success\": 1}}]"));

        assertThat(nothingWaits.statusCode()).isEqualTo(400);
        assertThat(nothingWaits.body()).contains("/decisions/0: No task waits since event 2");
        assertThat(misspelt.body()).contains("/decisions/0/answr", "Did you mean \\\"answer\\\"?");
        assertThat(noVariable.body()).contains("/decisions/0: The state sees no variable n");
        assertThat(noCall.body()).contains("/decisions/0: No Task state that was entered at event 2 makes such a call");
        assertThat(redriven.body()).contains("ExecutionNotRedrivable", "Execution is SUCCEEDED and cannot be redriven");
    }

    @Test void aLongHistoryComesInPages() {
        var body = "{\"definition\": %s, \"input\": \"%s\"".formatted(LOOP.formatted(""), "x".repeat(10_000));
        var first = json(run(body + "}"));
        var second = json(run(body + ", \"nextToken\": " + first.get("nextToken") + "}"));

        assertThat(first.get("status")).isEqualTo(Json.of("FAILED"));
        assertThat(((Json.Obj) ((Json.Arr) second.get("history")).get(0)).get("id")).isEqualTo(first.get("nextToken"));
    }

    @Test void aRunThatKeepsTooMuchIsGivenUpAndIsNoResult() {
        var work = "\"Parameters\": {\"text.$\": \"States.Format('{}{}', $$.State.EnteredTime, $$.Execution.Input)\"},";
        var answer = run("{\"definition\": %s, \"input\": \"%s\"}".formatted(LOOP.formatted(work), "x".repeat(250_000)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("RunBudget");
    }

    @Test void aRunWhoseAnswerWouldBeTooLongIsGivenUp() {
        var answer = run(MANY_COPIES.formatted("\"expressMode\": \"async\", \"decisions\": [{\"repeat\": {}}]", "x".repeat(100_000)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("RunBudget", "its answer");
    }

    @Test void logsAreShownAsFarAsThereIsRoom() {
        var answer = json(run(MANY_COPIES.formatted("\"logging\": {\"level\": \"ALL\", \"includeExecutionData\": true}", "x".repeat(100_000))));

        var group = (Json.Obj) ((Json.Arr) ((Json.Obj) answer.get("cloudwatch")).get("logGroups")).get(0);
        assertThat(group.bytes()).isLessThan(3 << 20);
        assertThat(((Json.Num) group.get("omitted")).value()).isGreaterThan(BigDecimal.valueOf(1_000));
    }

    @Test void aRunWhoseFunctionsComputeTooMuchIsGivenUpToo() {
        var answer = run("""
                {"definition": {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Work",
                  "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}}},
                 "world": {"lambda": {"Work": {"runtime": "nodejs22.x", "code": "exports.handler = () => { for (;;); }"}}}}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("RunBudget", "ticks");
    }

    /// The tests run with a heap of 512 MB (pom.xml), and so does this.
    @Test void anExpressRunWithoutEndIsGivenUp() {
        var body = "{\"type\": \"EXPRESS\", \"definition\": %s, \"input\": \"%s\"}".formatted(LOOP.formatted(""), "x".repeat(250_000));

        assertThat(run(body).statusCode()).isIn(422, 503);
    }

    @Test void anInputThatAwsRefusesIsRefusedAsAwsDoes() {
        var answer = run("{\"definition\": %s, \"input\": \"%s\"}".formatted(HELLO, "x".repeat(300_000)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ValidationException", "less than or equal to 262144");
    }

    @Test void aDefinitionThatIsTooLongIsRefusedByAllThatTakeOne() {
        var body = "{\"definition\": {\"Comment\": \"%s\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}}".formatted("x".repeat(1 << 20));

        for (var path : List.of("run", "validate", "convert", "test-state")) {
            var answer = server.postJson("/api/v1/" + path, body);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("ValidationException", "less than or equal to 1048576");
        }
    }

    @Test void aBodyOfMoreThanEightMegabytesIsTooLarge() {
        assertThat(run("\"" + "x".repeat(9 << 20) + "\"").statusCode()).isEqualTo(413);
    }

    @Test void aLearnerWhoRunsTooOftenIsAskedToWait() {
        try (var strict = RunningServer.withRunsPerSecond(1)) {
            var body = "{\"definition\": %s}".formatted(HELLO);
            strict.postJson("/api/v1/run", body);
            var answer = strict.postJson("/api/v1/run", body);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test void validatingTellsErrorsAndOnRequestWarnings() {
        var sound = server.postJson("/api/v1/validate", "{\"definition\": %s}".formatted(HELLO));
        var broken = server.postJson("/api/v1/validate", "{\"definition\": {\"StartAt\": \"A\", \"States\": {}}}");

        assertThat(sound.body()).isEqualTo("{\"result\":\"OK\",\"diagnostics\":[],\"truncated\":false,\"advice\":[]}");
        assertThat(json(broken).get("result")).isEqualTo(Json.of("FAIL"));
        assertThat(((Json.Arr) json(broken).get("diagnostics")).items()).isNotEmpty();
    }

    @Test void adviceIsNoDiagnosticAndComesWithItsFix() {
        var answer = json(server.postJson("/api/v1/validate", """
                {"definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Pass\\", \\"Assign\\": {\\"total\\": 1}, \\"InputPath\\": \\"$totl\\", \\"End\\": true}}}",
                 "severity": "WARNING"}"""));

        assertThat(answer.get("result")).isEqualTo(Json.of("OK"));
        assertThat(answer.get("diagnostics")).isEqualTo(Json.array());
        assertThat(((Json.Arr) answer.get("advice")).get(0).toString()).contains("\"code\":\"VARIABLE_NEVER_SET\"", "\"text\":\"\\\"$total\\\"\"");
    }

    @Test void awsRefusesAnUnknownSeverityAndTooManyResults() {
        for (var wrong : List.of("\"severity\": \"INFO\"", "\"maxResults\": 101", "\"maxResults\": -1")) {
            var answer = server.postJson("/api/v1/validate", "{\"definition\": %s, %s}".formatted(HELLO, wrong));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("ValidationException");
        }
    }

    @Test void aStateIsTriedByItself() {
        var answer = testState("""
                {"definition": {"Type": "Pass", "Result": 1, "ResultPath": "$.b", "Next": "Then"}, "input": {"a": 0}, "inspectionLevel": "DEBUG"}""");

        assertThat(answer.body()).isEqualTo("{\"status\":\"SUCCEEDED\",\"output\":{\"a\":0,\"b\":1},\"nextState\":\"Then\",\"inspectionData\":"
                + "{\"input\":{\"a\":0},\"result\":1,\"afterResultSelector\":1,\"afterResultPath\":{\"a\":0,\"b\":1}}}");
    }

    @Test void aTraceOfAnHttpTaskShowsWhatWasSentAndAnswered() {
        var task = """
                {"definition": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true, "Parameters": {
                   "ApiEndpoint": "https://api.example.com/orders", "Method": "POST", "Headers": {"X-Kind": "test"},
                   "QueryParameters": {"q": "a b", "tag": ["x", "y"]}, "RequestBody": {"n": 1},
                   "InvocationConfig": {"ConnectionArn": "arn:aws:events:us-east-1:111122223333:connection/c/1"}}},
                 "roleArn": "arn:aws:iam::111122223333:role/r", "inspectionLevel": "%s",
                 "world": {"http": {"https://api.example.com/orders": {"replies": [{"return": {"id": 7}}]}}}}""";

        var trace = (Json.Obj) json(testState(task.formatted("TRACE"))).get("inspectionData");
        assertThat(trace.get("request")).isEqualTo(JsonText.parse("""
                {"protocol": "https", "method": "POST", "url": "https://api.example.com/orders?q=a+b&tag=x&tag=y", "body": "{\\"n\\":1}",
                 "headers": "[X-Kind: test, User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1, Range: bytes=0-262144]"}"""));
        assertThat(trace.get("response")).isEqualTo(JsonText.parse("""
                {"protocol": "https", "statusCode": "200", "statusMessage": "OK", "headers": "[Content-Type: application/json]",
                 "body": "{\\"id\\":7}"}"""));
        assertThat(testState(task.formatted("DEBUG")).body()).doesNotContain("\"request\"");
    }

    @Test void aStateOfAMachineIsTriedByItsName() {
        assertThat(json(testState("{\"definition\": %s, \"stateName\": \"Hello\"}".formatted(HELLO))).get("output")).isEqualTo(Json.of("hi"));
        assertThat(testState("{\"definition\": %s, \"stateName\": \"Helo\"}".formatted(HELLO)).body())
                .isEqualTo("{\"apiError\":{\"code\":\"ValidationException\",\"message\":\"State not found in definition\"}}");
    }

    @Test void aStateMayBeATextOfYaml() {
        assertThat(testState("{\"definition\": \"Type: Pass\\nNext: Then\"}").body()).isEqualTo("{\"status\":\"SUCCEEDED\",\"output\":{},\"nextState\":\"Then\"}");
    }

    @Test void aMockMustBeATextOfJsonThatAwsTakes() {
        var task = "{\"definition\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"F\"},"
                + " \"End\": true}, \"mock\": %s}";

        assertThat(json(testState(task.formatted("{\"result\": \"{\\\"Payload\\\": 7}\"}"))).get("output")).isEqualTo(JsonText.parse("{\"Payload\": 7}"));
        assertThat(testState(task.formatted("{\"result\": \"{\\\"StatusCode\\\": \\\"7\\\"}\"}")).body())
                .contains("Mock result schema validation error: Field 'StatusCode' must be a number");
        assertThat(testState(task.formatted("{\"result\": \"seven\"}")).body()).contains("Mocked result must be valid JSON");
        assertThat(testState(task.formatted("{\"result\": \"7\", \"errorOutput\": {}}")).body()).contains("only one of the following fields");
        assertThat(testState(task.formatted("{\"reslt\": \"7\"}")).body()).contains("Did you mean \\\"result\\\"?");
    }

    @Test void whatIsAnsweredIsWrittenDown() {
        var document = JsonText.readYaml(server.get("/api/v1/openapi.yaml").body());
        var answer = json(run("{\"definition\": %s}".formatted(HELLO)));

        assertThat(document).isInstanceOfSatisfying(JsonText.Reading.Value.class, yaml ->
                assertThat(answer.names()).allSatisfy(name ->
                        assertThat(Pointer.parse("/components/schemas/Answer/properties/" + name).orElseThrow().find(yaml.json())).as(name).isPresent()));
    }

    private static HttpResponse<String> run(String body) {
        return server.postJson("/api/v1/run", body);
    }

    private static HttpResponse<String> testState(String body) {
        return server.postJson("/api/v1/test-state", body);
    }

    private static Json.Obj json(HttpResponse<String> answer) {
        return (Json.Obj) JsonText.parse(answer.body());
    }
}
