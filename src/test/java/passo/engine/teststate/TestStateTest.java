package passo.engine.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.engine.Limits;
import passo.engine.Machines;
import passo.engine.Reply;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.engine.teststate.Tested.Done;
import passo.engine.teststate.Tested.Refused;
import passo.engine.teststate.Tested.Status;
import passo.json.Json;
import passo.json.JsonText;

class TestStateTest {

    static final String TASK = """
            {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "F", "Payload.$": "$.a"},
             "ResultSelector": {"got.$": "$.Payload"}, "ResultPath": "$.b", "Next": "Then", %s
             "Retry": [{"ErrorEquals": ["Other"]}, {"ErrorEquals": ["Broken"], "IntervalSeconds": 3, "MaxAttempts": 2}]}""";
    static final String CAUGHT = "\"Catch\": [{\"ErrorEquals\": [\"Other\"], \"Next\": \"X\"}, {\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Y\"}],";
    static final String MAP = """
            {"Type": "Map", "ItemsPath": "$.items", "ItemSelector": {"v.$": "$$.Map.Item.Value"}, "ToleratedFailureCount": 1, "End": true,
             "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
               "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}""";
    static final Failure BROKEN = new Failure("Broken", "why");

    @Test void tellsTheDataAtEveryStage() {
        var tested = run(of(TASK.formatted("")).input("{\"a\": 1}").mock(success("{\"Payload\": 7}")));

        assertThat(tested).isEqualTo(new Done(Status.SUCCEEDED, Optional.of(json("{\"a\": 1, \"b\": {\"got\": 7}}")), Optional.empty(),
                Optional.of("Then"), object("""
                        {"input": {"a": 1}, "afterInputPath": {"a": 1}, "afterParameters": {"FunctionName": "F", "Payload": 1},
                         "result": {"Payload": 7}, "afterResultSelector": {"got": 7}, "afterResultPath": {"a": 1, "b": {"got": 7}}}""")));
    }

    @Test void aMockedErrorIsRetriedAfterTheDelayOfThatRetry() {
        var tested = run(of(TASK.formatted(CAUGHT)).input("{\"a\": 1}").mock(BROKEN).retries(1));

        assertThat(tested.status()).isEqualTo(Status.RETRIABLE);
        assertThat(tested.inspection().get("errorDetails")).isEqualTo(json("{\"retryIndex\": 1, \"retryBackoffIntervalSeconds\": 6}"));
    }

    @Test void anErrorWhoseRetriesAreSpentIsCaught() {
        var tested = run(of(TASK.formatted(CAUGHT)).input("{\"a\": 1}").mock(BROKEN).retries(2));

        assertThat(tested.status()).isEqualTo(Status.CAUGHT_ERROR);
        assertThat(tested.next()).contains("Y");
        assertThat(tested.output()).contains(BROKEN.errorOutput());
        assertThat(tested.inspection().get("errorDetails")).isEqualTo(json("{\"catchIndex\": 1, \"retryIndex\": 1}"));
    }

    @Test void anErrorThatNobodyCatchesFails() {
        var tested = run(of(TASK.formatted("")).input("{\"a\": 1}").mock(new Failure("Unknown", "why")));

        assertThat(tested.status()).isEqualTo(Status.FAILED);
        assertThat(tested.failure()).contains(new Failure("Unknown", "why"));
    }

    @Test void aFailedExpressionIsToldWithoutTheSentenceAboutItsEvent() {
        var tested = run(of(TASK.formatted("")).mock(success("{}")));

        assertThat(tested.failure().orElseThrow().cause()).startsWith("The JSONPath '$.a'");
        assertThat(tested.inspection()).isEqualTo(object("{\"input\": {}, \"afterInputPath\": {}}"));
    }

    @Test void aFailedExpressionIsToldThoughItIsCaught() {
        var tested = run(of("""
                {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "F"},
                 "Output": "{% $states.result.missing %}", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Y"}], "End": true}""").mock(success("{}")));

        assertThat(tested.status()).isEqualTo(Status.CAUGHT_ERROR);
        assertThat(tested.failure().orElseThrow().error()).isEqualTo(ErrorName.QUERY_EVALUATION_ERROR);
    }

    @Test void aTaskWithoutAMockAsksTheServices() {
        var tested = (Done) of(TASK.formatted("")).input("{\"a\": 1}").roleArn("arn:aws:iam::111122223333:role/r").test()
                .run(Machines.answering(success("{\"Payload\": 2}")), Limits.NORMAL);

        assertThat(tested.output()).contains(json("{\"a\": 1, \"b\": {\"got\": 2}}"));
    }

    @Test void aTaskMayTakeFiveMinutes() {
        var slow = new Reply.After(Duration.ofMinutes(6), success("{}"), false);

        var tested = (Done) of(TASK.formatted("")).input("{\"a\": 1}").roleArn("arn:aws:iam::111122223333:role/r").test()
                .run((_, _) -> slow, Limits.NORMAL);

        assertThat(tested.failure()).contains(new Failure(ErrorName.TIMEOUT, ""));
    }

    @Test void aMapTellsWhatItsIterationsWouldStartWith() {
        var tested = run(of(MAP).input("{\"items\": [1, 2]}").mock(success("[3, 4]")));

        assertThat(tested.output()).contains(json("[3, 4]"));
        assertThat(tested.inspection()).isEqualTo(object("""
                {"input": {"items": [1, 2]}, "afterInputPath": {"items": [1, 2]}, "afterResultSelector": [3, 4], "afterResultPath": [3, 4],
                 "afterItemsPath": [1, 2], "afterItemSelector": [{"v": 1}, {"v": 2}], "maxConcurrency": 0, "toleratedFailureCount": 1}"""));
    }

