package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.aws.service.Change;
import passo.engine.Limits;
import passo.engine.Run;
import passo.json.Json;

class EventBusTest {

    private static final String PUT = "arn:aws:states:::events:putEvents";
    private static final String ENTRY = "{Entries: [{Source: shop, DetailType: Order Placed, Detail: {total: 17, who: Ana}}]}";

    @Test void aRuleStartsAStateMachine() {
        var trial = Trial.call(PUT, ENTRY, """
                {events: {rules: {r: {pattern: {source: [shop], detail: {total: [{numeric: ['>', 10]}]}}, targets: [{stateMachine: child}]}}},
                 stateMachines: {child: {definition: {StartAt: W, States: {W: {Type: Wait, Seconds: 5, OutputPath: $.detail, End: true}}}}}}""");

        assertThat(trial.trace().children()).singleElement().satisfies(child -> {
            assertThat(child.output()).contains(Trial.json("{total: 17, who: Ana}"));
            assertThat(child.end()).isAfter(trial.trace().end());
        });
        assertThat(trial.cloud().changes()).extracting(Change::kind).containsExactly("events:putEvents", "sfn:startExecution");
        assertThat(trial.cloud().changes()).extracting(Change::step).containsExactly(1, 1);
    }

    @Test void anEventHasTheEnvelopeOfEventBridge() {
        var trial = Trial.call(PUT, ENTRY, "{events: {rules: {r: {pattern: {source: [shop]}, targets: [{queue: q}]}}}, sqs: {q: {}}}");
        var event = (Json.Obj) message(trial);

        assertThat(event.without("id")).isEqualTo(Trial.json("""
                {version: '0', detail-type: Order Placed, source: shop, account: '111122223333', time: '2026-01-01T00:00:00Z', region: us-east-1,
                 resources: ['arn:aws:states:us-east-1:111122223333:stateMachine:machine',
                             'arn:aws:states:us-east-1:111122223333:execution:machine:run'], detail: {total: 17, who: Ana}}"""));
    }

    @Test void aTargetGetsWhatItsInputSays() {
        String rule = "{events: {rules: {r: {pattern: {source: [shop]}, targets: [{queue: q, %s}]}}}, sqs: {q: {}}}";

        assertThat(message(Trial.call(PUT, ENTRY, rule.formatted("input: {fixed: true}")))).isEqualTo(Trial.json("{fixed: true}"));
        assertThat(message(Trial.call(PUT, ENTRY, rule.formatted("inputPath: $.detail.who")))).isEqualTo(Json.of("Ana"));
        assertThat(message(Trial.call(PUT, ENTRY, rule.formatted("""
                inputTransformer: {inputPathsMap: {w: $.detail.who, d: $.detail}, inputTemplate: '{"text": "<w> by <aws.events.rule-name>", "all": <d>}'}"""))))
                .isEqualTo(Trial.json("{text: Ana by r, all: {total: 17, who: Ana}}"));
    }

    @Test void aRuleOfAnotherBusIsNotAsked() {
        var trial = Trial.call(PUT, ENTRY, "{events: {rules: {r: {bus: orders, pattern: {source: [shop]}, targets: [{queue: q}]}}}, sqs: {q: {}}}");

        assertThat(SnsTest.messages(trial, "q")).isEqualTo(Json.Arr.EMPTY);
    }

    @Test void anObjectThatIsCreatedIsAnEvent() {
        var trial = Trial.call("arn:aws:states:::aws-sdk:s3:putObject", "{Bucket: b, Key: in/a.txt, Body: hello}", """
                {events: {rules: {r: {pattern: {source: [aws.s3], detail-type: [Object Created], detail: {object: {key: [{prefix: in/}]}}},
                 targets: [{stateMachine: child, inputPath: $.detail.object.key}]}}}, s3: {b: {}},
                 stateMachines: {child: {definition: {StartAt: P, States: {P: {Type: Pass, End: true}}}}}}""");

        assertThat(trial.trace().children()).singleElement().satisfies(child -> assertThat(child.output()).contains(Json.of("in/a.txt")));
    }

    @Test void theEndOfAnExecutionIsAnEvent() {
        var trial = Trial.run("{StartAt: F, States: {F: {Type: Fail, Error: E, Cause: c}}}", "{}", """
                {events: {rules: {r: {pattern: {source: [aws.states], detail: {status: [FAILED]}}, targets: [{queue: q, inputPath: $.detail}]}}}, sqs: {q: {}}}""");

        assertThat(message(trial)).isEqualTo(Trial.json("""
                {executionArn: 'arn:aws:states:us-east-1:111122223333:execution:machine:run',
                 stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:machine', name: run, status: FAILED,
                 startDate: 1767225600000, stopDate: 1767225600000, input: '{}', inputDetails: {included: true}, output: null, outputDetails: null,
                 stateMachineVersionArn: null, stateMachineAliasArn: null, redriveCount: 0, redriveDate: null, redriveStatus: REDRIVABLE,
                 redriveStatusReason: null, error: E, cause: c}"""));
    }

    @Test void aRuleThatStartsTheMachineThatCausesItIsStoppedByTheBudget() {
        var run = Trial.refused("{StartAt: P, States: {P: {Type: Pass, End: true}}}", """
                {events: {rules: {r: {pattern: {source: [aws.states], detail: {status: [SUCCEEDED]}}, targets: [{stateMachine: machine, input: {}}]}}}}""");

        assertThat(run).isEqualTo(new Run.Refused(Run.Reason.EVENTS, Limits.NORMAL.events()));
    }

    @Test void aPatternThatIsNoneIsRefusedWithTheWorld() {
        var world = Trial.json("{events: {rules: {r: {pattern: {source: shop}, targets: []}}}}");

        assertThat(World.parse(world)).isInstanceOfSatisfying(Reading.Bad.class,
                bad -> assertThat(bad.problems().toString()).contains("world.pattern"));
    }

    private static Json message(Trial trial) {
        return Trial.json(((Json.Str) SnsTest.messages(trial, "q").get(0)).value());
    }
}
