package passo.engine.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static passo.engine.Machines.answering;
import static passo.engine.Machines.machine;
import static passo.engine.Machines.run;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.engine.Services;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.json.JsonText;

class LostTest {

    private static final String TASK = "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:f\"";
    private static final String ASKS = "\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$.order.id\"}, \"End\": true";
    private static final String ENDS = "\"E\": {\"Type\": \"Succeed\"}";
    private static final Services ANSWERING = answering(new Success(JsonText.parse("{\"ok\": true}")));

    @Test void aResultReplacesTheFieldThatALaterStateAsksFor() {
        Lost lost = failed("""
                {"StartAt": "A", "States": {
                 "A": {"Type": "Pass", "Next": "B"},
                 "B": {%s, "Next": "C"},
                 "C": {%s}}}""".formatted(TASK, ASKS)).orElseThrow();

        assertThat(lost.sought().text()).isEqualTo("$.order.id");
        assertThat(lost.trail()).extracting(presence -> presence.step().state(), Lost.Presence::before, Lost.Presence::after)
                .containsExactly(tuple("A", true, true), tuple("B", true, false), tuple("C", false, false));
        assertThat(told(lost)).isEqualTo("B: ResultPath");
    }

    @Test void aMissingPlaceOfAJsonataStateIsFoundToo() {
        Lost lost = failed("""
                {"QueryLanguage": "JSONata", "StartAt": "B", "States": {
                 "B": {%s, "Next": "C"},
                 "C": {"Type": "Pass", "Output": {"id": "{%% $states.input.order.id %%}"}, "End": true}}}""".formatted(TASK)).orElseThrow();

        assertThat(lost.sought().text()).isEqualTo("$states.input.order.id");
        assertThat(told(lost)).isEqualTo("B: Output");
        assertThat(lost.loss().orElseThrow().isSet()).isFalse();
    }

    @Test void aFieldThatNeverWasIsLostNowhere() {
        Lost lost = failed("{\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Pass\", \"InputPath\": \"$.never\", \"End\": true}}}").orElseThrow();

        assertThat(lost.loss()).isEmpty();
    }

    @Test void theWayGoesBackFromABranchToWhatCameBeforeTheParallel() {
        assertThat(failed("""
                {"StartAt": "A", "States": {
                 "A": {%s, "Next": "P"},
                 "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C", "States": {"C": {%s}}}]}}}""".formatted(TASK, ASKS)).map(LostTest::told))
                .contains("A: ResultPath");
    }

    @Test void nothingIsAskedOfARunThatWentWellOrFailedForAnotherReason() {
        assertThat(failed("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}")).isEmpty();
        assertThat(failed("{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\", \"Error\": \"Bad\"}}}")).isEmpty();
    }

