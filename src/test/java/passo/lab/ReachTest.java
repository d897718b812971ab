package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.json.JsonText;

class ReachTest {

    static Map<Way, Reach.Found> found(String definition, String input) {
        StateMachine machine = CoverageTest.machine(definition);
        var start = new StartExecution(machine, Definition.Type.STANDARD, "shop", "run", "111122223333", JsonText.parse(input), Instant.EPOCH, 1);
        return Reach.of(start, World.AUTOMATIC, CoverageTest.once(machine, input), (execution, world) ->
                Execution.run(execution, new Cloud(world, List.of(), execution), Limits.NORMAL), () -> false);
    }

    static String input(Map<Way, Reach.Found> found, String state, Way.Kind kind, int number) {
        return found.get(new Way(state, kind, number)).input().toString();
    }

    @Test void aRuleGetsAnInputWithWhichItWins() {
        Map<Way, Reach.Found> found = found("""
                {"StartAt": "Bring", "States": {
                  "Bring": {"Type": "Pass", "Parameters": {"order.$": "$.detail.order"}, "Next": "Size"},
                  "Size": {"Type": "Choice", "Choices": [
                    {"Variable": "$.order.total", "NumericGreaterThan": 1000, "Next": "Approve"},
                    {"And": [{"Variable": "$.order.gift", "IsPresent": true}, {"Variable": "$.order.gift", "BooleanEquals": true}], "Next": "Wrap"}], "Default": "Done"},
                  "Approve": {"Type": "Pass", "Next": "Done"}, "Wrap": {"Type": "Pass", "Next": "Done"}, "Done": {"Type": "Succeed"}}}""",
                "{\"detail\": {\"order\": {\"total\": 80}}}");

        assertThat(input(found, "Size", Way.Kind.RULE, 0)).isEqualTo("{\"detail\":{\"order\":{\"total\":1001}}}");
        assertThat(input(found, "Size", Way.Kind.RULE, 1)).isEqualTo("{\"detail\":{\"order\":{\"total\":80,\"gift\":true}}}");
        assertThat(found.keySet()).contains(new Way("Approve", Way.Kind.STATE, 0), new Way("Wrap", Way.Kind.NEXT, 0));
    }

    @Test void whatComesFromACallIsChangedInItsAnswer() {
        Map<Way, Reach.Found> found = found("""
                {"StartAt": "Ask", "States": {
                  "Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Ask"}, "ResultSelector": {"status.$": "$.Payload.status"},
                    "ResultPath": "$.answer", "Next": "Way"},
                  "Way": {"Type": "Choice", "Choices": [{"Variable": "$.answer.status", "StringEquals": "NO", "Next": "No"},
                    {"Variable": "$.answer.status", "StringEquals": "YES", "Next": "Done"}], "Default": "Wait"},
                  "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Ask"}, "No": {"Type": "Fail", "Error": "No"}, "Done": {"Type": "Succeed"}}}""", "{}");

        assertThat(found.get(new Way("Way", Way.Kind.RULE, 0)).world().get("mocks")).hasToString("""
                {"testCase":{"Ask":"Ask"},"responses":{"Ask":{"0":{"Return":{"ExecutedVersion":"$LATEST","StatusCode":200,"Payload":{"status":"NO"}}},\
                "1":{"Return":{"ExecutedVersion":"$LATEST","StatusCode":200,"Payload":{"status":"YES"}}}}}}""");
        assertThat(found.keySet()).contains(new Way("Way", Way.Kind.OTHERWISE, 0), new Way("Wait", Way.Kind.STATE, 0));
    }

    @Test void oneFindLeadsToTheNext() {
        Map<Way, Reach.Found> found = found("""
                {"QueryLanguage": "JSONata", "StartAt": "First", "States": {
                  "First": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.a = 'x' %}", "Next": "Second"}], "Default": "Done"},
                  "Second": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.b >= 3 %}", "Next": "Done"}], "Default": "Done"},
                  "Done": {"Type": "Succeed"}}}""", "{\"a\": 1, \"b\": 1}");

        assertThat(input(found, "Second", Way.Kind.RULE, 0)).isEqualTo("{\"a\":\"x\",\"b\":3}");
        assertThat(found.get(new Way("Second", Way.Kind.RULE, 0)).differences()).hasSize(2);
    }

    @Test void aRetrierAndACatcherGetTheirFault() {
        Map<Way, Reach.Found> found = found(FaultMatrixTest.SHOP, "{}");

        assertThat(found.get(new Way("Charge", Way.Kind.RETRIER, 0)).world()).hasToString("{\"faults\":{\"Charge\":[{\"error\":\"Busy\",\"times\":1}]}}");
        assertThat(found.get(new Way("Charge", Way.Kind.CATCHER, 0)).world()).hasToString("{\"faults\":{\"Charge\":[{\"slow\":\"99d\"}]}}");
        assertThat(found.get(new Way("Charge", Way.Kind.CATCHER, 1)).world()).hasToString("{\"faults\":{\"Charge\":[{\"error\":\"Busy\"}]}}");
        assertThat(found).doesNotContainKey(new Way("Charge", Way.Kind.RETRIER, 1));
    }

    @Test void aCatcherOfAParallelGetsTheFaultOfACallInside() {
        Map<Way, Reach.Found> found = found("""
                {"StartAt": "Both", "States": {
                  "Both": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Late"}], "Branches": [
                    {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:A", "End": true}}},
                    {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]},
                  "Late": {"Type": "Pass", "End": true}}}""", "{}");

        assertThat(found.get(new Way("Both", Way.Kind.CATCHER, 0)).differences()).hasToString("[Fault[state=A, fault={\"error\":\"AnyOtherError\"}]]");
    }

    @Test void whatNothingLeadsToIsNotFound() {
        assertThat(found("""
                {"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "D"},
                  {"Variable": "$.a", "NumericEquals": 1, "Next": "E"}], "Default": "D"}, "D": {"Type": "Succeed"}, "E": {"Type": "Succeed"}}}""", "{\"a\": 1}")).isEmpty();
    }
}
