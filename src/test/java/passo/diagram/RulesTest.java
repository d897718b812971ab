package passo.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.machine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.asl.State;

class RulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"Variable": "$.a", "NumericGreaterThanEquals": 10}                                                        | $.a ≥ 10
            {"Variable": "$.a", "NumericLessThanPath": "$.b"}                                                          | $.a < $.b
            {"Variable": "$.a", "StringMatches": "x*"}                                                                 | $.a matches "x*"
            {"Variable": "$.a", "IsPresent": false}                                                                    | $.a is absent
            {"Not": {"Variable": "$.a", "StringEquals": "x"}}                                                          | $.a ≠ "x"
            {"Not": {"Variable": "$.a", "NumericLessThan": 1}}                                                         | not ($.a < 1)
            {"And": [{"Variable": "$.a", "IsNull": true}, {"Variable": "$.b", "BooleanEquals": true}]}                 | $.a is null and $.b = true
            {"Or": [{"Variable": "$.a", "IsNull": true}, {"And": [{"Variable": "$.b", "BooleanEquals": true}, {"Variable": "$.c", "IsString": true}]}]} | $.a is null or ($.b = true and $.c is a string)
            """)
    void aConditionIsReadAsASentence(String rule, String text) {
        var machine = machine("""
                {"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [%s, "Next": "B"}]}, "B": {"Type": "Succeed"}}}"""
                .formatted(rule.substring(0, rule.length() - 1)));
        var choice = (State.Choice) machine.state("A");

        assertThat(Rules.text(choice.choices().getFirst().condition(), ENGLISH)).isEqualTo(text);
    }
}
