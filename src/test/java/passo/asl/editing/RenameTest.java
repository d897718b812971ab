package passo.asl.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.editing.Rename.Answer;

/// The cursor stands at `|`.
class RenameTest {

    static final String MACHINE = """
            {"StartAt": "Ask", "Comment": "Ask",
              "States": {
                "Ask":  {"Type": "Choice", "Choices": [{"Variable": "$.Ask", "IsPresent": true, "Next": "Ask"}], "Default": "All|"},
                "All": {"Type": "Map", "Catch": [{"ErrorEquals": ["All"], "Next": "Ask"}], "End": true,
                  "ItemProcessor": {"StartAt": "Each", "States": {"Each": {"Type": "Pass", "Result": {"Next": "Each"}, "End": true}}}}}}""";

    @Test void everyMentionGetsTheNewNameAndNothingElse() {
        assertThat(renamed(MACHINE.replace("|", "").replace("\"Ask\":  {", "\"A|sk\":  {"), "Is it \"there\"?")).isEqualTo("""
                {"StartAt": "Is it \\"there\\"?", "Comment": "Ask",
                  "States": {
                    "Is it \\"there\\"?":  {"Type": "Choice", "Choices": [{"Variable": "$.Ask", "IsPresent": true, "Next": "Is it \\"there\\"?"}], "Default": "All"},
                    "All": {"Type": "Map", "Catch": [{"ErrorEquals": ["All"], "Next": "Is it \\"there\\"?"}], "End": true,
                      "ItemProcessor": {"StartAt": "Each", "States": {"Each": {"Type": "Pass", "Result": {"Next": "Each"}, "End": true}}}}}}""");
    }

    @Test void aMentionStandsForItsState() {
        assertThat(renamed(MACHINE, "Every")).contains("\"Default\": \"Every\"", "\"Every\": {\"Type\": \"Map\"", "\"ErrorEquals\": [\"All\"]");
    }

    @Test void theInnermostStateIsMeant() {
        assertThat(renamed(MACHINE.replace("|", "").replace("\"Pass\"", "\"Pa|ss\""), "One"))
                .contains("{\"StartAt\": \"One\", \"States\": {\"One\": {\"Type\": \"Pass\", \"Result\": {\"Next\": \"Each\"}");
    }

    @Test void yamlStaysAsItWasWritten() {
        assertThat(renamed("""
                # an order
                StartAt: Ask   # first
                States:
                  Ask: {Type: Pass, Next: 'Do it'}
                  Do it:
                    Type: Pa|ss
                    End: true
                """, "Don't")).isEqualTo("""
                # an order
                StartAt: Ask   # first
                States:
                  Ask: {Type: Pass, Next: 'Don''t'}
                  "Don't":
                    Type: Pass
                    End: true
                """);
    }

    @Test void aNameThatCannotBeHadIsRefused() {
        assertThat(List.of("Each", " ", "x".repeat(81))).extracting(name -> ((Answer.Refused) answer(MACHINE, name)).why().key())
                .containsExactly("rename.taken", "rename.empty", "rename.long");
    }

    @Test void thereIsNothingToRenameWhereNoStateIs() {
        assertThat(Rename.at(read("{\"Com|ment\": \"x\"}"), 5)).isEmpty();
        assertThat(Rename.at(read("{"), 1)).isEmpty();
    }

    private static Definition read(String marked) {
        return Definition.parse(marked.replace("|", ""), Definition.Type.STANDARD);
    }

    private static Answer answer(String marked, String name) {
        Definition definition = read(marked);
        return Rename.at(definition, marked.indexOf('|')).orElseThrow().to(name, definition);
    }

    private static String renamed(String marked, String name) {
        return ((Answer.Done) answer(marked, name)).fix().applyTo(marked.replace("|", ""));
    }
}
