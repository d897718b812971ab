package passo.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.asl.State;
import passo.engine.Machines;
import passo.expression.Scope;
import passo.json.Json;
import passo.json.JsonText;

class ChoosingTest {

    static State.Choice choice(String rules) {
        boolean jsonata = rules.contains("{%");
        return (State.Choice) Machines.machine("""
                {"QueryLanguage": "%s", "StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [%s], "Default": "D"}, "D": {"Type": "Succeed"}}}"""
                .formatted(jsonata ? "JSONata" : "JSONPath", rules)).state("C");
    }

    static Scope scope(String input) {
        return Choosing.scope(JsonText.parse(input), Json.Obj.EMPTY, Json.Obj.EMPTY, Instant.EPOCH);
    }

    /// Each part on a line of its own, deeper ones indented: the truth, in brackets where it was not asked, and the values.
    static String told(Judged judged, String indent) {
        String values = judged.left().map(value -> " " + value).orElse("") + judged.right().map(value -> " " + value).orElse("");
        String truth = judged.asked() ? judged.truth().toString() : "(" + judged.truth() + ")";
        return indent + judged.clause().getClass().getSimpleName() + " " + truth + values + "\n"
                + String.join("", judged.parts().stream().map(part -> told(part, indent + "  ")).toList());
    }

    static final String AMOUNT = """
            {"Variable": "$.amount", "NumericGreaterThan": 1000, "Next": "D"},
            {"And": [{"Variable": "$.vip", "IsPresent": true}, {"Variable": "$.vip", "BooleanEquals": true}], "Next": "D"},
            {"Not": {"Variable": "$.country", "StringMatches": "B*"}, "Next": "D"}""";

    @Test void everyRuleIsJudgedAlsoThoseThatAreNotAsked() {
        Choosing choosing = Choosing.of(choice(AMOUNT), scope("{\"amount\": 80, \"vip\": true, \"country\": \"BR\"}"));

        assertThat(choosing.decision()).isEqualTo(1);
        assertThat(choosing.rules().stream().map(rule -> told(rule, "")).toList()).containsExactly(
                "Compares FALSE 80 1000\n",
                "All TRUE\n  Compares TRUE true true\n  Compares TRUE true true\n",
                "Not (FALSE)\n  Compares (TRUE) \"BR\" \"B*\"\n");
    }

    @Test void aRuleThatAsksForWhatIsNotThereFails() {
        Choosing choosing = Choosing.of(choice(AMOUNT), scope("{}"));

        assertThat(choosing.decision()).isZero();
        assertThat(choosing.fails()).isTrue();
        assertThat(told(choosing.rules().get(1), "")).isEqualTo("All (FALSE)\n  Compares (FALSE) true\n  Compares (FAILS) true\n");
    }

    @Test void jsonataIsTakenApartToo() {
        Choosing choosing = Choosing.of(choice("""
                {"Condition": "{% $states.input.amount > 1000 or ($states.input.vip and $not($states.input.country = 'BR')) %}", "Next": "D"}"""),
                scope("{\"amount\": 80, \"vip\": true, \"country\": \"BR\"}"));

        assertThat(choosing.isOtherwise()).isTrue();
        assertThat(told(choosing.rules().getFirst(), "")).isEqualTo("""
                Any FALSE
                  Compares FALSE 80 1000
                  All FALSE
                    Holds TRUE true
                    Not FALSE
                      Compares TRUE "BR" "BR"
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"Variable": "$.a", "NumericGreaterThan": 1000, "Next": "D"}                                       | {"a": 1001}
            {"Variable": "$.a.b[1]", "NumericLessThanEquals": 5, "Next": "D"}                                  | {"a": {"b": [{}, 5]}}
            {"Variable": "$.a", "StringMatches": "*.csv", "Next": "D"}                                         | {"a": "example.csv"}
            {"Variable": "$.a", "StringGreaterThan": "m", "Next": "D"}                                         | {"a": "ma"}
            {"Variable": "$.a", "TimestampLessThan": "2026-05-01T10:00:00Z", "Next": "D"}                      | {"a": "2026-05-01T09:59:59Z"}
            {"Variable": "$.a", "IsNull": true, "Next": "D"}                                                   | {"a": null}
            {"Variable": "$.a", "NumericLessThanPath": "$.b", "Next": "D"}                                     | {"b": 1, "a": 0}
            {"And": [{"Variable": "$.a", "NumericGreaterThan": 10}, {"Variable": "$.a", "NumericLessThan": 11}], "Next": "D"} | {"a": 10.9}
            {"Or": [{"Not": {"Variable": "$.a", "IsPresent": true}}, {"Variable": "$.a", "IsString": true}], "Next": "D"}      | {}
            {"Variable": "$$.Execution.Input.x", "BooleanEquals": true, "Next": "D"}                           | {}
            {"Condition": "{% $states.input.a >= 3 and $states.input.b != 'x' %}", "Next": "D"}                | {"a": 3, "b": "other"}
            {"Condition": "{% $count($states.input.items) > 2 %}", "Next": "D"}                                | {"items": ["example", "example", "example"]}
            {"Condition": "{% $exists($states.input.email) %}", "Next": "D"}                                   | {"email": "example"}
            {"Condition": "{% $states.input.s in ['a', 'b'] %}", "Next": "D"}                                  | {"s": "a"}
            {"Condition": "{% $contains($states.input.s, 'abc') %}", "Next": "D"}                              | {"s": "abc"}
            {"Condition": "{% $lowercase($states.input.s) = 'yes' %}", "Next": "D"}                            | {"s": "yes"}
            """)
    void dataAreFoundWithWhichARuleWins(String rule, String input) {
        Alternative found = Alternative.of(choice(rule), scope("{}"), 0).orElseThrow();

        assertThat(found.scope().input()).isEqualTo(JsonText.parse(input));
    }

    @Test void theRulesBeforeItMustNotWin() {
        State.Choice choice = choice("""
                {"Variable": "$.total", "NumericGreaterThanEquals": 100, "Next": "D"},
                {"Variable": "$.total", "NumericGreaterThanEquals": 50, "Next": "D"},
                {"Variable": "$.kind", "StringEquals": "gift", "Next": "D"}""");
        Scope scope = scope("{\"total\": 120, \"kind\": \"plain\"}");

        assertThat(IntStream.rangeClosed(0, 3).mapToObj(rule -> Alternative.of(choice, scope, rule).orElseThrow().scope().input()).toList())
                .isEqualTo(List.of(JsonText.parse("{\"total\": 120, \"kind\": \"plain\"}"), JsonText.parse("{\"total\": 50, \"kind\": \"plain\"}"),
                        JsonText.parse("{\"total\": 49, \"kind\": \"gift\"}"), JsonText.parse("{\"total\": 49, \"kind\": \"plain\"}")));
    }

    @Test void whatCanNeverWinHasNoSuchData() {
        assertThat(Alternative.of(choice("""
                {"Variable": "$.a", "IsPresent": true, "Next": "D"}, {"Variable": "$.a", "NumericEquals": 1, "Next": "D"}"""), scope("{}"), 1)).isEmpty();
    }
}
