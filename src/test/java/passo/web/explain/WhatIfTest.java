package passo.web.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.Trace;
import passo.web.Language;
import passo.web.explain.ChoiceView.ClauseRow;

class WhatIfTest {

    static final String SIZE = """
            {"StartAt": "Size", "States": {
              "Size": {"Type": "Choice", "Choices": [
                {"Variable": "$.amount", "NumericGreaterThan": 1000, "Next": "Approve"},
                {"And": [{"Variable": "$.vip", "IsPresent": true}, {"Not": {"Variable": "$.vip", "BooleanEquals": false}}], "Next": "Approve"},
                {"Variable": "$.country", "StringMatches": "B*", "Next": "Home"}], "Default": "Home"},
              "Approve": {"Type": "Pass", "End": true}, "Home": {"Type": "Succeed"}}}""";

    static WhatIf whatIf(Language language, String definition, String input) {
        Definition read = Definition.parse(definition, Definition.Type.STANDARD);
        StateMachine machine = read.machine().orElseThrow();
        Trace trace = ExplainerTest.run(machine, input, "{}");
        return new WhatIf(Known.of(ExplainerTest.page(language), read, Optional.of(new Known.Visit(trace, trace.steps().getFirst()))),
                (State.Choice) machine.state("Size"));
    }

    static String told(ClauseRow row, String indent) {
        return indent + row.said().spoken() + (row.asked() ? "" : " (-)") + "\n" + String.join("", row.parts().stream().map(part -> told(part, indent + "  ")).toList());
    }

    static List<String> rules(ChoiceView view) {
        return view.rules().stream().map(rule -> rule.leads().spoken() + " " + rule.word() + "\n" + rule.clause().map(clause -> told(clause, "  ")).orElse("")
                + rule.example().map(example -> example.spoken() + "\n").orElse("")).toList();
    }

    @Test void eachRuleIsToldComparisonByComparison() {
        ChoiceView view = whatIf(Language.ENGLISH, SIZE, "{\"amount\": 80, \"country\": \"BR\"}").asItWas();

        assertThat(view.outcome().spoken()).isEqualTo("Goes to Home: rule 3 is the first that holds.");
        assertThat(rules(view)).containsExactly("""
                to Approve does not hold
                  $.amount is 80; 80 > 1000 is false.
                It would win with $.amount = 1001.
                """, """
                to Approve does not hold
                  False, since not all of these hold:
                    $.vip is present is false: nothing stands there.
                    Fails, since this cannot be decided: (-)
                      $.vip is not there, so nothing can be compared. (-)
                It would win with $.vip = true.
                """, """
                to Home wins
                  $.country is "BR"; "BR" like "B*" is true.
                """, """
                otherwise to Home not asked
                It would win with $.country = "other".
                """);
    }

    @Test void otherValuesAreTried() {
        WhatIf whatIf = whatIf(Language.PORTUGUESE, SIZE, "{\"amount\": 80, \"country\": \"BR\"}");

        ChoiceView view = whatIf.with(Map.of("$.amount", "1200", "$.country", "PT", "$.vip", ""));
        assertThat(view.outcome().spoken()).isEqualTo("Com estes valores iria para Approve: a regra 1 seria a primeira que vale.");
        assertThat(view.places().stream().map(place -> place.path() + "=" + place.value() + place.was().map(was -> " (" + was + ")").orElse("")).toList())
                .containsExactly("$.amount=1200 (80)", "$.vip=", "$.country=\"PT\" (\"BR\")");
        assertThat(whatIf.with(Map.of("$.country", "")).outcome().spoken())
                .isEqualTo("A regra 3 não pode ser decidida: a execução falha com States.Runtime.");
        assertThat(whatIf.winning(1).outcome().spoken()).contains("regra 2");
    }

    @Test void jsonataIsAskedLikewise() {
        ChoiceView view = whatIf(Language.ENGLISH, """
                {"QueryLanguage": "JSONata", "StartAt": "Size", "States": {
                  "Size": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.amount > $states.input.limit or $states.input.vip %}", "Next": "Home"}], "Default": "Home"},
                  "Home": {"Type": "Succeed"}}}""", "{\"amount\": 80, \"limit\": 100, \"vip\": false}").asItWas();

        assertThat(rules(view).getFirst()).isEqualTo("""
                to Home does not hold
                  False, since none of these holds:
                    $states.input.amount is 80 and $states.input.limit is 100; 80 > 100 is false.
                    $states.input.vip gives false.
                It would win with $states.input.amount = 101.
                """);
    }
}
