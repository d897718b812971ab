package passo.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import passo.engine.Run;
import passo.json.Json;
import passo.json.Pointer;

class LambdaTest {

    static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:Charge";
    static final String INVOKE = "arn:aws:states:::lambda:invoke";
    static final String RETRYING = """
            {StartAt: A, States: {A: {Type: Task, Resource: '%s', End: true,
             Retry: [{ErrorEquals: [States.ALL], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 5}]}}}""".formatted(FUNCTION);

    @Test void aFunctionThatTheWorldOnlyNamesGivesBackItsEvent() {
        var trial = Trial.call(FUNCTION, "{a: 1}", "{lambda: {Charge: {}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("{a: 1}"));
        assertThat(trial.duration()).isEqualTo(Duration.ofMillis(120));
        assertThat(trial.cloud().calls()).extracting(Served::automatic).containsExactly(true);
    }

    @Test void repliesComeInTurnAndTheLastRepeats() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, MaxConcurrency: 1, ItemsPath: $, End: true, ItemProcessor: {StartAt: A, States:
                 {A: {Type: Task, Resource: '%s', End: true}}}}}}""".formatted(FUNCTION), "[1, 2, 3, 4]",
                "{lambda: {Charge: {replies: [{return: first, times: 2}, {return: last}]}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("[first, first, last, last]"));
    }

    @Test void aReplyCanBeForCertainAttempts() {
        var trial = Trial.run(RETRYING, "{}",
                "{lambda: {Charge: {replies: [{throw: {error: E}, attempts: '0-1'}, {return: third, attempts: '2'}]}}}");

        assertThat(trial.output()).isEqualTo(Json.of("third"));
        assertThat(trial.cloud().calls()).hasSize(3);
    }

    @Test void rulesChooseByAPartOfTheEvent() {
        String world = """
                {lambda: {Charge: {rules: [{when: {card: {brand: visa}}, then: [{return: yes}]}, {then: [{return: 'no'}]}]}}}""";

        assertThat(Trial.call(FUNCTION, "{card: {brand: visa, number: 4}, total: 3}", world).output()).isEqualTo(Json.of("yes"));
        assertThat(Trial.call(FUNCTION, "{card: {brand: other}}", world).output()).isEqualTo(Json.of("no"));
    }

    @Test void anErrorIsNamedAfterItsTypeAndExplainedByItsDocument() {
        var failure = Trial.call(FUNCTION, "{}", "{lambda: {Charge: {replies: [{throw: {error: CardDeclined, cause: no money}}]}}}")
                .failure();

        assertThat(failure.error()).isEqualTo("CardDeclined");
        assertThat(Trial.json(failure.cause()))
                .isEqualTo(Trial.json("{errorType: CardDeclined, errorMessage: no money, trace: ['CardDeclined: no money']}"));
    }

    @Test void anErrorOfTheServiceHasTheServicesText() {
        var failure = Trial.call(FUNCTION, "{}", "{lambda: {Charge: {replies: [{throw: {error: Lambda.TooManyRequestsException}}]}}}")
                .failure();

        assertThat(failure.error()).isEqualTo("Lambda.TooManyRequestsException");
        assertThat(failure.cause())
                .matches("Rate Exceeded\\. \\(Service: AWSLambda; Status Code: 429; Error Code: TooManyRequestsException; "
                + "Request ID: [0-9a-f-]{36}; Proxy: null\\)");
    }

    @Test void afterSaysHowLongItTakes() {
        assertThat(Trial.call(FUNCTION, "{}", "{lambda: {Charge: {replies: [{return: 1, after: 2m}]}}}").duration())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test void aFunctionThatTakesLongerThanItsTimeoutIsStopped() {
        var trial = Trial.call(FUNCTION, "{}", "{lambda: {Charge: {timeout: 3s, replies: [{return: 1, after: 10s}]}}}");

        assertThat(trial.failure().error()).isEqualTo("Sandbox.Timedout");
        assertThat(trial.failure().cause()).contains("Task timed out after 3.00 seconds");
        assertThat(trial.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test void aMissingFunctionIsNotFound() {
        var trial = Trial.call(INVOKE, "{FunctionName: Chrage}", "{lambda: {Charge: {}}}");

        assertThat(trial.failure().error()).isEqualTo("Lambda.ResourceNotFoundException");
        assertThat(trial.failure().cause())
                .startsWith("Function not found: arn:aws:lambda:us-east-1:111122223333:function:Chrage:$LATEST (Service: AWSLambda; "
                + "Status Code: 404; Error Code: ResourceNotFoundException; Request ID: ");
        assertThat(Trial.call(FUNCTION, "{}", "{}").failure().error()).isEqualTo("Lambda.ResourceNotFoundException");
    }

    @Test void aFunctionOfAnotherAccountIsNotFound() {
        assertThat(Trial.call(FUNCTION, "{}", "{lambda: {Charge: {account: '444455556666'}}}").failure().error())
                .isEqualTo("Lambda.ResourceNotFoundException");
    }

    @Test void anEventForNoRuleIsAMistakeOfTheWorldThatNoMachineCatches() {
        var trial = Trial.run("""
                {StartAt: A, States: {A: {Type: Task, Resource: '%s', Catch: [{ErrorEquals: [States.ALL], Next: B}], End: true}, B: {Type: Succeed}}}"""
                .formatted(FUNCTION), "{a: 2}", "{lambda: {Charge: {rules: [{when: {a: 1}, then: [{return: 1}]}]}}}");

        assertThat(trial.failure().error()).isEqualTo("States.Runtime");
        assertThat(trial.failure().cause()).endsWith("No rule of the function Charge is for this event: {\"a\":2}");
    }

    @Test void codeRuns() {
        var trial = Trial.call(FUNCTION, "{a: 1}", """
                {lambda: {Charge: {runtime: nodejs22.x, code: "export const handler = async event => { console.log('hi'); return event.a + 1; };"}}}""");

        assertThat(trial.output()).isEqualTo(Json.of(2));
        assertThat(trial.duration()).isEqualTo(Duration.ofMillis(120));
        assertThat(trial.cloud().logs()).singleElement().satisfies(log -> assertThat(log.lines()).singleElement().asString().endsWith("INFO\thi"));
    }

    @Test void whatCodeThrowsIsTheStatesError() {
        var failure = Trial.call(FUNCTION, "{}", """
                {lambda: {Charge: {code: "export const handler = async () => { throw new TypeError('no'); };"}}}""").failure();

        assertThat(failure.error()).isEqualTo("TypeError");
        assertThat(((Json.Obj) Trial.json(failure.cause())).names()).containsExactly("errorType", "errorMessage", "trace");
    }

    @Test void codeThatWaitsLongerThanItsTimeoutIsStopped() {
        var trial = Trial.call(INVOKE, "{FunctionName: Charge}", """
                {lambda: {Charge: {timeout: 3s, code: "export const handler = () => new Promise(done => setTimeout(done, 10000));"}}}""");

        assertThat(trial.failure().error()).isEqualTo("Sandbox.Timedout");
        assertThat(trial.failure().cause()).contains("Task timed out after 3.00 seconds");
        assertThat(trial.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test void codeOfAnotherLanguageDoesNotRunAndSaysSo() {
        var failure = Trial.call(FUNCTION, "{}", "{lambda: {Charge: {runtime: java21, code: 'class Charge {}'}}}").failure();

        assertThat(failure.error()).isEqualTo("States.Runtime");
        assertThat(failure.cause()).endsWith("The function Charge wants the runtime java21, and only Node.js and Python code runs here: "
                + "give it replies or rules instead.");
    }

    @Test void aQualifierChoosesAVersion() {
        String world = """
                {lambda: {Charge: {replies: [{return: latest}], versions: {'1': {replies: [{return: first}]}, '2': {}}, aliases: {live: '1'}}}}""";

        assertThat(Trial.call(INVOKE, "{FunctionName: Charge, Qualifier: live}", world).answer())
                .isEqualTo(Trial.json("{ExecutedVersion: '1', Payload: first, StatusCode: 200}"));
        assertThat(Trial.call(INVOKE, "{FunctionName: 'Charge:2'}", world).answer())
                .isEqualTo(Trial.json("{ExecutedVersion: '2', Payload: latest, StatusCode: 200}"));
        assertThat(Trial.call(FUNCTION + ":1", "{}", world).output()).isEqualTo(Json.of("first"));
        assertThat(Trial.call(INVOKE, "{FunctionName: Charge, Qualifier: '3'}", world).failure().cause())
                .startsWith("Function not found: arn:aws:lambda:us-east-1:111122223333:function:Charge:3 (Service: AWSLambda; Status Code: 404;");
    }

    @Test void anAliasSharesItsCallsOut() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, ItemsPath: $, End: true, ItemProcessor: {StartAt: A, States:
                 {A: {Type: Task, Resource: '%s:live', End: true}}}}}}""".formatted(FUNCTION), "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", """
                {lambda: {Charge: {versions: {'1': {replies: [{return: old}]}, '2': {replies: [{return: new}]}},
                 aliases: {live: {version: '1', weights: {'2': 0.5}}}}}}""");

        assertThat(((Json.Arr) trial.output()).items()).contains(Json.of("old"), Json.of("new"));
    }

    @Test void anEventIsAcceptedAndADryRunChangesNothing() {
        String world = "{lambda: {Charge: {replies: [{throw: {error: E}, after: 5s}]}}}";
        var event = Trial.call(INVOKE, "{FunctionName: Charge, InvocationType: Event}", world);
        var dryRun = Trial.call(INVOKE, "{FunctionName: Charge, InvocationType: DryRun}", world);

        assertThat(event.answer()).isEqualTo(Trial.json("{StatusCode: 202}"));
        assertThat(event.duration()).isEqualTo(Duration.ofMillis(120));
        assertThat(dryRun.answer()).isEqualTo(Trial.json("{StatusCode: 204}"));
        assertThat(dryRun.cloud().changes()).isEmpty();
    }

    @Test void anEventThatFailsIsTriedTwiceMoreAndThenHandedOn() {
        var trial = Trial.call(INVOKE, "{FunctionName: Charge, InvocationType: Event, Payload: {order: 17}}", """
                {sqs: {lost: {}}, lambda: {Charge: {onFailure: {queue: lost}, replies: [{throw: {error: E, cause: no}}]}}}""");

        Json.Obj told = (Json.Obj) Trial.json(((Json.Str) Pointer.parse("/sqs/lost/messages/0").orElseThrow().find(trial.cloud().world()).orElseThrow()).value());
        assertThat(told.get("timestamp")).isEqualTo(Json.of("2026-01-01T00:03:00.360Z"));
        assertThat(told.get("requestPayload")).isEqualTo(Trial.json("{order: 17}"));
        assertThat(((Json.Obj) told.get("requestContext")).without("requestId")).isEqualTo(Trial.json("""
                {functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:Charge:$LATEST', condition: RetriesExhausted, approximateInvokeCount: 3}"""));
        assertThat(told.get("responsePayload")).isEqualTo(Trial.json("{errorType: E, errorMessage: 'no', trace: ['E: no']}"));
    }

    @Test void anEventThatIsThrottledComesAgainUntilThereIsRoom() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, ItemsPath: $, End: true, ItemProcessor: {StartAt: A, States: {A: {Type: Task, End: true,
                 Resource: '%s', Parameters: {FunctionName: Charge, InvocationType: Event, 'Payload.$': $}}}}}}}""".formatted(INVOKE), "[1, 2, 3]", """
                {sqs: {done: {}}, lambda: {Charge: {concurrency: 1, code: "
                 const { SQS } = require('@aws-sdk/client-sqs');
                 exports.handler = async event => {
                   await new Promise(resolve => setTimeout(resolve, 1500));
                   await new SQS().sendMessage({ QueueUrl: 'done', MessageBody: String(event) });
                 };"}}}""");

        assertThat(trial.duration()).isEqualTo(Duration.ofMillis(120));
        assertThat(((Json.Arr) Pointer.parse("/sqs/done/messages").orElseThrow().find(trial.cloud().world()).orElseThrow()).items())
                .containsExactlyInAnyOrder(Json.of("1"), Json.of("2"), Json.of("3"));
    }

    @Test void theTailOfTheLogIsInBase64() {
        Json result = ((Json.Obj) Trial.call(INVOKE, "{FunctionName: Charge, LogType: Tail}", """
                {lambda: {Charge: {code: "exports.handler = async () => { console.log('paid'); };"}}}""").answer()).get("LogResult");

        assertThat(new String(Base64.getDecoder().decode(((Json.Str) result).value()), UTF_8))
                .matches("(?s)START RequestId: .* Version: \\$LATEST\n.*\tINFO\tpaid\nEND RequestId: .*\nREPORT RequestId: .*Billed Duration: 120 ms.*");
    }

    @Test void moreCallsAtOnceThanAllowedAreThrottled() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, ItemsPath: $, End: true, ItemProcessor: {StartAt: A, States:
                 {A: {Type: Task, Resource: '%s', End: true, Catch: [{ErrorEquals: [Lambda.TooManyRequestsException], Next: B}]},
                  B: {Type: Pass, Result: throttled, End: true}}}}}}""".formatted(FUNCTION), "[1, 2, 3]", "{lambda: {Charge: {concurrency: 2}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("[1, 2, throttled]"));
    }

    @Test void aNewEnvironmentStartsFirst() {
        String twice = "{StartAt: A, States: {A: {Type: Task, Resource: '%1$s', Next: B}, B: {Type: Task, Resource: '%1$s', End: true}}}";

        assertThat(Trial.run(twice.formatted(FUNCTION), "{}", "{lambda: {Charge: {coldStart: 400ms}}}").duration()).isEqualTo(Duration.ofMillis(640));
    }

    @Test void aRunWhoseCodeComputesTooMuchIsToBeRefused() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, MaxConcurrency: 1, ItemsPath: $, End: true, ItemProcessor: {StartAt: A, States:
                 {A: {Type: Task, Resource: '%s', End: true, Catch: [{ErrorEquals: [States.ALL], Next: B}]}, B: {Type: Succeed}}}}}}""".formatted(FUNCTION),
                "[1, 2, 3, 4, 5]", "{lambda: {Charge: {code: 'exports.handler = () => /^(a+)+$/.test(`${`a`.repeat(40)}b`);'}}}");

        assertThat(trial.cloud().refusal()).map(Run.Refused::reason).contains(Run.Reason.TICKS);
    }

    @Test void invokeWrapsThePayload() {
        var trial = Trial.call(INVOKE, "{FunctionName: Charge, Payload: {a: 1}}", "{lambda: {Charge: {}}}");

        assertThat(trial.answer()).isEqualTo(Trial.json("{ExecutedVersion: $LATEST, Payload: {a: 1}, StatusCode: 200}"));
        assertThat(Pointer.parse("/SdkHttpMetadata/HttpStatusCode").orElseThrow().find(trial.output())).contains(Json.of(200));
    }

    @Test void aTextAsPayloadIsJson() {
        assertThat(Trial.call(INVOKE, "{FunctionName: Charge, Payload: '[1, 2]'}", "{lambda: {Charge: {}}}").answer())
                .isEqualTo(Trial.json("{ExecutedVersion: $LATEST, Payload: [1, 2], StatusCode: 200}"));
        assertThat(Trial.call(INVOKE, "{FunctionName: Charge, Payload: 'not JSON'}", "{lambda: {Charge: {}}}").failure().error())
                .isEqualTo("Lambda.InvalidRequestContentException");
    }

    @Test void throughTheSdkThePayloadIsTextAndAFailureIsNoError() {
        String sdk = "arn:aws:states:::aws-sdk:lambda:invoke";

        assertThat(Trial.call(sdk, "{FunctionName: Charge, Payload: {a: 1}}", "{lambda: {Charge: {}}}").output())
                .isEqualTo(Trial.json("{ExecutedVersion: $LATEST, Payload: '{\"a\":1}', StatusCode: 200}"));
        assertThat(((Json.Obj) Trial.call(sdk, "{FunctionName: Charge}", "{lambda: {Charge: {replies: [{throw: {error: E}}]}}}").output())
                .get("FunctionError"))
                .isEqualTo(Json.of("Unhandled"));
    }

    @Test void localMocksAnswerByStateAndAttempt() {
        var trial = Trial.run(RETRYING, "{}", """
                {mocks: {testCase: {A: flaky}, responses: {flaky: {'0-1': {Throw: {Error: Lambda.ServiceException, Cause: busy}},
                 '2': {Return: {StatusCode: 200, Payload: {done: true}}}}}}}""");

        assertThat(trial.output()).isEqualTo(Trial.json("{done: true}"));
    }
}
