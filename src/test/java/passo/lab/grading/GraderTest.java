package passo.lab.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Folders;

class GraderTest {

    static final String ROLES = """
            machine: {trust: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: 'sts:AssumeRole'}},
                      policy: {Version: '2012-10-17', Statement: []}}
            """;
    static final String ABOUT = "kind: build\nlevel: 1\nminutes: 5\ntopic: B\n";

    static final String ALARMS = """
            failures: {Namespace: AWS/States, MetricName: ExecutionsFailed, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 2,
                       ComparisonOperator: GreaterThanOrEqualToThreshold,
                       Dimensions: [{Name: StateMachineArn, Value: 'arn:aws:states:us-east-1:111122223333:stateMachine:greeting'}]}
            """;

    @TempDir Path folder;

    @Test void aRoleThatIsMissingIsNamedAndNoneIsMadeUpFor() {
        Exercise exercise = Folders.read(folder, "starter.roles.yaml", ROLES, "solutions/reference.roles.yaml", ROLES, "world.yaml", "role: machine\n");
        Verdict verdict = grade(exercise, exercise.reference().with("roles", Json.Obj.EMPTY));

        assertThat(grade(exercise, exercise.reference()).stars()).isEqualTo(3);
        assertThat(verdict.tests().getFirst().findings()).containsExactly(new Finding(Finding.Kind.ROLES, Json.array(Json.of("machine")), Json.NULL, List.of(), 0));
    }

    @Test void aRoleThatStepFunctionsCannotAssumeMakesNoMachine() {
        Exercise exercise = Folders.read(folder, "starter.roles.yaml", ROLES, "solutions/reference.roles.yaml", ROLES, "world.yaml", "role: machine\n");
        Verdict verdict = grade(exercise, exercise.reference().with("roles", JsonText.parse(
                "{\"machine\": {\"trust\": {\"Version\": \"2012-10-17\", \"Statement\": []}, \"policy\": {\"Version\": \"2012-10-17\", \"Statement\": []}}}")));

        assertThat(verdict.tests().getFirst().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.ROLES);
    }

    @Test void rolesThatNobodyAskedForDoNotCount() {
        Exercise exercise = Folders.read(folder);

        assertThat(grade(exercise, exercise.reference().with("roles", JsonText.parse("{\"machine\": 7}"))).stars()).isEqualTo(3);
    }

    @Test void aTextThatIsNoMachineMayShowAMistakeThatIsKnown() {
        Exercise exercise = Folders.read(folder, "exercise.yaml", ABOUT + """
                mistakes:
                  - {when: "$exists($definition.States.*[$not($exists(Type))])", message: {en: never of this, pt-BR: nunca disto}}
                  - {when: "$diagnostics.code = 'MISSING_START_AT' or $contains($text, ',}')", message: {en: a comma, pt-BR: uma vírgula}}
                """);

        assertThat(grade(exercise, Json.Obj.of("definition", Json.of("{\"StartAt\": \"A\",}"))).mistakes()).extracting(rule -> rule.message().in("en"))
                .containsExactly("a comma");
        assertThat(grade(exercise, exercise.untouched()).mistakes()).isEmpty();
    }

    @Test void anAlarmIsAskedInWhichStateTheRunsLeaveIt() {
        Exercise exercise = failing();

        assertThat(grade(exercise, exercise.reference()).stars()).isEqualTo(3);
        assertThat(grade(exercise, withThreshold(exercise, "Threshold", 3)).tests().getFirst().findings()).containsExactly(alarm("OK"));
        assertThat(grade(exercise, exercise.reference().with("alarms", Json.Obj.EMPTY)).tests().getFirst().findings()).containsExactly(alarm(""));
    }

