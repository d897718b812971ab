package passo.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import passo.asl.Definition;
import passo.aws.Reading;
import passo.aws.World;
import passo.convert.Comparison.Result;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;

class ProofTest {

    private static final Path LANGUAGE = Path.of("src/test/resources/language");

    /// Every machine of the language's documents that is valid and speaks JSONPath.
    @TestFactory
    List<DynamicTest> aConvertedMachineDoesTheSameOrItIsSaidWhereNot() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(LANGUAGE)) {
            for (Path file : files.sorted().toList()) {
                for (String text : Files.readString(file).split("(?m)^---$\n")) {
                    var document = (Json.Obj) ((JsonText.Reading.Value) JsonText.readYaml(text)).json();
                    Definition definition = Definition.of(document.get("definition"), type(document));
                    if (!definition.isValid()) continue;
                    tests.add(dynamicTest(file.getFileName() + ": " + document.get("name"), () -> check(document)));
                }
            }
        }
        return tests;
    }

    private static void check(Json.Obj document) {
        var definition = (Json.Obj) document.get("definition");
        var conversion = JsonataConversion.of(definition);
        var proof = prove(definition, conversion.definition(), type(document), world(document), document.has("input") ? document.get("input") : Json.Obj.EMPTY);

        if (conversion.remarks().isEmpty()) assertThat(proof.verdict()).as(proof.difference() + "\n" + conversion.definition()).isIn(Proof.Verdict.PROVEN, Proof.Verdict.PROVEN_WHERE_IT_WORKS, Proof.Verdict.UNPROVEN);
    }

    private static Definition.Type type(Json.Obj document) {
        return document.get("type") instanceof Json.Str(var type) ? Definition.Type.valueOf(type) : Definition.Type.STANDARD;
    }

    private static World world(Json.Obj document) {
        return document.has("world") && World.parse(document.get("world")) instanceof Reading.Good(World world) ? world : World.AUTOMATIC;
    }

    private static Proof prove(Json.Obj before, Json.Obj after, Definition.Type type, World world, Json input) {
        var machine = Definition.of(before, type).machine().orElseThrow();
        var start = new StartExecution(machine, type, "machine", "run", "111122223333", input, Instant.parse("2026-01-01T00:00:00Z"), 0);
        return Proof.of(start, Definition.of(after, type).machine().orElseThrow(), world, Limits.NORMAL);
    }

    private static Proof prove(String definition, String input) {
        var before = (Json.Obj) JsonText.parse(definition);
        return prove(before, JsonataConversion.of(before).definition(), Definition.Type.STANDARD, World.AUTOMATIC, JsonText.parse(input));
    }

    @Test void everyBranchAndEveryCatcherIsTried() {
        var proof = prove("""
                {"StartAt": "Ask", "States": {
                  "Ask": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Ask", "ResultPath": "$.answer", "Next": "Which",
                    "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Lost"}]},
                  "Which": {"Type": "Choice", "Choices": [{"Variable": "$.answer.kind", "StringEquals": "big", "Next": "Big"},
                    {"Variable": "$.answer.size", "NumericLessThan": 3, "Next": "Small"}], "Default": "Other"},
                  "Big": {"Type": "Pass", "End": true}, "Small": {"Type": "Pass", "End": true}, "Other": {"Type": "Pass", "End": true},
                  "Lost": {"Type": "Fail", "ErrorPath": "$.error.Error"}}}""", "{}");

        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.PROVEN);
        assertThat(proof.unvisited()).isEmpty();
        assertThat(proof.branches()).isEqualTo(3).isEqualTo(proof.allBranches());
    }

    @Test void whereTheOriginalStopsAtSomethingMissingTheOtherStopsByJsonatasName() {
        var proof = prove("""
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "$.order.id"}, "End": true}}}""", "{\"order\": {\"id\": 7}}");

        assertThat(proof.comparisons()).extracting(Comparison::result).containsExactly(Result.SAME, Result.SAME, Result.SAME_BY_ANOTHER_NAME,
                Result.SAME_BY_ANOTHER_NAME);
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.PROVEN);
    }

    @Test void whereTheOriginalStopsAndTheOtherGoesOnThatIsShown() {
        var proof = prove("""
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "States.Format('Hello {}', $.name)"}, "End": true}}}""",
                "{\"name\": \"Ana\"}");

        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.PROVEN_WHERE_IT_WORKS);
        assertThat(proof.difference().arguments()).containsExactly("A", "–", "{\"x\":\"Hello \"}");
    }

    @Test void whatIsSentToAServiceIsCompared() {
        var before = (Json.Obj) JsonText.parse("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "ResultPath": null,
                  "Parameters": {"QueueUrl": "https://example.com/q", "MessageBody": {"n.$": "$.n"}}, "End": true}}}""");
        var after = (Json.Obj) JsonText.parse(JsonataConversion.of(before).definition().toString().replace("$states.input.n", "$states.input.n + 1"));
        var proof = prove(before, after, Definition.Type.STANDARD, World.AUTOMATIC, JsonText.parse("{\"n\": 1}"));

        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.DIFFERENT);
        assertThat(proof.difference().key()).isEqualTo("convert.difference.call");
        assertThat(proof.difference().arguments().getFirst()).isEqualTo("sqs:sendMessage");
    }

    @Test void theSameQuestionGetsTheSameProof() {
        var definition = """
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "States.UUID()", "y.$": "$.a"}, "End": true}}}""";

        assertThat(prove(definition, "{\"a\": 1}")).isEqualTo(prove(definition, "{\"a\": 1}"));
    }
}
