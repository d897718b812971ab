package passo.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import passo.asl.Definition;
import passo.json.Json;
import passo.json.JsonText;

/// What becomes of a state, as documents: `convert/<topic>.yaml` is a stream of them, each with `name`, `state`, what it `becomes`
/// (nothing where it is refused), and the keys of the `remarks`.
class ConversionTest {

    private static final Path FOLDER = Path.of("src/test/resources/convert");

    @TestFactory
    List<DynamicTest> states() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (String text : Files.readString(file).split("(?m)^---$\n")) {
                    var document = (Json.Obj) ((JsonText.Reading.Value) JsonText.readYaml(text)).json();
                    tests.add(dynamicTest(file.getFileName() + ": " + document.get("name"), () -> check(document)));
                }
            }
        }
        return tests;
    }

    private static void check(Json.Obj document) {
        Json state = document.get("state");
        var conversion = JsonataConversion.of(machine(state));

        Json becomes = document.has("becomes") ? document.get("becomes") : state;
        Json expected = document.has("becomes") ? inJsonata(machine(becomes)) : machine(state);
        assertThat(JsonText.pretty(conversion.definition())).isEqualTo(JsonText.pretty(expected));
        assertThat(keys(conversion)).isEqualTo(document.has("remarks") ? document.get("remarks") : Json.Arr.EMPTY);
        assertThat(Definition.of(conversion.definition(), Definition.Type.STANDARD).isValid()).isTrue();
    }

    private static Json.Obj machine(Json state) {
        var states = Json.Obj.of("A", state, "S", Json.Obj.of("Type", Json.of("Succeed")));
        var leads = state instanceof Json.Obj obj && (obj.has("Choices") || obj.has("Catch"));
        return Json.Obj.of("StartAt", Json.of("A"), "States", leads ? states : states.without("S"));
    }

    private static Json.Obj inJsonata(Json.Obj machine) {
        return Json.Obj.builder().put("QueryLanguage", "JSONata").putAll(machine).build();
    }

    private static Json keys(JsonataConversion conversion) {
        return Json.collect(conversion.remarks().stream().map(remark -> Json.of(remark.phrase().key())).toList());
    }

    @Test void oneStateAloneSaysItsLanguage() {
        var definition = json("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "OutputPath": "$.a", "Next": "B"},
                  "B": {"Type": "Pass", "OutputPath": "$.b", "End": true}}}""");

        assertThat(JsonataConversion.ofState(definition, "B").definition()).isEqualTo(json("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "OutputPath": "$.a", "Next": "B"},
                  "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.b %}", "End": true}}}"""));
    }

    @Test void whereOneStateIsRefusedTheOthersSayTheirLanguage() {
        var conversion = JsonataConversion.of(json("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "OutputPath": "$..a", "Next": "B"},
                  "B": {"Type": "Pass", "OutputPath": "$.b", "End": true}}}"""));

        assertThat(conversion.definition()).isEqualTo(json("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "OutputPath": "$..a", "Next": "B"},
                  "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.b %}", "End": true}}}"""));
        assertThat(conversion.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.location()).isEqualTo("/States/A/OutputPath");
            assertThat(refusal.phrase().arguments()).containsExactly("$..a");
        });
    }

    @Test void aMachineOfWhichAPartIsJsonataBecomesOne() {
        assertThat(JsonataConversion.of(json("""
                {"Comment": "mixed", "QueryLanguage": "JSONPath", "StartAt": "A", "States": {
                  "A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "Next": "B"},
                  "B": {"Type": "Pass", "QueryLanguage": "JSONPath", "End": true}}}""")).definition()).isEqualTo(json("""
                {"Comment": "mixed", "QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Output": 1, "Next": "B"},
                  "B": {"Type": "Pass", "End": true}}}"""));
    }

    private static Json.Obj json(String text) {
        return (Json.Obj) JsonText.parse(text);
    }
}
