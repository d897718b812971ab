package passo.asl.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import passo.asl.Broken;
import passo.asl.Sentences;
import passo.asl.Shape;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;

/// The cursor stands at `|`.
class CompletionTest {

    static final String MACHINE = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "Next": "B"},
              "B": {"Type": "Map", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}, "D": {"Type": "Succeed"}}}, "End": true},
              «»}}""";

    static final List<Arguments> BEGINNINGS = List.of(
            Arguments.of("{|", "States, StartAt, QueryLanguage"),
            Arguments.of("{\"States\": {}, |", "StartAt, QueryLanguage, Comment"),
            Arguments.of("{\"StartAt\": \"|\", \"States\": {\"A\": {}, \"B\": {}}}", "A, B"),
            Arguments.of("{\"QueryLanguage\": |", "JSONPath, JSONata"),
            Arguments.of(in("\"X\": {|}"), "Type"),
            Arguments.of(in("\"X\": {\"Type\": \"|\"}"), "Task, Wait, Pass"),
            Arguments.of(in("\"X\": {\"Type\": \"Succeed\", |}"), "InputPath, OutputPath, QueryLanguage"),
            Arguments.of(in("\"X\": {|, \"Type\": \"Succeed\", \"QueryLanguage\": \"JSONata\"}"), "Output, Comment"),
            Arguments.of(in("\"X\": {\"Type\": \"Choice\", \"In|\"}"), "Choices, Default, InputPath"),
            Arguments.of(in("\"X\": {\"Type\": \"Pass\", \"Next\": \"|\"}"), "A, B"),
            Arguments.of(in("\"X\": {\"Type\": \"Pass\", \"Next\": \"|\n\"End\": true}"), "A, B"),
            Arguments.of(in("\"X\": {\"Type\": \"Choice\", \"Default\": |}"), "A, B"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Catch\": [{\"ErrorEquals\": [\"|\"]}]}"), "States.ALL, States.TaskFailed, States.Timeout"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Catch\": [{\"ErrorEquals\": [\"x\"], \"Next\": \"|\"}]}"), "A, B"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Catch\": [{|}]}"), "ErrorEquals, Next, ResultPath"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"], |"), "IntervalSeconds, MaxAttempts, BackoffRate"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Resource\": \"|"), "arn:aws:states:::lambda:invoke, arn:aws:states:::lambda:invoke.waitForTaskToken"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:|"),
                    "arn:aws:states:::aws-sdk:accessanalyzer:, arn:aws:states:::aws-sdk:account:"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:sfn:st|\"}"),
                    "arn:aws:states:::aws-sdk:sfn:createActivity, arn:aws:states:::aws-sdk:sfn:createStateMachine"),
            Arguments.of(in("\"X\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.x\", |"), "Next, And, Or, Not"),
            Arguments.of(in("\"X\": {\"Type\": \"Choice\", \"Choices\": [{\"Not\": {|"), "Variable, And, Or, Not"),
            Arguments.of(in("\"X\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"|"), "$, $$.Execution.Id"),
            Arguments.of(in("\"X\": {\"Type\": \"Pass\", \"Parameters\": {\"a.$\": \"|"), "$, $$.Execution.Id"),
            Arguments.of(in("\"X\": {\"Type\": \"Map\", \"ItemReader\": {\"Resource\": \"|"), "arn:aws:states:::s3:getObject, arn:aws:states:::s3:listObjectsV2"),
            Arguments.of(in("\"X\": {\"Type\": \"Map\", \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"|"), "INLINE, DISTRIBUTED"),
            Arguments.of(in("\"X\": {\"Type\": \"Map\", \"ResultWriter\": {\"WriterConfig\": {\"Transformation\": \"|"), "NONE, COMPACT, FLATTEN"),
            Arguments.of(in("\"X\": {\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"|\", \"States\": {\"E\": {}}}]}"), "E"),
            Arguments.of(in("\"X\": {\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": |}"), "{%  %}"),
            Arguments.of(in("\"X\": {\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $st| %}\"}"), "$states.input, $states.context.Execution.Id"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% | %}\"}"), "$states.input, $states.result"),
            Arguments.of(in("\"X\": {\"Type\": \"Map\", \"QueryLanguage\": \"JSONata\", \"Catch\": [{\"Output\": \"{% | %}\"}]}"), "$states.input, $states.errorOutput"),
            Arguments.of(in("\"X\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:sqs:|"), "arn:aws:states:::aws-sdk:sqs:addPermission"));

    static final List<Arguments> IN_YAML = List.of(
            Arguments.of("StartAt: |\nStates:\n  A:\n    Type: Pass\n  B: {Type: Pass}\n", "A, B"),
            Arguments.of("States:\n  A:\n    Type: Succeed\n    |", "InputPath, OutputPath"),
            Arguments.of("States:\n  A:\n    Type: Succeed\n|", "StartAt, QueryLanguage"),
            Arguments.of("States:\n  A:\n    Type: Task\n    Catch:\n      - ErrorEquals:\n        - |\n        Next: B\n  B:\n    Type: Pass\n", "States.ALL, States.TaskFailed"),
            Arguments.of("States:\n  A:\n    Type: Task\n    Catch:\n    - ErrorEquals: [x]\n      Next: '|'\n  B:\n    Type: Pass\n", "B"),
            Arguments.of("States:\n  A:\n    Type: Choice\n    Choices:\n      - Variable: $.x\n        |\n", "Next, And, Or, Not"),
            Arguments.of("QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: |\n", "{%  %}"),
            Arguments.of("QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output:\n      x: \"{% $| %}\"\n", "$states.input"),
            Arguments.of("States:\n  A:\n    Ty|\n", "Type"),
            Arguments.of("States:\n  A: {|}\n", "Type"),
            Arguments.of("States:\n  A: {Type: |}\n", "Task, Wait, Pass"),
            Arguments.of("States:\n  A: {Type: Succeed, |}\n  B:\n    Type: Pass\n", "InputPath, OutputPath"),
            Arguments.of("States:\n  A: {Type: Pass, Next: |\n  B:\n    Type: Pass\n", "B"),
            Arguments.of("States:\n  A:\n    Type: Task\n    Retry: [{ErrorEquals: [S|]}]\n", "States.ALL, States.TaskFailed"),
            Arguments.of("States:\n  A:\n    Type: Choice\n    Choices:\n      - {Variable: $.x, Next: '|'}\n    Default: B\n  B: {Type: Pass}\n", "B"),
            Arguments.of("States:\n  A: {Type: Task, Resource: |arn:aws:states:::lambda:invoke, Next: B}\n", "arn:aws:states:::lambda:invoke"),
            Arguments.of("States:\n  A: {\n    Type: Succeed,\n    |\n  }\n", "InputPath, OutputPath"),
            Arguments.of("States: {A: {Type: Pass, Next: |}, B: {Type: Succeed}}", "B"));

    /// What the states of `IN_DATA` had.
    static final Map<String, Sample> SAMPLES = Map.of("A", new Sample(
            obj("{\"order\": {\"id\": 7, \"items\": [{\"sku\": \"x\"}], \"a b\": 1}}"),
            Map.of("Result", obj("{\"Payload\": {\"ok\": true}}"), "OutputPath", obj("{\"saved\": 1}")),
            obj("{\"total\": {\"net\": 5}}"), obj("{\"Execution\": {\"Input\": {\"order\": 1}}}")));

    static final List<Arguments> IN_DATA = List.of(
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"|\"}}}", "$, $.order, $total"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"$.or|\"}}}", "$.order"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"$.order.|\"}}}", "$.order.id, $.order.items, $.order['a b']"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"States.Format('{}', $.order.items[0].|", "$.order.items[0].sku"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Task\", \"ResultSelector\": {\"x.$\": \"$.Payload.|\"}}}}", "$.Payload.ok"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"$$.Execution.Input.|\"}}}}", "$$.Execution.Input.order"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"$total.|\"}}}}", "$total.net"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"N\"}, \"N\": {\"Type\": \"Pass\", \"InputPath\": \"$.|\"}}}", "$.saved"),
            Arguments.of("{\"QueryLanguage\": \"JSONata\", \"States\": {\"A\": {\"Type\": \"Task\", \"Output\": \"{% $states.result.Payload.| %}\"}}}", "$states.result.Payload.ok"),
            Arguments.of("{\"QueryLanguage\": \"JSONata\", \"States\": {\"A\": {\"Type\": \"Task\", \"Output\": \"{% $sum($states.input.order.items.|", "$states.input.order.items.sku"),
            Arguments.of("States:\n  A:\n    Type: Pass\n    InputPath: $.order.|\n", "$.order.id"));

    static final List<String> NOWHERE = List.of("{\"QueryLanguage\": \"JSONata\", \"Comment\": \"|\"}", "|", "{}|", in("|"), in("\"X\": {\"Type\": \"Pass\", \"Result\": {|}}"),
            in("\"X\": {\"Type\": \"Pass\", \"Comment\": \"|\"}"), in("\"X\": {\"Type\": \"Pass\", \"Parameters\": {\"a\": \"|\"}}"));

    @ParameterizedTest
    @FieldSource("BEGINNINGS")
    void offersFirstWhatFits(String text, String labels) {
        List<String> first = List.of(labels.split(", "));

        assertThat(labels(text)).startsWith(first.toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("IN_YAML")
    void offersTheSameInYaml(String text, String labels) {
        assertThat(labels(text)).startsWith(labels.split(", "));
    }

    @ParameterizedTest
    @FieldSource("IN_DATA")
    void offersWhatTheStateReallyHad(String text, String labels) {
        assertThat(Completion.at(text.replace("|", ""), text.indexOf('|'), SAMPLES).stream().map(Completion::label)).startsWith(labels.split(", "));
    }

    @Test void replacesTheWordAtTheCursorAlone() {
        String text = "States:\n  A:\n    Type: Pass\n    InputPath: $.or";

        assertThat(Completion.at(text, text.length(), SAMPLES).stream().filter(each -> each.label().equals("$.order")))
                .containsExactly(new Completion("$.order", Completion.Kind.DATA, "$.order", "{\"id\":7,\"items\":[{\"sku\":\"x\"}],\"a b\":1}",
                        text.length() - 4, text.length()));
    }

    @ParameterizedTest
    @FieldSource("NOWHERE")
    void offersNothingWhereAnythingFits(String text) {
        assertThat(labels(text)).isEmpty();
    }

    @Test void writesWhatIsMissingAroundAWord() {
        assertThat(first("{|")).isEqualTo(new Completion("States", Completion.Kind.FIELD, "\"States\": ", "field.States", 1, 1));
        assertThat(first("{\"St|\"}")).isEqualTo(new Completion("States", Completion.Kind.FIELD, "States\": ", "field.States", 2, 5));
        assertThat(first("{\"St|\": 1}")).isEqualTo(new Completion("States", Completion.Kind.FIELD, "States\"", "field.States", 2, 5));
        assertThat(first("{\"Version\": |")).isEqualTo(new Completion("1.0", Completion.Kind.VALUE, "\"1.0\"", "", 12, 12));
    }

    @Test void writesNoQuotesIntoYamlsBrackets() {
        assertThat(first("States:\n  A: {Ty|}")).isEqualTo(new Completion("Type", Completion.Kind.FIELD, "Type: ", "field.Type", 14, 16));
        assertThat(first("States:\n  A: {Type: 'Ta|'}")).isEqualTo(new Completion("Task", Completion.Kind.VALUE, "Task'", "type.Task", 21, 24));
    }

    @Test void aBeginningOfAnArnIsLeftOpen() {
        String text = in("\"X\": {\"Type\": \"Task\", \"Resource\": \"|\"}");
        int cursor = text.indexOf('|');

        assertThat(Completion.at(text.replace("|", ""), cursor, Map.of())).contains(
                new Completion("arn:aws:states:::aws-sdk:", Completion.Kind.RESOURCE, "arn:aws:states:::aws-sdk:", "", cursor, cursor));
    }

    @Test void offersTheErrorsOfTheServiceThatTheStateCalls() {
        assertThat(labels(in("\"X\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"Retry\": [{\"ErrorEquals\": [\"|\"]}]}")))
                .contains("States.ALL", "S3.NoSuchKeyException", "S3.S3Exception");
        assertThat(labels(in("\"X\": {\"Type\": \"Task\", \"Catch\": [{\"ErrorEquals\": [\"|\"]}], \"Resource\": \"arn:aws:states:::dynamodb:putItem\"}")))
                .contains("DynamoDB.ConditionalCheckFailedException", "DynamoDB.AmazonDynamoDBException");
    }

    @Test void everyDetailIsThereInBothLanguages() throws IOException {
        List<String> details = BEGINNINGS.stream().map(row -> (String) row.get()[0])
                .flatMap(text -> Completion.at(text.replace("|", ""), text.indexOf('|'), Map.of()).stream()).map(Completion::detail)
                .filter(detail -> !detail.isEmpty()).distinct().toList();

        for (String language : List.of("en", "pt_BR")) assertThat(Sentences.in(language).stringPropertyNames()).containsAll(details);
    }

    @Test void everyFieldHasASentence() throws IOException {
        var sentences = Sentences.in("en");

        assertThat(Stream.of(Shape.values()).flatMap(shape -> shape.fields().stream()).map(field -> Completion.detail(field.name())))
                .allSatisfy(detail -> assertThat(sentences.stringPropertyNames()).contains(detail));
    }

    @Test void neverFailsWhereverTheCursorStands() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String broken = Broken.one(MACHINE, random);
            Completion.at(broken, random.nextInt(broken.length() + 1), SAMPLES);
            String yaml = Broken.one(Notation.YAML.write(JsonText.parse(MACHINE.replace("«»", "\"X\": {}"))), random);
            Completion.at(yaml, random.nextInt(yaml.length() + 1), SAMPLES);
        }
    }

    private static String in(String state) {
        return MACHINE.replace("«»", state);
    }

    private static Json.Obj obj(String json) {
        return (Json.Obj) JsonText.parse(json);
    }

    private static Completion first(String marked) {
        return Completion.at(marked.replace("|", ""), marked.indexOf('|'), Map.of()).getFirst();
    }

    private static List<String> labels(String marked) {
        return Completion.at(marked.replace("|", ""), marked.indexOf('|'), Map.of()).stream().map(Completion::label).toList();
    }
}
