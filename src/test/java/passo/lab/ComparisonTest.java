package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passo.engine.Decision;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Machines;
import passo.engine.Reply;
import passo.engine.Services;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.lab.Comparison.Difference;
import passo.lab.Comparison.Row;
import passo.lab.Comparison.Totals;

class ComparisonTest {

    private static final String CHOICE = """
            {"StartAt": "A", "States": {
             "A": {"Type": "Pass", "Next": "Which"},
             "Which": {"Type": "Choice", "Choices": [{"Variable": "$.total", "NumericGreaterThan": 100, "Next": "Dear"}], "Default": "Cheap"},
             "Dear": {"Type": "Wait", "Seconds": 5, "Next": "Z"},
             "Cheap": {"Type": "Pass", "Next": "Z"},
             "Z": {"Type": "Succeed"}}}""";
    private static final String BRANCHES = """
            {"StartAt": "P", "States": {
             "P": {"Type": "Parallel", "Next": "Z", "Branches": [
               {"StartAt": "L", "States": {"L": {"Type": "Pass", "End": true}}},
               {"StartAt": "R", "States": {"R": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true}}}]},
             "Z": {"Type": "Succeed"}}}""";
    private static final String LOOP = """
            {"StartAt": "A", "States": {
             "A": {"Type": "Pass", "Result": 1, "ResultPath": "$.again", "Next": "C"},
             "C": {"Type": "Choice", "Choices": [{"Variable": "$.stop", "IsPresent": true, "Next": "Z"}], "Default": "S"},
             "S": {"Type": "Pass", "Result": true, "ResultPath": "$.stop", "Next": "A"},
             "Z": {"Type": "Succeed"}}}""";

    @Test void aRunIsLikeItself() {
        var same = Comparison.of(run(CHOICE, "{\"total\": 10}"), run(CHOICE, "{\"total\": 10}"));

        assertThat(told(same)).containsExactly("A", "Which", "Cheap", "Z");
        assertThat(same.first()).isEmpty();
        assertThat(same.sameEnd()).isTrue();
    }

    @Test void whatOnlyOneRunVisitsIsMissingOrExtraAtItsPlace() {
        var comparison = Comparison.of(run(CHOICE, "{\"total\": 10}"), run(CHOICE, "{\"total\": 500}"));

        assertThat(told(comparison)).containsExactly("A [INPUT, OUTPUT]", "Which [INPUT, OUTPUT, NEXT]", "- Cheap", "+ Dear", "Z [INPUT, OUTPUT]");
        assertThat(comparison.first()).contains(comparison.rows().getFirst());
        assertThat(comparison.sameEnd()).isFalse();
        assertThat(Totals.of(comparison.after())).isEqualTo(new Totals(Trace.Status.SUCCEEDED, 4, 4, Duration.ofSeconds(5), new BigDecimal("0.000100")));
    }

    @Test void aChangeAtAStepLeavesWhatWasBeforeAsItWas() {
        var before = run(CHOICE, "{\"total\": 10}");
        var after = run(CHOICE, "{\"total\": 10}", new Decision.Change(before.steps().get(1).enteredEvent(), pointer("/total"), Json.of(500)));

        var comparison = Comparison.of(before, after);

        assertThat(comparison.first()).contains(comparison.rows().get(1));
        assertThat(told(comparison)).startsWith("A", "Which [INPUT, OUTPUT, NEXT]");
    }

    @Test void whatDiffersAtTheEndOfAParallelStateBeganInside() {
        var before = run(BRANCHES, "{}");
        var after = run(BRANCHES, "{}", new Decision.Reply(before.steps().get(2).enteredEvent(), 1, Duration.ZERO, new Outcome.Failure("Broken", "")));

        var comparison = Comparison.of(before, after);

        assertThat(told(comparison)).containsExactly("P [OUTPUT, ERROR, NEXT]", "L", "R [OUTPUT, ERROR]", "- Z");
        assertThat(comparison.first()).contains(comparison.rows().get(2));
    }

    @Test void aVisitStandsBesideTheSameVisitOfTheOtherRun() {
        var before = run(LOOP, "{}");
        var after = run(LOOP, "{}", new Decision.Change(before.steps().get(1).enteredEvent(), pointer("/stop"), Json.TRUE));

        assertThat(told(Comparison.of(before, after))).containsExactly("A", "C [INPUT, OUTPUT, NEXT]", "- S", "- A", "- C", "Z");
        assertThat(told(Comparison.of(after, before))).containsExactly("A", "C [INPUT, OUTPUT, NEXT]", "+ S", "+ A", "+ C", "Z");
    }

    @Test void aRunThatStillGoesOnHasAsMuchOfAStepAsItSaw() {
        Services nobody = (_, _) -> new Reply.Waiting(Duration.ofSeconds(3), Json.Obj.EMPTY, false);
        String asks = """
                {"StartAt": "R", "States": {"R": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true}}}""";
        var before = Execution.run(Machines.start(asks, Json.Obj.EMPTY, 0), nobody, Limits.NORMAL).trace();
        var after = Execution.run(Machines.start(asks, Json.Obj.EMPTY, 0), nobody, Limits.NORMAL,
                List.of(new Decision.Reply(2, 1, Duration.ofSeconds(9), new Outcome.Success(Json.TRUE)))).trace();

        assertThat(Comparison.of(before, after).rows())
                .containsExactly(new Row.Both(before.steps().getFirst(), after.steps().getFirst(), Set.of(Difference.OUTPUT, Difference.DURATION)));
    }

    private static Pointer pointer(String text) {
        return Pointer.parse(text).orElseThrow();
    }

    private static Trace run(String definition, String input, Decision... decisions) {
        return Execution.run(Machines.start(definition, JsonText.parse(input), 0), Machines.answering(new Outcome.Success(Json.Obj.EMPTY)), Limits.NORMAL,
                List.of(decisions)).trace();
    }

    /// A row as a line: `-` missing, `+` extra, with what differs.
    private static List<String> told(Comparison comparison) {
        return comparison.rows().stream().map(row -> switch (row) {
            case Row.Missing(var step) -> "- " + step.state();
            case Row.Extra(var step) -> "+ " + step.state();
            case Row.Both(_, var step, var differences) -> differences.isEmpty() ? step.state() : step.state() + " " + differences;
        }).toList();
    }
}
