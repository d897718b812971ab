package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.service.Span;
import passo.json.Json;
import passo.json.Pointer;

class WorldTest {

    @Test void tellsClockSeedAndAccount() {
        var world = Trial.world("{clock: '2026-02-03T04:05:06Z', seed: 5, account: '444455556666'}");

        assertThat(world.clock()).contains(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(world.seed()).isEqualTo(OptionalLong.of(5));
        assertThat(world.account()).isEqualTo("444455556666");
        assertThat(world.strict()).isTrue();
        assertThat(World.AUTOMATIC.strict()).isFalse();
    }

    @Test void anUnknownMemberIsRefusedWithWhatWasMeant() {
        assertThat(problems("{lambda: {Charge: {reples: []}}}")).containsExactly(
                new Problem(Pointer.ROOT.child("lambda").child("Charge").child("reples"), "world.unknownMeant",
                        List.of("reples", "replies")));
    }

    @Test void allProblemsAreTold() {
        assertThat(problems("{seed: x, lambda: {F: {replies: [{return: 1, throw: {}}, {return: 1, after: soon}]}}, clock: '2026-13-01T00:00:00Z', s3: []}"))
                .extracting(problem -> problem.at() + " " + problem.key())
                .containsExactly("/seed world.expected.integer", "/lambda/F/replies/0 world.oneOf",
                        "/lambda/F/replies/1/after world.expected.duration", "/s3 world.expected.object");
    }

    @Test void aMomentThatIsNoneIsRefused() {
        assertThat(problems("{clock: '2026-13-01T00:00:00Z'}")).extracting(Problem::key).containsExactly("world.expected.instant");
    }

    @Test void aStateMachineMustBeOne() {
        assertThat(problems("{stateMachines: {child: {definition: {StartAt: A, States: {B: {Type: Succeed}}}}}}"))
                .extracting(Problem::key).containsExactly("world.definition");
    }

    @Test void theWorldAfterARunIsAWorld() {
        var trial = Trial.call("arn:aws:states:::sqs:sendMessage", "{QueueUrl: q, MessageBody: m}", """
                {sqs: {q: {}}, sns: {t: {}}, s3: {b: {k: {size: 3, deny: true, metadata: {a: b}}}}, lambda: {F: {}},
                 dynamodb: {d: {partitionKey: {name: id, type: S}, items: [{id: {S: a}}]}}}""");

        assertThat(World.parse(trial.cloud().world())).isInstanceOf(Reading.Good.class);
        assertThat(trial.cloud().world()).isEqualTo(Trial.json("""
                {sqs: {q: {messages: [m]}}, sns: {t: {messages: []}}, s3: {b: {k: {size: 3, deny: true, metadata: {a: b}}}}, lambda: {F: {}},
                 dynamodb: {d: {partitionKey: {name: id, type: S}, items: [{id: {S: a}}]}}}"""));
    }

    @ParameterizedTest @CsvSource({"1s,PT1S", "250ms,PT0.25S", "2m,PT2M", "3h,PT3H", "1d,PT24H", "PT1M30S,PT1M30S", "P1DT2H,PT26H"})
    void spansOfTimeAreShortOrIso(String text, String expected) {
        assertThat(Span.of(text)).isEqualTo(Duration.parse(expected));
    }

    @Test void aCallbackNeedsItsResourceAndItsToken() {
        assertThat(Callbacks.parse(Trial.json("[{trigger: {kind: sqsMessage, queue: q}, actions: []}]"))).isInstanceOf(Reading.Bad.class);
        assertThat(Callbacks.parse(Trial.json("[{trigger: {kind: sqsMessage}, taskToken: {path: $.t}, actions: []}]")))
                .isInstanceOf(Reading.Bad.class);
        assertThat(Callbacks.parse(Trial.json("[{trigger: {kind: activityTask, activity: a}, actions: []}]")))
                .isInstanceOf(Reading.Good.class);
    }

    @Test void aMockFileIsCheckedWithWhatWasMeant() {
        assertThat(problems("""
                {mocks: {testCase: HappyPat, file: {StateMachines: {Shop: {TestCases: {HappyPath: {Charge: Chargd}}}},
                 MockedResponses: {Charged: {'0': {Return: 1}, 'first': {Return: 2}}}}}}""")).containsExactly(
                new Problem(Pointer.ROOT.child("mocks").child("testCase"), "world.unknownMeant", List.of("HappyPat", "HappyPath")),
                new Problem(Pointer.parse("/mocks/file/StateMachines/Shop/TestCases/HappyPath/Charge").orElseThrow(), "world.unknownMeant",
                        List.of("Chargd", "Charged")),
                new Problem(Pointer.parse("/mocks/file/MockedResponses/Charged/first").orElseThrow(), "world.expected.attempts", List.of("\"first\"")));
    }

    @Test void aTestCaseOfSeveralMachinesNeedsTheNameOfOne() {
        String world = "{mocks: {testCase: '%s', file: {StateMachines: {Shop: {TestCases: {Happy: {}}}, Store: {TestCases: {Happy: {}}}}, MockedResponses: {}}}}";

        assertThat(problems(world.formatted("Happy"))).containsExactly(
                new Problem(Pointer.ROOT.child("mocks").child("testCase"), "world.mocks.several", List.of("Happy", "Shop#Happy, Store#Happy")));
        assertThat(problems(world.formatted("Shop#Happy"))).isEmpty();
        assertThat(problems(world.formatted("arn:aws:states:us-east-1:111122223333:stateMachine:Shop#Happy"))).isEmpty();
    }

    @Test void mocksAreForStatesThatAskAndForAnswersThatTheServiceGives() {
        var machine = Definition.of(Trial.json("""
                {StartAt: Charge, States: {Charge: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:sqs:sendMessage',
                 Parameters: {QueueUrl: q, MessageBody: m}, Next: Done}, Done: {Type: Succeed}}}"""), Definition.Type.STANDARD).machine().orElseThrow();

        assertThat(misfits("{mocks: {testCase: {Chargo: r, Done: r}, responses: {r: {'0': {Return: 1}}}}}", machine))
                .containsExactly("/mocks/testCase/Chargo world.unknownMeant", "/mocks/testCase/Done world.unknown");
        assertThat(misfits("{mocks: {states: {Charge: {result: {MessageId: 5}}}}}", machine)).containsExactly("/mocks/states/Charge/result world.mocks.result");
        assertThat(misfits("{mocks: {states: {Charge: {result: {MessageId: 5}, fieldValidationMode: NONE}}}}", machine)).isEmpty();
    }

    private static List<String> misfits(String yaml, StateMachine machine) {
        return Trial.world(yaml).with(machine) instanceof Reading.Bad<World>(var problems)
                ? problems.stream().map(problem -> problem.at() + " " + problem.key()).toList() : List.of();
    }

    private static List<Problem> problems(String yaml) {
        Json json = Trial.json(yaml);
        return World.parse(json) instanceof Reading.Bad<World>(var problems) ? problems : List.of();
    }
}
