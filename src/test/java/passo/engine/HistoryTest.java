package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.json.Json;
import passo.json.JsonText;

class HistoryTest {

    private static final Json DATA = JsonText.parse("{\"a\": 1.0}");
    private static final Detail.Failed FAILED = new Detail.Failed(Optional.of("E"), Optional.of("c"));

    static Stream<Arguments> details() {
        return Stream.of(
                Arguments.of(Type.ExecutionStarted, new Detail.Started(DATA, "role"), """
                        {"executionStartedEventDetails": {"input": "{\\"a\\":1.0}", "inputDetails": {"truncated": false}, "roleArn": "role"}}"""),
                Arguments.of(Type.ExecutionSucceeded, new Detail.Output(DATA), """
                        {"executionSucceededEventDetails": {"output": "{\\"a\\":1.0}", "outputDetails": {"truncated": false}}}"""),
                Arguments.of(Type.ExecutionFailed, FAILED, """
                        {"executionFailedEventDetails": {"error": "E", "cause": "c"}}"""),
                Arguments.of(Type.ExecutionFailed, new Detail.Failed(Optional.empty(), Optional.empty()), """
                        {"executionFailedEventDetails": {}}"""),
                Arguments.of(Type.ExecutionTimedOut, new Detail.Failed(Optional.of("States.Timeout"), Optional.empty()), """
                        {"executionTimedOutEventDetails": {"error": "States.Timeout"}}"""),
                Arguments.of(Type.PassStateEntered, new Detail.Entered("S", DATA), """
                        {"stateEnteredEventDetails": {"name": "S", "input": "{\\"a\\":1.0}", "inputDetails": {"truncated": false}}}"""),
                Arguments.of(Type.PassStateExited, new Detail.Exited("S", DATA, Json.Obj.EMPTY), """
                        {"stateExitedEventDetails": {"name": "S", "output": "{\\"a\\":1.0}", "outputDetails": {"truncated": false}}}"""),
                Arguments.of(Type.PassStateExited, new Detail.Exited("S", DATA, Json.Obj.of("v", Json.of("x"))), """
                        {"stateExitedEventDetails": {"name": "S", "output": "{\\"a\\":1.0}", "outputDetails": {"truncated": false},
                         "assignedVariables": {"v": "\\"x\\""}, "assignedVariablesDetails": {"truncated": false}}}"""),
                Arguments.of(Type.TaskScheduled, new Detail.TaskScheduled("lambda", "invoke", DATA, OptionalLong.of(5), OptionalLong.of(2),
                        Optional.of("other")), """
                        {"taskScheduledEventDetails": {"resourceType": "lambda", "resource": "invoke", "region": "us-east-1",
                         "parameters": "{\\"a\\":1.0}", "timeoutInSeconds": 5, "heartbeatInSeconds": 2, "taskCredentials": {"roleArn": "other"}}}"""),
                Arguments.of(Type.TaskStarted, new Detail.Task("lambda", "invoke"), """
                        {"taskStartedEventDetails": {"resourceType": "lambda", "resource": "invoke"}}"""),
                Arguments.of(Type.TaskSubmitted, new Detail.TaskOutput("sqs", "sendMessage.waitForTaskToken", DATA), """
                        {"taskSubmittedEventDetails": {"resourceType": "sqs", "resource": "sendMessage.waitForTaskToken",
                         "output": "{\\"a\\":1.0}", "outputDetails": {"truncated": false}}}"""),
                Arguments.of(Type.TaskFailed, new Detail.TaskFailed("lambda", "invoke", FAILED), """
                        {"taskFailedEventDetails": {"resourceType": "lambda", "resource": "invoke", "error": "E", "cause": "c"}}"""),
                Arguments.of(Type.LambdaFunctionScheduled, new Detail.FunctionScheduled("arn", DATA, OptionalLong.of(5), Optional.of("other")), """
                        {"lambdaFunctionScheduledEventDetails": {"resource": "arn", "input": "{\\"a\\":1.0}", "inputDetails": {"truncated": false},
                         "timeoutInSeconds": 5, "taskCredentials": {"roleArn": "other"}}}"""),
                Arguments.of(Type.LambdaFunctionStarted, new Detail.None(), "{}"),
                Arguments.of(Type.ActivityScheduled, new Detail.ActivityScheduled("arn", DATA, OptionalLong.empty(), OptionalLong.of(2)), """
                        {"activityScheduledEventDetails": {"resource": "arn", "input": "{\\"a\\":1.0}", "inputDetails": {"truncated": false},
                         "heartbeatInSeconds": 2}}"""),
                Arguments.of(Type.ActivityStarted, new Detail.Worker("Ana"), """
                        {"activityStartedEventDetails": {"workerName": "Ana"}}"""),
                Arguments.of(Type.MapStateStarted, new Detail.Length(3), """
                        {"mapStateStartedEventDetails": {"length": 3}}"""),
                Arguments.of(Type.MapIterationAborted, new Detail.Iteration("M", 2), """
                        {"mapIterationAbortedEventDetails": {"name": "M", "index": 2}}"""),
                Arguments.of(Type.MapRunStarted, new Detail.MapRun("arn"), """
                        {"mapRunStartedEventDetails": {"mapRunArn": "arn"}}"""),
                Arguments.of(Type.MapRunRedriven, new Detail.MapRunRedriven("arn", 2), """
                        {"mapRunRedrivenEventDetails": {"mapRunArn": "arn", "redriveCount": 2}}"""),
                Arguments.of(Type.EvaluationFailed, new Detail.EvaluationFailed("S", "Output/a[0]", "E", "c"), """
                        {"evaluationFailedEventDetails": {"state": "S", "location": "Output/a[0]", "error": "E", "cause": "c"}}"""));
    }

    @ParameterizedTest
    @MethodSource("details")
    void tellsADetailAsGetExecutionHistoryDoes(Type type, Detail detail, String expected) {
        Json.Obj event = History.event(new Event(3, 2, Instant.parse("2026-01-01T00:00:01.5Z"), type, detail, 0));

        assertThat(event).isEqualTo(Json.Obj.builder().put("timestamp", "2026-01-01T00:00:01.500Z").put("type", type.name()).put("id", 3)
                .put("previousEventId", 2).putAll((Json.Obj) JsonText.parse(expected)).build());
    }
}
