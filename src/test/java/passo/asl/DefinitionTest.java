package passo.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;
import passo.asl.text.Diagnostic;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.expression.ResultPath;
import passo.expression.Template;
import passo.json.Json;
import passo.json.JsonText;

class DefinitionTest {

    @Test void readsEveryKindOfState() {
        StateMachine machine = machine(Samples.JSON_PATH);

        assertThat(machine.states().sequencedValues()).extracting(State::type)
                .containsExactly("Task", "Choice", "Wait", "Parallel", "Map", "Fail");
        assertThat(machine.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(machine(Samples.JSONATA).states().sequencedValues()).extracting(state -> state.common().language())
                .containsOnly(QueryLanguage.JSONATA);
    }

    @Test void writesTheDefaultsOfTheSpecification() {
        var task = (State.Task) state("""
                {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true,
                 "Retry": [{"ErrorEquals": ["E"]}], "Catch": [{"ErrorEquals": ["E"], "Next": "X"}]}""");

        assertThat(task.retry()).containsExactly(new Retrier(List.of("E"), Duration.ofSeconds(1), 3, 2, StateMachine.FOREVER, false));
        assertThat(task.catchers()).containsExactly(new Catcher(List.of("E"), "X", ResultPath.ROOT, Optional.empty(), Template.NOTHING));
        assertThat(task.timeout().source()).isEqualTo("99999999");
        assertThat(task.common().flow()).isEqualTo(
                new DataFlow.JsonPath(Path.ROOT, Optional.empty(), Optional.empty(), ResultPath.ROOT, Path.ROOT));
        assertThat(task.next()).isEqualTo(new State.Next.End());
    }

    @Test void readsNullPaths() {
        var flow = (DataFlow.JsonPath) state("""
                {"Type": "Pass", "InputPath": null, "ResultPath": null, "OutputPath": null, "End": true}""").common().flow();

        assertThat(List.of(flow.inputPath().source(), flow.outputPath().source())).containsExactly("{}", "{}");
        assertThat(flow.resultPath()).isSameAs(ResultPath.DISCARD);
    }

    @Test void readsRulesInsideRules() {
        var choice = (State.Choice) machine(Samples.JSON_PATH).state("Which");

        assertThat(choice.choices()).first().satisfies(rule -> {
            var and = (Condition.And) rule.condition();
            var not = (Condition.Not) and.conditions().getLast();
            assertThat(not.condition()).isInstanceOfSatisfying(Condition.Comparison.class, comparison -> {
                assertThat(comparison.operator()).isEqualTo(Operator.NumericLessThan);
                assertThat(comparison.operand().source()).isEqualTo("$.limit");
            });
        });
        assertThat(choice.otherwise()).contains("Sleep");
    }

    @Test void readsADistributedMap() {
        var map = (State.Map) machine(Samples.JSON_PATH).state("Each");

        assertThat(map.distributed()).hasValueSatisfying(distributed -> {
            assertThat(distributed.express()).isTrue();
            assertThat(distributed.label()).isEqualTo("each");
            assertThat(distributed.reader()).hasValueSatisfying(reader -> assertThat(reader.maxItems().orElseThrow().source()).isEqualTo("9"));
            assertThat(distributed.batcher()).isPresent();
            assertThat(distributed.writer()).isPresent();
        });
    }

    @Test void takesOldNamesForNewOnes() {
        var map = (State.Map) state("""
                {"Type": "Map", "Parameters": {"i.$": "$$.Map.Item.Index"}, "End": true,
                 "Iterator": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}}""");

        assertThat(map.itemSelector().source()).isEqualTo("{\"i.$\":\"$$.Map.Item.Index\"}");
        assertThat(map.processor().startAt()).isEqualTo("I");
        assertThat(((DataFlow.JsonPath) map.common().flow()).parameters()).isEmpty();
    }

    @Test void readsYaml() {
        Definition definition = Definition.parse("""
                # a comment
                StartAt: A
                States:
                  A: {Type: Pass, Nxt: B, End: true}
                """, Definition.Type.STANDARD);

        assertThat(definition.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.message()).isEqualTo("Field 'Nxt' is not supported");
            assertThat(List.of(diagnostic.at().line(), diagnostic.at().column(), diagnostic.end().column())).containsExactly(4, 19, 22);
        });
    }

    @Test void readsWhatCameWithoutText() {
        assertThat(Definition.of(JsonText.parse(Samples.JSON_PATH), Definition.Type.STANDARD).isValid()).isTrue();
        assertThat(Definition.of(Json.of("text"), Definition.Type.STANDARD).diagnostics()).extracting(Diagnostic::message)
                .containsExactly("Definition must be a valid JSON object");
    }

    @Test void readsAStateByItself() {
        Json state = JsonText.parse("{\"Type\": \"Pass\", \"Next\": \"Elsewhere\"}");

        assertThat(Definition.ofState("S", state, Definition.Type.STANDARD).machine()).hasValueSatisfying(machine ->
                assertThat(((State.Pass) machine.state("S")).next()).isEqualTo(new State.Next.To("Elsewhere")));
        assertThat(Definition.ofState("S", Json.Obj.EMPTY, Definition.Type.STANDARD).diagnostics()).extracting(Diagnostic::location)
                .containsExactly("/States/S");
    }

    @Test void overlooksAByteOrderMark() {
        assertThat(Definition.parse("\uFEFF" + Samples.JSONATA, Definition.Type.STANDARD).isValid()).isTrue();
    }

    @Test void anExpressWorkflowCannotWaitForOthers() {
        assertThat(Definition.parse(Samples.JSONATA, Definition.Type.EXPRESS).diagnostics()).extracting(Diagnostic::message)
                .containsExactly("Express state machine does not support '.waitForTaskToken' service integration ");
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.JSON_PATH, Samples.JSONATA})
    void neverFailsWhateverTheText(String sample) {
        var random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            Definition definition = Definition.parse(Broken.one(sample, random), Definition.Type.values()[i % 2]);

            boolean wrong = definition.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
            assertThat(definition.isValid()).isNotEqualTo(wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.JSON_PATH, Samples.JSONATA})
    void neverFailsWhateverStandsInAField(String sample) {
        Json[] strangers = {Json.NULL, Json.TRUE, Json.of(-1), Json.of(""), Json.of("$..x"), Json.of("{% ( %}"), Json.array(Json.NULL), Json.Obj.EMPTY};
        Json good = JsonText.parse(sample);
        for (Json stranger : strangers) {
            for (int place = 0; place < 200; place++) {
                Definition definition = Definition.of(replaced(good, stranger, new int[] {place}), Definition.Type.STANDARD);

                assertThat(definition.machine().isPresent() || !definition.diagnostics().isEmpty()).isTrue();
            }
        }
    }

    /// The value with the one at a place, counted from the first, replaced.
    private static Json replaced(Json json, Json by, int[] countdown) {
        if (countdown[0]-- == 0) return by;
        return switch (json) {
            case Json.Obj obj -> {
                var copy = Json.Obj.builder();
                obj.forEach((name, value) -> copy.put(name, replaced(value, by, countdown)));
                yield copy.build();
            }
            case Json.Arr arr -> new Json.Arr(arr.items().stream().map(item -> replaced(item, by, countdown)).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
        };
    }

    private static StateMachine machine(String text) {
        Definition definition = Definition.parse(text, Definition.Type.STANDARD);
        assertThat(definition.diagnostics()).isEmpty();
        return definition.machine().orElseThrow();
    }

    private static State state(String state) {
        return machine("{\"StartAt\": \"S\", \"States\": {\"S\": " + state
                + (state.contains("\"X\"") ? ", \"X\": {\"Type\": \"Succeed\"}" : "") + "}}").state("S");
    }
}
