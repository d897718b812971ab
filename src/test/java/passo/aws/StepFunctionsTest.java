package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.aws.service.Change;
import passo.engine.Run;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;

class StepFunctionsTest {

    static final String START = "arn:aws:states:::states:startExecution";
    static final String SDK = "arn:aws:states:::aws-sdk:sfn:";
    static final String CHILD = "arn:aws:states:us-east-1:111122223333:execution:child:c";
    static final String REQUEST = "{StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child', Name: c, Input: {a: 1}}";
    static final String WORLD =
            "{stateMachines: {child: {definition: {StartAt: W, States: {W: {Type: Wait, Seconds: 5, Next: P}, P: {Type: Pass, End: true}}}}}}";
    static final String FAILING = "{stateMachines: {child: {definition: {StartAt: F, States: {F: {Type: Fail, Error: E, Cause: why}}}}}}";

    @Test void aChildIsStartedAndNotWaitedFor() {
        var trial = Trial.call(START, REQUEST, WORLD);

        assertThat(trial.answer())
                .isEqualTo(Trial.json("{ExecutionArn: 'arn:aws:states:us-east-1:111122223333:execution:child:c', StartDate: 1767225600030}"));
        assertThat(trial.trace().children()).hasSize(1);
    }

    @Test void aChildIsWaitedForAndToldAsTextOrAsJson() {
        var asText = (Json.Obj) Trial.call(START + ".sync", REQUEST, WORLD).output();
        var asJson = (Json.Obj) Trial.call(START + ".sync:2", REQUEST, WORLD).output();

        assertThat(asText.get("Output")).isEqualTo(Json.of("{\"a\":1}"));
        assertThat(asJson).isEqualTo(Trial.json("""
                {ExecutionArn: 'arn:aws:states:us-east-1:111122223333:execution:child:c', Input: {a: 1}, InputDetails: {Included: true}, Name: c,
                 Output: {a: 1}, OutputDetails: {Included: true}, RedriveCount: 0, RedriveStatus: NOT_REDRIVABLE,
                 RedriveStatusReason: Execution is SUCCEEDED and cannot be redriven, StartDate: 1767225600030,
                 StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child', Status: SUCCEEDED, StopDate: 1767225605030}"""));
    }

    @Test void aChildThatFailedFailsTheTask() {
        var failure = Trial.call(START + ".sync:2", REQUEST, FAILING).failure();

        assertThat(failure.error()).isEqualTo("States.TaskFailed");
        assertThat(((Json.Obj) Trial.json(failure.cause()))).satisfies(cause -> {
            assertThat(cause.get("Error")).isEqualTo(Json.of("E"));
            assertThat(cause.get("Cause")).isEqualTo(Json.of("why"));
            assertThat(cause.get("Status")).isEqualTo(Json.of("FAILED"));
        });
    }

    @Test void whatAChildChangesIsShownAtTheStepThatStartedIt() {
        var trial = Trial.run("""
                {StartAt: First, States: {First: {Type: Pass, Next: Many}, Many: {Type: Map, ItemProcessor: {
                  ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: EXPRESS}, StartAt: Send, States: {Send: {Type: Task,
                  Resource: 'arn:aws:states:::aws-sdk:sqs:sendMessage', End: true,
                  Parameters: {QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/q', MessageBody.$: $}}}}, End: true}}}""",
                "[a, b]", "{sqs: {q: {}}}");

        assertThat(trial.cloud().changes()).extracting(Change::step).containsExactly(2, 2);
    }