    @Test void twoRunsOfATestAreTwoExecutions() {
        Exercise exercise = Folders.read(folder, "world.yaml", "dynamodb: {Runs: {partitionKey: {name: id, type: S}, items: []}}\n", "solutions/reference.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "Put", "States": {"Put": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
                 "Arguments": {"TableName": "Runs", "Item": {"id": {"S": "{% $states.context.Execution.Id %}"}}}}}}""", "tests.yaml",
                "{id: two, name: {en: two, pt-BR: dois}, class: independent, runs: [{input: {}}, {input: {}}], expect: {world: {dynamodb: {Runs: {items: ['@any', '@any']}}}}}\n");

        assertThat(grade(exercise, exercise.reference()).passed()).isTrue();
    }

    @Test void whatStandsBesideTheMachineAndCannotBeReadMakesNone() {
        Exercise exercise = failing();

        assertThat(grade(exercise, withThreshold(exercise, "Treshold", 2)).tests().getFirst().findings()).containsExactly(new Finding(Finding.Kind.ROLES, Json.NULL,
                JsonText.parse("{\"at\": \"/alarms/failures/Treshold\", \"key\": \"world.unknownMeant\", \"arguments\": [\"Treshold\", \"Threshold\"]}"), List.of(), 0));
    }

    @Test void rulesSeeWhatStandsBesideTheMachine() {
        Exercise exercise = Folders.read(folder, "solutions/reference.alarms.yaml", ALARMS, "solutions/reference.logging.yaml", "level: ERROR",
                "exercise.yaml", ABOUT + """
                structure:
                  - {rule: "'ExecutionsFailed' in $alarms.*.MetricName and $logging.level = 'ERROR'", message: {en: alarm, pt-BR: alarme}}
                """);

        assertThat(grade(exercise, exercise.reference()).passed()).isTrue();
        assertThat(grade(exercise, exercise.reference().with("alarms", Json.Obj.EMPTY)).broken()).isEqualTo(exercise.structure());
    }

    @Test void aRunMayEndInOneOfSeveralWays() {
        Exercise exercise = Folders.read(folder, "tests.yaml", test("input: {name: Ana}, expect: {status: [FAILED, TIMED_OUT]}"));

        assertThat(grade(exercise, exercise.reference()).tests().getFirst().findings()).extracting(Finding::expected).containsExactly(JsonText.parse("[\"FAILED\", \"TIMED_OUT\"]"));
        assertThat(grade(exercise, Json.Obj.of("definition", JsonText.parse("{\"StartAt\": \"No\", \"States\": {\"No\": {\"Type\": \"Fail\"}}}"))).passed()).isTrue();
    }

    @Test void statesMayBeExpectedInAnOrder() {
        String steps = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Pass\", \"Next\": \"C\"}, \"C\": {\"Type\": \"Succeed\"}}}";
        Exercise exercise = Folders.read(folder, "solutions/reference.asl.json", steps, "tests.yaml",
                test("input: {}, expect: {visitedInOrder: [A, C]}") + "---\n" + test("input: {}, expect: {visitedInOrder: [C, A]}"));

        assertThat(grade(exercise, exercise.reference()).tests()).extracting(TestResult::findings).containsExactly(List.of(),
                List.of(new Finding(Finding.Kind.IN_ORDER, JsonText.parse("[\"C\", \"A\"]"), JsonText.parse("[\"A\", \"B\", \"C\"]"), List.of(), 0)));
    }

    @Test void rulesSeeTheFiguresOfEveryRun() {
        Exercise exercise = Folders.read(folder, "world.yaml", "{lambda: {Double: {replies: [{return: 2, after: 1s}]}}}", "solutions/reference.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {"Each": {"Type": "Map", "Items": "{% $states.input %}", "End": true, "ItemProcessor": {
                  "StartAt": "Double", "States": {"Double": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                    "Arguments": {"FunctionName": "Double", "Payload": {"of": "{% $states.input %}"}}, "Output": "{% $states.result.Payload %}"}}}}}}""",
                "tests.yaml", test("runs: [{input: [1, 2, 3]}, {input: []}], expect: {status: SUCCEEDED}"), "exercise.yaml", ABOUT + """
                structure:
                  - {rule: "$results.runs.bytes = [7, 2] and $results.runs.seconds = [1, 0]", message: {en: a, pt-BR: a}}
                  - {rule: "$results.runs.children.Each = 3 and $results.runs.transitions = [4, 1]", message: {en: d, pt-BR: d}}
                  - {rule: "$results.requests.Double.of = [1, 2, 3]", message: {en: b, pt-BR: b}}
                  - {rule: "$results.output = []", message: {en: c, pt-BR: c}}
                """);

        assertThat(grade(exercise, exercise.reference()).broken()).extracting(rule -> rule.message().in("en")).isEmpty();
    }

    private static String test(String asks) {
        return "{id: one, name: {en: one, pt-BR: um}, class: happy, " + asks + "}\n";
    }

    /// Two runs fail within a minute.
    private Exercise failing() {
        return Folders.read(folder.resolve("greeting"), "solutions/reference.asl.json", "{\"StartAt\": \"No\", \"States\": {\"No\": {\"Type\": \"Fail\"}}}",
                "solutions/reference.alarms.yaml", ALARMS, "tests.yaml",
                "{id: two, name: {en: two, pt-BR: dois}, class: log, runs: [{input: {}}, {input: {}}], expect: {status: FAILED, alarms: {failures: ALARM}}}\n");
    }

    private static Json.Obj withThreshold(Exercise exercise, String member, int value) {
        var failures = (Json.Obj) ((Json.Obj) exercise.reference().get("alarms")).get("failures");
        return exercise.reference().with("alarms", Json.Obj.of("failures", failures.without("Threshold").with(member, Json.of(value))));
    }

    private static Finding alarm(String state) {
        return new Finding(Finding.Kind.ALARMS, Json.Obj.of("failures", Json.of("ALARM")), Json.of(state), List.of(), 0);
    }

    private static Verdict grade(Exercise exercise, Json.Obj answer) {
        return new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).grade(Submission.of(answer));
    }
}
