package passo.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.json.JsonText;

class WrittenTest {

    @Test void aPathIsTheWholeOutputOfAPassState() {
        assertThat(Written.definition("$.a")).isEqualTo(JsonText.pretty(JsonText.parse("""
                {"StartAt": "Value", "States": {"Value": {"Type": "Pass", "Parameters": {"value.$": "$.a"}, "OutputPath": "$.value", "End": true}}}""")));
    }

    @Test void jsonataStandsInItsOwnLanguage() {
        assertThat(Written.definition("{% 1 + 1 %}")).isEqualTo(JsonText.pretty(JsonText.parse("""
                {"StartAt": "Value", "States": {"Value": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 + 1 %}", "End": true}}}""")));
    }

    @Test void severalStandInBranchesSideBySide() {
        assertThat(Written.definition(List.of("$.a", "{% 1 %}"))).isEqualTo(JsonText.pretty(JsonText.parse("""
                {"StartAt": "Values", "States": {"Values": {"Type": "Parallel", "Branches": [
                  {"StartAt": "Value1", "States": {"Value1": {"Type": "Pass", "Parameters": {"value.$": "$.a"}, "OutputPath": "$.value", "End": true}}},
                  {"StartAt": "Value2", "States": {"Value2": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 %}", "End": true}}}], "End": true}}}""")));
    }
}
