package passo.asl.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.asl.Definition;
import passo.json.Json;
import passo.json.JsonText;

class AdvisorTest {

    /// What a fix writes in the place of what stands there.
    static final List<Arguments> FIXES = List.of(
            Arguments.of("""
                    {"StartAt": "Tell", "States": {
                      "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": "t", "Message": "m"}, "Next": "Save"},
                      "Save": {"Type": "Pass", "Parameters": {"file.$": "$.filename"}, "End": true}}}
                    """, "\"Next\": \"Save\"}", "\"Next\": \"Save\", \"ResultPath\": \"$.result\"}"),
            Arguments.of("""
                    StartAt: Ask
                    States:
                      Ask:
                        Type: Task
                        Resource: arn:aws:states:::lambda:invoke
                        Parameters:
                          FunctionName: f
                          Payload.$: $
                        Next: Show
                      Show:
                        Type: Pass
                        Parameters:
                          sentence.$: States.Format('{}', $.order.id)
                        End: true
                    """, "$.order.id", "$.Payload.order.id"),
            Arguments.of("""
                    {"StartAt": "Try", "States": {
                      "Try": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true,
                        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Sorry"}]},
                      "Sorry": {"Type": "Fail", "CausePath": "$.order"}}}
                    """, "\"Next\": \"Sorry\"", "\"Next\": \"Sorry\", \"ResultPath\": \"$.error\""),
            Arguments.of("""
                    {"StartAt": "A", "States": {"B": {"Type": "Fail"}, "A": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
                      "Parameters": {"Bucket": "b", "Key": "k"}, "Catch": [{"ErrorEquals": ["S3.NoSuchKey"], "Next": "B"}]}}}
                    """, "S3.NoSuchKey", "S3.NoSuchKeyException"),
            Arguments.of(pass("\"Parameters\": {\"a\": \"Hi $.name, $.b\"}"), "\"a\": \"Hi $.name, $.b\"", "\"a.$\": \"States.Format('Hi {}, {}', $.name, $.b)\""),
            Arguments.of(pass("\"QueryLanguage\": \"JSONata\", \"Output\": \"$states.input.a\""), "$states.input.a", "{% $states.input.a %}"),
            Arguments.of(pass("\"Assign\": {\"total\": 1}, \"Parameters\": {\"a.$\": \"$totl\"}"), "$totl", "$total"));

    @ParameterizedTest
    @FieldSource("FIXES")
    void mendsWhatItAdvisesOn(String text, String before, String after) {
        assertThat(advice(text)).singleElement().satisfies(advice ->
                assertThat(advice.fix()).hasValueSatisfying(fix -> assertThat(fix.applyTo(text)).isEqualTo(text.replace(before, after))));
    }

    @Test void ofTwoMembersOfOneNameItIsToldThatTheLastCounts() {
        var definition = Definition.parse("""
                {"StartAt": "Save", "States": {
                  "Save": {"Type": "Fail"},
                  "Save": {"Type": "Pass", "Result": 1, "End": true, "Result": 2}}}
                """, Definition.Type.STANDARD);

        assertThat(Advisor.advise(definition)).extracting(Advice::code, Advice::location, advice -> advice.at().line())
                .containsExactly(tuple("REPEATED_NAME", "/States/Save", 3), tuple("REPEATED_NAME", "/States/Save/Result", 3));
    }

    @Test void noFixTakesAwayWhatSomebodyAsksFor() {
        String text = """
                {"StartAt": "Tell", "States": {
                  "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": "t", "Message": "m"}, "Next": "Save"},
                  "Save": {"Type": "Pass", "Parameters": {"file.$": "$.filename", "id.$": "$.MessageId"}, "End": true}}}
                """;

        assertThat(advice(text)).singleElement().satisfies(advice -> assertThat(advice.fix()).isEmpty());
    }

    @Test void aRefusedDefinitionIsNotAdvisedOn() {
        assertThat(advice("{\"StartAt\": \"Pass\", \"States\": {\"Pass\": {\"Type\": \"Pass\"}}}")).isEmpty();
    }

    @Test void aLongMachineOfManyLoopsIsFollowedToItsEnd() {
        var states = Json.Obj.builder();
        for (int i = 0; i < 2000; i++) {
            states.put("S" + i, JsonText.parse("""
                    {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$"},
                     "ResultPath": "$.r%d", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S%d"}], "Next": "S%d"}""".formatted(i, i / 2, i + 1)));
        }
        states.put("S2000", JsonText.parse("{\"Type\": \"Succeed\"}"));
        String text = Json.Obj.of("StartAt", Json.of("S0"), "States", states.build()).toString();
        Definition definition = Definition.parse(text, Definition.Type.STANDARD);

        assertThat(Advisor.advise(definition)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt_BR"})
    void everyMatterHasItsSentences(String language) throws IOException {
        var sentences = new Properties();
        try (var reader = new InputStreamReader(AdvisorTest.class.getResourceAsStream("/messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }

        assertThat(sentences.stringPropertyNames().stream().filter(key -> key.startsWith("advice."))).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Matter.values()).flatMap(matter -> Stream.of(matter.key(), matter.key() + ".hint")).toList());
    }

    @Test void theExamplesNeedNoAdviceButTheOneThatTeachesIt() throws IOException {
        try (var files = Files.walk(Path.of("exercises/examples"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("definition.")).sorted()
                    .flatMap(file -> advice(text(file)).stream().map(advice -> file.getParent().getFileName() + " " + advice.code())).distinct())
                    .containsExactly("pedido-da-loja RESULT_REPLACED_INPUT");
        }
    }

    private static List<Advice> advice(String text) {
        return Advisor.advise(Definition.parse(text, Definition.Type.STANDARD));
    }

    private static String pass(String fields) {
        return "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Pass\", \"End\": true, " + fields + "}}}";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