    @Test void aMapFailsWhereMoreIterationsFailedThanItTolerates() {
        var tested = run(of(MAP).input("{\"items\": [1, 2]}").mock(success("[3, 4]")).failed(2));

        assertThat(tested.failure().orElseThrow().error()).isEqualTo(ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD);
    }

    @Test void noMoreIterationsCanFailThanThereAre() {
        assertThat(refusal(of(MAP).input("{\"items\": [1, 2]}").mock(success("[3, 4]")).failed(3)))
                .isEqualTo("Map iteration failure count must be less than or equal to the number of Map iterations");
    }

    @Test void aMapThatWouldKeepTooMuchIsGivenUp() {
        var test = of(MAP).input("{\"items\": [1, 2, 3, 4]}").mock(success("[]")).test();

        assertThat(test.run((_, _) -> null, new Limits(3, 1_000, () -> false)))
                .isEqualTo(new Tested.OverBudget(new Run.Refused(Run.Reason.EVENTS, 3)));
    }

    @Test void anObjectIsNotIteratedOver() {
        var tested = run(of(MAP).input("{\"items\": {\"k\": 1}}").mock(success("[3]")));

        assertThat(tested.failure()).contains(new Failure(ErrorName.RUNTIME, "Reference path \"$.items\" must point to array."));
    }

    @Test void variablesAreThoseAfterTheState() {
        var tested = run(of("{\"Type\": \"Pass\", \"Assign\": {\"n.$\": \"$.n\"}, \"End\": true}").input("{\"n\": 1}").variables("{\"m\": 0}"));

        assertThat(tested.inspection().get("variables")).isEqualTo(json("{\"m\": 0, \"n\": 1}"));
    }

    @Test void theContextIsTheOneThatIsGiven() {
        var token = of("""
                {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                 "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}}""");

        var tested = run(token.mock(success("{}")).context("{\"Task\": {\"Token\": \"t\"}}"));

        assertThat(tested.inspection().get("afterParameters")).isEqualTo(json("{\"QueueUrl\": \"q\", \"MessageBody\": {\"token\": \"t\"}}"));
    }

    @Test void whatCannotBeTestedIsRefused() {
        assertThat(refusal(of(TASK.formatted("")))).isEqualTo("RoleArn must be specified when testing a Task state");
        assertThat(refusal(of("{\"Type\": \"Succeed\"}").mock(BROKEN))).isEqualTo("State type 'Succeed' is not supported when a mock is specified");
        assertThat(refusal(of(MAP))).startsWith("TestState API does not support Map or Parallel states.");
        assertThat(refusal(of(MAP).mock(success("{}")))).isEqualTo("Mocked result must be an array.");
        assertThat(refusal(of(TASK.formatted("")).mock(BROKEN).context("{\"Taks\": {}}")))
                .isEqualTo("Invalid Context object provided: Field 'Taks' is not allowed");
    }

    private static Done run(Setting setting) {
        return (Done) setting.test().run((call, _) -> {
            throw new AssertionError("nobody is to be asked: " + call);
        }, Limits.NORMAL);
    }

    private static String refusal(Setting setting) {
        return ((Refused) setting.test().run((_, _) -> null, Limits.NORMAL)).message();
    }

    private static Json json(String text) {
        return JsonText.parse(text);
    }

    private static Json.Obj object(String text) {
        return (Json.Obj) json(text);
    }

    private static Success success(String result) {
        return new Success(json(result));
    }

    private static Setting of(String state) {
        var definition = Definition.ofState(TestState.STATE_NAME, json(state), Definition.Type.STANDARD);
        var machine = definition.machine().orElseThrow(() -> new AssertionError(definition.diagnostics().toString()));
        return new Setting(machine, "{}", Optional.empty(), "{}", Optional.empty(), Optional.empty(), 0, OptionalInt.empty());
    }

    /// What a test says of its test, and defaults for the rest.
    private record Setting(StateMachine machine, String input, Optional<String> roleArn, String variables, Optional<String> context,
            Optional<Outcome> mock, int retries, OptionalInt failed) {

        Setting input(String json) {
            return new Setting(machine, json, roleArn, variables, context, mock, retries, failed);
        }

        Setting roleArn(String arn) {
            return new Setting(machine, input, Optional.of(arn), variables, context, mock, retries, failed);
        }

        Setting variables(String json) {
            return new Setting(machine, input, roleArn, json, context, mock, retries, failed);
        }

        Setting context(String json) {
            return new Setting(machine, input, roleArn, variables, Optional.of(json), mock, retries, failed);
        }

        Setting mock(Outcome outcome) {
            return new Setting(machine, input, roleArn, variables, context, Optional.of(outcome), retries, failed);
        }

        Setting retries(int count) {
            return new Setting(machine, input, roleArn, variables, context, mock, count, failed);
        }

        Setting failed(int count) {
            return new Setting(machine, input, roleArn, variables, context, mock, retries, OptionalInt.of(count));
        }

        TestState test() {
            var start = new StartExecution(machine, Definition.Type.EXPRESS, "machine", "test", "111122223333", json(input), Machines.START, 0);
            return new TestState(start, machine.state(TestState.STATE_NAME), roleArn, object(variables), context.map(TestStateTest::object), mock, retries,
                    failed, Optional.empty());
        }
    }
}
