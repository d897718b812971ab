package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.json.JsonText;
import passo.lab.DefinitionDiff.Added;
import passo.lab.DefinitionDiff.Changed;
import passo.lab.DefinitionDiff.Removed;

class DefinitionDiffTest {

    @Test void statesThatCameAndWentAreTold() {
        assertThat(of("{'StartAt': 'A', 'States': {'A': {'Type': 'Pass'}, 'B': {'Type': 'Pass'}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass'}, 'C': {'Type': 'Pass'}, 'D': {'Type': 'Pass'}}}"))
                .containsExactly(new Added(List.of("C", "D")), new Removed(List.of("B")));
    }

    @Test void theFieldsOfAStateAndOfTheMachineAreTold() {
        assertThat(of("{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B', 'Comment': 'x'}, 'B': {'Type': 'Succeed'}}}",
                "{'StartAt': 'B', 'TimeoutSeconds': 3, 'States': {'A': {'Type': 'Pass', 'Next': 'A', 'Assign': {}}, 'B': {'Type': 'Succeed'}}}"))
                .containsExactly(new Changed("", List.of("StartAt", "TimeoutSeconds")), new Changed("A", List.of("Next", "Comment", "Assign")));
    }

    @Test void aStateInsideAnotherIsToldByItselfAndNotTwice() {
        assertThat(of("{'States': {'Each': {'Type': 'Map', 'ItemProcessor': {'StartAt': 'A', 'States': {'A': {'Type': 'Pass'}}}}}}",
                "{'States': {'Each': {'Type': 'Map', 'ItemProcessor': {'StartAt': 'A', 'States': {'A': {'Type': 'Task'}}}}}}"))
                .containsExactly(new Changed("A", List.of("Type")));
        assertThat(of("{'States': {'Both': {'Branches': [{'StartAt': 'A', 'States': {'A': {}}}]}}}",
                "{'States': {'Both': {'Branches': [{'StartAt': 'A', 'States': {'A': {}}}, {'StartAt': 'B', 'States': {'B': {}}}]}}}"))
                .containsExactly(new Added(List.of("B")), new Changed("Both", List.of("Branches")));
    }

    @Test void theSameWrittenOtherwiseIsTheSame() {
        assertThat(of("{'States': {'A': {'Type': 'Pass', 'End': true}}, 'StartAt': 'A'}", "{'StartAt': 'A',\n'States': {'A': {'End': true, 'Type': 'Pass'}}}"))
                .isEmpty();
    }

    private static List<DefinitionDiff> of(String before, String after) {
        return DefinitionDiff.of(JsonText.parse(before.replace('\'', '"')), JsonText.parse(after.replace('\'', '"')));
    }
}
