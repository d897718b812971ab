package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static passo.engine.Machines.answering;
import static passo.engine.Machines.machine;
import static passo.engine.Machines.run;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.engine.semantics.Outcome.Success;
import passo.json.JsonText;

class LostTest {

    private static final String TASK = "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:f\"";
    private static final String ASKS = "\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$.order.id\"}, \"End\": true";

    @Test
    void findsTheTaskWhoseResultReplacedTheField() {
        Lost lost = lost("""
                {"StartAt": "A", "States": {
                 "A": {"Type": "Pass", "Next": "B"},
                 "B": {%s, "Next": "C"},
                 "C": {%s}}}""".formatted(TASK, ASKS)).orElseThrow();

        assertThat(lost.path().source()).isEqualTo("$.order.id");
        assertThat(lost.trail()).extracting(presence -> presence.step().state(), Lost.Presence::before, Lost.Presence::after)
                .containsExactly(tuple("A", true, true), tuple("B", true, false), tuple("C", false, false));
        assertThat(lost.culprit()).map(Step::state).contains("B");
        assertThat(lost.stage()).isEqualTo("ResultPath");
    }

    @Test
    void findsTheOutputPathThatLeftTheFieldOut() {
        Lost lost = lost("""
                {"StartAt": "A", "States": {
                 "A": {%s, "ResultPath": "$.result", "OutputPath": "$.result", "Next": "C"},
                 "C": {%s}}}""".formatted(TASK, ASKS)).orElseThrow();

        assertThat(lost.culprit()).map(Step::state).contains("A");
        assertThat(lost.stage()).isEqualTo("OutputPath");
    }

    @Test
    void findsNoCulpritWhereTheFieldNeverWas() {
        Lost lost = lost("""
                {"StartAt": "C", "States": {"C": {"Type": "Pass", "InputPath": "$.never", "End": true}}}""").orElseThrow();

        assertThat(lost.culprit()).isEmpty();
        assertThat(lost.stage()).isEmpty();
    }

    @Test
    void goesBackFromABranchToWhatCameBeforeTheParallel() {
        Lost lost = lost("""
                {"StartAt": "A", "States": {
                 "A": {%s, "Next": "P"},
                 "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C", "States": {"C": {%s}}}]}}}""".formatted(TASK, ASKS)).orElseThrow();

        assertThat(lost.culprit()).map(Step::state).contains("A");
    }

    @Test
    void asksNothingOfARunThatWentWell() {
        assertThat(lost("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}")).isEmpty();
    }

    @Test
    void asksNothingOfARunThatFailedForAnotherReason() {
        assertThat(lost("{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\", \"Error\": \"Bad\"}}}")).isEmpty();
    }

    private static Optional<Lost> lost(String definition) {
        Trace trace = run(definition, "{\"order\": {\"id\": 7}}", answering(new Success(JsonText.parse("{\"ok\": true}"))));
        return Lost.of(machine(definition), trace);
    }
}