    @Test void everyFieldThatNarrowsTheDataCanLoseOne() {
        assertThat(asked("\"A\": {\"Type\": \"Wait\", \"Seconds\": 1, \"InputPath\": \"$.note\", \"Next\": \"E\"}")).isEqualTo("A: InputPath");
        assertThat(asked("\"A\": {\"Type\": \"Pass\", \"OutputPath\": \"$.note\", \"Next\": \"E\"}")).isEqualTo("A: OutputPath");
        assertThat(asked("\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"a\": 1}, \"Next\": \"E\"}")).isEqualTo("A: ResultPath");
        assertThat(asked("\"A\": {%s, \"ResultPath\": \"$.order\", \"Next\": \"E\"}".formatted(TASK))).isEqualTo("A: ResultPath");
        assertThat(asked("\"A\": {%s, \"ResultPath\": \"$.r\", \"OutputPath\": \"$.r\", \"Next\": \"E\"}".formatted(TASK))).isEqualTo("A: OutputPath");
        assertThat(asked("\"A\": {\"Type\": \"Choice\", \"InputPath\": \"$.note\", \"Choices\": [{\"Variable\": \"$\", \"IsPresent\": true, \"Next\": \"E\"}]}"))
                .isEqualTo("A: InputPath");
        assertThat(asked("\"A\": {\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": {\"a\": 1}, \"Next\": \"E\"}")).isEqualTo("A: Output");
        assertThat(asked("\"A\": {\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"X\", \"States\": {\"X\": {\"Type\": \"Succeed\"}}}], \"Next\": \"E\"}"))
                .isEqualTo("A: ResultPath");
        assertThat(asked("\"A\": {\"Type\": \"Map\", \"ItemsPath\": \"$.list\", \"ItemProcessor\": {\"StartAt\": \"X\", \"States\": {\"X\": {\"Type\": \"Succeed\"}}},"
                + " \"Next\": \"E\"}")).isEqualTo("A: ResultPath");
    }

    @Test void aCaughtErrorTakesThePlaceOfTheInput() {
        var services = answering(new Failure("Busy", ""));

        assertThat(asked("\"A\": {%s, \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"E\"}], \"Next\": \"E\"}".formatted(TASK), services)).isEqualTo("A: Catch");
        assertThat(asked("\"A\": {%s, \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"ResultPath\": \"$.error\", \"Next\": \"E\"}], \"Next\": \"E\"}".formatted(TASK),
                services)).isEqualTo("there");
    }

    @Test void whatIsNotGivenToABranchOrAnIterationIsLostAtItsDoor() {
        String inner = "[{\"StartAt\": \"X\", \"States\": {\"X\": {%s}}}]".formatted(ASKS);
        assertThat(failed(alone("\"A\": {\"Type\": \"Parallel\", \"Parameters\": {\"a\": 1}, \"Branches\": %s, \"End\": true}".formatted(inner))).map(LostTest::told))
                .contains("A: Parameters");
        String processor = "{\"StartAt\": \"X\", \"States\": {\"X\": {%s}}}".formatted(ASKS);
        assertThat(failed(alone("\"A\": {\"Type\": \"Map\", \"ItemsPath\": \"$.list\", \"ItemProcessor\": %s, \"End\": true}".formatted(processor))).map(LostTest::told))
                .contains("A: ItemsPath");
        assertThat(failed(alone("\"A\": {\"Type\": \"Map\", \"ItemsPath\": \"$.list\", \"ItemSelector\": {\"a\": 1}, \"ItemProcessor\": %s, \"End\": true}"
                .formatted(processor))).map(LostTest::told)).contains("A: ItemSelector");
    }

    @Test void theValueMayLiveOnUnderAnotherName() {
        Lost lost = Lost.of(ways("""
                "A": {"Type": "Pass", "Parameters": {"kept.$": "$.order"}, "Next": "E"}""", ANSWERING), Sought.read("$.order.id").orElseThrow());

        assertThat(lost.loss().orElseThrow().lives().map(place -> place.step() + " " + place.text())).contains("2 $.kept.id");
    }

    @Test void aFieldIsSoughtInTheWordsOfEitherLanguage() {
        assertThat(Sought.read("{% $states.input.order.id %}")).map(sought -> sought.path().source()).contains("$.order.id");
        assertThat(Sought.read("order.id")).map(Sought::text).contains("$.order.id");
        assertThat(Sought.read("$order.id")).map(Sought::isVariable).contains(true);
        assertThat(Sought.read("$states.result.x")).isEmpty();
        assertThat(Sought.read("$.[")).isEmpty();
    }

    @Test void anyFieldCanBeSought() {
        String keeps = "\"A\": {%s, \"ResultPath\": \"$.r\", \"Next\": \"E\"}".formatted(TASK);

        assertThat(asked(keeps)).isEqualTo("there");
        assertThat(told(Lost.of(ways(keeps, ANSWERING), Sought.read("$.never").orElseThrow()))).isEqualTo("never");
    }

    private static String asked(String state) {
        return asked(state, ANSWERING);
    }

    private static String asked(String state, Services services) {
        return told(Lost.of(ways(state, services), Sought.read("$.order.id").orElseThrow()));
    }

    private static String told(Lost lost) {
        return lost.loss().map(loss -> loss.step().state() + ": " + loss.stage()).orElse(lost.trail().getLast().after() ? "there" : "never");
    }

    private static String alone(String state) {
        return "{\"StartAt\": \"A\", \"States\": {%s}}".formatted(state);
    }

    private static Ways ways(String state, Services services) {
        return of("{\"StartAt\": \"A\", \"States\": {%s, %s}}".formatted(state, ENDS), services);
    }

    private static Ways of(String definition, Services services) {
        return new Ways(machine(definition), run(definition, "{\"order\": {\"id\": 7}, \"list\": [1, 2], \"note\": {\"a\": 1}}", services));
    }

    private static Optional<Lost> failed(String definition) {
        return Lost.of(of(definition, ANSWERING));
    }
}