    @Test void aMissingMachineIsNamed() {
        assertThat(Trial.call(START, REQUEST, "{}").failure().error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
        assertThat(Trial.call("arn:aws:states:::aws-sdk:sfn:startExecution", REQUEST, "{}").failure().error())
                .isEqualTo("Sfn.StateMachineDoesNotExistException");
    }

    @Test void aNameIsUsedOnce() {
        var ended = "{stateMachines: {child: {definition: {StartAt: P, States: {P: {Type: Pass, End: true}}}}}}";

        assertThat(twice(START, REQUEST, ended).failure().error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
        assertThat(twice(START, REQUEST.replace("a: 1", "a: 2"), WORLD).failure().error())
                .isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
    }

    @Test void toAskAgainForWhatStillRunsIsNoMistake() {
        var trial = twice(START, REQUEST, WORLD);

        assertThat(((Json.Obj) trial.output()).get("StartDate")).isEqualTo(Json.of(1767225600030L));
        assertThat(trial.trace().children()).hasSize(1);
    }

    @Test void anExecutionIsDescribedAsItIsWhenAskedFor() {
        String running = "{ExecutionArn: 'arn:aws:states:us-east-1:111122223333:execution:child:c'}";
        String sdk = "arn:aws:states:::aws-sdk:sfn:describeExecution";

        assertThat(twice(sdk, running, WORLD).output()).isEqualTo(Trial.json("""
                {ExecutionArn: 'arn:aws:states:us-east-1:111122223333:execution:child:c', Input: '{"a":1}', InputDetails: {Included: true},
                 Name: c, RedriveCount: 0, RedriveStatus: NOT_REDRIVABLE, RedriveStatusReason: Execution is RUNNING and cannot be redriven,
                 StartDate: '2026-01-01T00:00:00.030Z', StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child',
                 Status: RUNNING}"""));
        assertThat(((Json.Obj) twice(sdk, running, FAILING).output()).get("Status")).isEqualTo(Json.of("FAILED"));
        assertThat(Trial.call(sdk, running, WORLD).failure().error()).isEqualTo("Sfn.ExecutionDoesNotExistException");
    }

    @Test void whatAStartCannotTakeIsNamed() {
        assertThat(error(START, "{StateMachineArn: child}")).isEqualTo("StepFunctions.InvalidArnException");
        assertThat(error(START, REQUEST.replace("Name: c", "Name: 'a b'"))).isEqualTo("StepFunctions.InvalidNameException");
        assertThat(error(START, REQUEST.replace("{a: 1}", "'{a'"))).isEqualTo("StepFunctions.InvalidExecutionInputException");
        assertThat(error("arn:aws:states:::aws-sdk:sfn:startSyncExecution", REQUEST))
                .isEqualTo("Sfn.StateMachineTypeNotSupportedException");
    }

    private static String error(String resource, String request) {
        return Trial.call(resource, request, WORLD).failure().error();
    }

    /// The child is started, and a second later something is asked.
    private static Trial twice(String resource, String request, String world) {
        return Trial.run("""
                {StartAt: A, States: {A: {Type: Task, Resource: '%s', Parameters: %s, Next: W}, W: {Type: Wait, Seconds: 1, Next: B},
                 B: {Type: Task, Resource: '%s', Parameters: %s, End: true}}}""".formatted(START, REQUEST, resource, request), "{}", world);
    }

    @Test void aChildCanAnswerItsParentsToken() {
        var trial = Trial.call(START + ".waitForTaskToken",
                "{StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child', Input: {token.$: $$.Task.Token}}", """
                {stateMachines: {child: {definition: {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
                 Parameters: {TaskToken.$: $.token, Output: {done: true}}, End: true}}}}}}""", "[]");

        assertThat(trial.output()).isEqualTo(Trial.json("{done: true}"));
    }

    @Test void aTokenThatNobodyWaitsForIsInvalid() {
        assertThat(Trial.call("arn:aws:states:::aws-sdk:sfn:sendTaskFailure", "{TaskToken: x}", "{}").failure().error())
                .isEqualTo("Sfn.InvalidTokenException");
    }

    @Test void aSynchronousExpressChildThatFailsIsAnAnswer() {
        var answer =
                (Json.Obj) Trial.call("arn:aws:states:::aws-sdk:sfn:startSyncExecution", REQUEST,
                FAILING.replace("definition", "type: EXPRESS, definition")).output();

        assertThat(answer.get("Status")).isEqualTo(Json.of("FAILED"));
        assertThat(answer.get("Error")).isEqualTo(Json.of("E"));
    }

    @Test void anExecutionCanAskAboutItself() {
        var answer = (Json.Obj) Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: '" + SDK + "describeExecution', "
                + "Parameters: {ExecutionArn.$: $$.Execution.Id}, End: true}}}", "{a: 1}", "{}").output();

        assertThat(answer.get("Status")).isEqualTo(Json.of("RUNNING"));
        assertThat(answer.get("Input")).isEqualTo(Json.of("{\"a\":1}"));
    }

    @Test void aChildIsStopped() {
        var trial = twice(SDK + "stopExecution", "{ExecutionArn: '" + CHILD + "', Error: E, Cause: enough}", WORLD);

        assertThat(trial.output()).isEqualTo(Trial.json("{StopDate: '2026-01-01T00:00:01.030Z'}"));
        assertThat(trial.trace().children()).singleElement().satisfies(child -> {
            assertThat(child.status()).isEqualTo(Trace.Status.ABORTED);
            assertThat(child.failure()).contains(new Outcome.Failure("E", "enough"));
        });
    }

    @Test void whoWaitsForAChildThatIsStoppedFails() {
        String start = "Type: Task, Resource: '" + START + ".sync:2', Parameters: " + REQUEST + ", End: true";
        var failure = Trial.run("{StartAt: P, States: {P: {Type: Parallel, Branches: [{StartAt: A, States: {A: {" + start + "}}}, {StartAt: W, States: {"
                + "W: {Type: Wait, Seconds: 2, Next: S}, S: {Type: Task, Resource: '" + SDK + "stopExecution', Parameters: {ExecutionArn: '" + CHILD
                + "'}, End: true}}}], End: true}}}", "{}", WORLD).failure();

        assertThat(failure.error()).isEqualTo("States.TaskFailed");
        assertThat(((Json.Obj) Trial.json(failure.cause())).get("Status")).isEqualTo(Json.of("ABORTED"));
    }

    @Test void executionsAreListedTheLatestFirst() {
        String list = "{StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child', StatusFilter: RUNNING}";

        assertThat(twice(SDK + "listExecutions", list, WORLD).output()).isEqualTo(Trial.json("{Executions: [{ExecutionArn: '" + CHILD
                + "', Name: c, RedriveCount: 0, StartDate: '2026-01-01T00:00:00.030Z', "
                + "StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child', Status: RUNNING}]}"));
        assertThat(twice(SDK + "listExecutions", list, FAILING).output()).isEqualTo(Trial.json("{Executions: []}"));
        assertThat(twice(SDK + "listExecutions", list.replace("RUNNING", "running"), WORLD).failure().cause())
                .startsWith("1 validation error detected: Value 'running' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum "
                        + "value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]");
    }

    @Test void aHistoryIsReadInPages() {
        String first = "{ExecutionArn: '" + CHILD + "', MaxResults: 1, IncludeExecutionData: false}";
        var page = (Json.Obj) twice(SDK + "getExecutionHistory", first, FAILING).output();
        var last = (Json.Obj) twice(SDK + "getExecutionHistory", first.replace("MaxResults: 1", "ReverseOrder: true"), FAILING).output();

        assertThat(page.get("Events")).isEqualTo(Trial.json("[{Timestamp: '2026-01-01T00:00:00.030Z', Type: ExecutionStarted, Id: 1, PreviousEventId: 0, "
                + "ExecutionStartedEventDetails: {RoleArn: 'arn:aws:iam::111122223333:role/child-role'}}]"));
        assertThat(page.has("NextToken")).isTrue();
        assertThat(((Json.Arr) last.get("Events")).get(0)).isEqualTo(Trial.json("{Timestamp: '2026-01-01T00:00:00.030Z', Type: ExecutionFailed, Id: 3, "
                + "PreviousEventId: 2, ExecutionFailedEventDetails: {Error: E, Cause: why}}"));
    }

    @Test void aChildThatFailedIsRedriven() {
        String world = """
                {lambda: {f: {replies: [{throw: {error: Busy}}, {return: done}]}}, stateMachines: {child: {definition: {StartAt: L, States: {
                 L: {Type: Task, Resource: 'arn:aws:lambda:us-east-1:111122223333:function:f', End: true}}}}}}""";
        var trial = twice(SDK + "redriveExecution", "{ExecutionArn: '" + CHILD + "'}", world);

        assertThat(trial.output()).isEqualTo(Trial.json("{RedriveDate: '2026-01-01T00:00:01.030Z'}"));
        assertThat(trial.trace().children()).singleElement().satisfies(child -> assertThat(child.output()).contains(Json.of("done")));
        assertThat(twice(SDK + "redriveExecution", "{ExecutionArn: '" + CHILD + "'}", WORLD).failure().error())
                .isEqualTo("Sfn.ExecutionNotRedrivableException");
    }

    @Test void stateMachinesAreListedAndDescribed() {
        var described = (Json.Obj) Trial.call(SDK + "describeStateMachine",
                "{StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child'}", WORLD).output();
        var listed = (Json.Obj) Trial.call(SDK + "listStateMachines", "{}", WORLD).output();

        assertThat(Trial.json(((Json.Str) described.get("Definition")).value())).isEqualTo(SqsTest.Steps.walk(Trial.json(WORLD), "stateMachines", "child", "definition"));
        assertThat(((Json.Arr) listed.get("StateMachines")).items()).extracting(machine -> ((Json.Obj) machine).get("Name"))
                .containsExactly(Json.of("child"), Json.of("machine"));
    }

    @Test void aMapRunIsDescribed() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: STANDARD}, StartAt: P,
                 States: {P: {Type: Pass, End: true}}}, Next: L}, L: {Type: Task, Resource: '%1$slistMapRuns', Parameters: {ExecutionArn.$: $$.Execution.Id},
                 Next: D}, D: {Type: Task, Resource: '%1$sdescribeMapRun', Parameters: {MapRunArn.$: '$.MapRuns[0].MapRunArn'}, End: true}}}""".formatted(SDK),
                "[1, 2]", "{}");

        assertThat(SqsTest.Steps.walk(trial.output(), "ItemCounts", "Succeeded")).isEqualTo(Json.of(2));
        assertThat(SqsTest.Steps.walk(trial.output(), "Status")).isEqualTo(Json.of("SUCCEEDED"));
    }

    @Test void aMachineMayStartItselfUntilTheRunIsRefused() {
        assertThat(Trial.refused("{StartAt: A, States: {A: {Type: Task, Resource: '" + START + "', "
                + "Parameters: {StateMachineArn.$: $$.StateMachine.Id}, End: true}}}", "{}")).isInstanceOf(Run.Refused.class);
    }

    @Test void aLongChainOfExecutionsEnds() {
        var trial = Trial.run("""
                {StartAt: C, States: {C: {Type: Choice, Choices: [{Variable: $.n, NumericGreaterThan: 0, Next: A}], Default: E}, E: {Type: Succeed},
                 A: {Type: Task, Resource: '%s', End: true, Parameters: {StateMachineArn.$: $$.StateMachine.Id,
                 Input: {n.$: 'States.MathAdd($.n, -1)'}}}}}""".formatted(START), "{n: 2000}", "{}");

        assertThat(trial.trace().executions()).hasSize(2001);
    }

    @Test void anOutputThatIsNoJsonIsRefused() {
        assertThat(Trial.call(SDK + "sendTaskSuccess", "{TaskToken: x, Output: 'a b'}", "{}").failure().error()).isEqualTo("Sfn.InvalidOutputException");
    }
}
