package passo.asl;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.asl.text.Diagnostic;
import passo.expression.Compiled;

class DiagnosticsTest {

    /// A text, and what is wrong with it: code, location and message as AWS gives them.
    static final List<Arguments> TEXTS = List.of(
            Arguments.of("", "MISSING_DESCRIPTION  Definition cannot be empty"),
            Arguments.of(" ", "SCHEMA_VALIDATION_FAILED  Definition must be a valid JSON object"),
            Arguments.of("[]", "SCHEMA_VALIDATION_FAILED  Definition must be a valid JSON object"),
            Arguments.of("not a definition", "INVALID_JSON_DESCRIPTION [Source: (String)\"not a definition\"; line: 1, column: 4]"
                    + " Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
            Arguments.of("{}", "SCHEMA_VALIDATION_FAILED / These fields are required: [States, StartAt]"),
            Arguments.of("{\"StartAt\": \"A\"}", "SCHEMA_VALIDATION_FAILED / These fields are required: [States]"),
            Arguments.of("{\"StartAt\": \"A\", \"States\": {}}", "SCHEMA_VALIDATION_FAILED /States Value cannot be empty"),
            Arguments.of("{\"States\": {\"A\": {\"Type\": \"Succeed\"}}}", "SCHEMA_VALIDATION_FAILED / These fields are required: [StartAt]"),
            Arguments.of("{\"StartAt\": \"B\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
                    "MISSING_TRANSITION_TARGET /StartAt Missing 'Next' target: B\nMISSING_TRANSITION_TARGET /States/A State \"A\" is not reachable."),
            Arguments.of("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"A\"}}}",
                    "MISSING_END_STATE  Workflow has no terminal state"),
            Arguments.of("{\"StartAt\": \"A\", \"Version\": \"2\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
                    "SCHEMA_VALIDATION_FAILED /Version Value should be one of the following: [1.0]"));

    /// The fields of a state S, and what is wrong with it.
    static final List<Arguments> STATES = List.of(
            Arguments.of("\"End\": true", "SCHEMA_VALIDATION_FAILED /States/S These fields are required: [Type]"),
            Arguments.of("\"Type\": \"pass\", \"End\": true", "SCHEMA_VALIDATION_FAILED /States/S/Type The field 'Type' should have one of these"
                    + " values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]"),
            Arguments.of("\"Type\": \"Pass\"", schema("", "This object should have only one of the following fields: [Next, End]")),
            Arguments.of("\"Type\": \"Pass\", \"Next\": \"S\", \"End\": true", schema("", "There should only be one of the following fields: [Next, End]")),
            Arguments.of("\"Type\": \"Pass\", \"End\": \"true\"", schema("/End", "Expected value of type [BOOLEAN]")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Retry\": []", schema("", "Field 'Retry' is not supported")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Next\": \"T\"",
                    schema("", "There should only be one of the following fields: [Next, End]") + "\nMISSING_TRANSITION_TARGET /States/S/Next Missing 'Next' target: T"),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"InputPath\": \"x\"", schema("/InputPath", "Value must be a valid JSONPath.")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Output\": 1",
                    schema("", "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"QueryLanguage\": \"JSONata\", \"Result\": 1",
                    schema("", "The QueryLanguage is set to 'JSONata', but field 'Result' is only supported for the 'JSONPath' QueryLanguage")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"QueryLanguage\": \"JSON\", \"Output\": 1",
                    schema("/QueryLanguage", "Value should be one of the following: [JSONPath, JSONata]")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Parameters\": {\"a.$\": \"b\"}",
                    schema("/Parameters", "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call")),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Parameters\": {\"a\": \"$.b\"}", "NO_DOLLAR /States/S/Parameters/a"
                    + " No '.$' on field 'a' that appears to be a JSONPath or Intrinsic Function"),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Result\": {\"a.$\": \"$.b\"}",
                    "PASS_RESULT_IS_STATIC /States/S/Result The Result of a Pass state is static: paths in it are not evaluated"),
            Arguments.of("\"Type\": \"Pass\", \"End\": true, \"Assign\": {\"states\": 1, \"a.b\": 2}",
                    "RESERVED_VARIABLE_NAME /States/S/Assign/states Cannot assign to reserved variable '$states'.\n"
                            + "INVALID_VARIABLE_NAME /States/S/Assign/a.b Invalid variable name 'a.b': the variable name contains invalid characters."),
            Arguments.of("\"Type\": \"Fail\", \"Error\": \"$.e\"",
                    "NO_PATH /States/S/Error The value of field 'Error' looks like a path, but the field name does not end with 'Path'"),
            Arguments.of("\"Type\": \"Fail\", \"Error\": \"e\", \"ErrorPath\": \"$.e\"",
                    schema("", "There should only be one of the following fields: [Error, ErrorPath]")),
            Arguments.of("\"Type\": \"Wait\", \"End\": true", schema("",
                    "This object should have only one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp]")),
            Arguments.of("\"Type\": \"Wait\", \"End\": true, \"Seconds\": -1", schema("/Seconds", "Minimum value is 0")),
            Arguments.of("\"Type\": \"Wait\", \"End\": true, \"Seconds\": \"1\"", schema("/Seconds", "Expected value of type Integer")),
            Arguments.of("\"Type\": \"Wait\", \"End\": true, \"Timestamp\": \"2030-02-30T00:00:00Z\"",
                    schema("/Timestamp", "String does not match RFC3339 timestamp")),
            Arguments.of("\"Type\": \"Choice\", \"Choices\": []", schema("/Choices", "Value cannot be empty")),
            Arguments.of("\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true}]",
                    schema("/Choices[0]", "These fields are required: [Next]")),
            Arguments.of("\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true, \"IsString\": true, \"Next\": \"X\"}]",
                    schema("/Choices[0]", "There should only be one of the following fields: [IsNull, IsString]")),
            Arguments.of("\"Type\": \"Choice\", \"Choices\": [{\"Next\": \"X\"}]",
                    schema("/Choices[0]", "The object must have only one of the following fields, [And, Or, Not, Variable, Condition]")),
            Arguments.of("\"Type\": \"Choice\", \"Choices\": [{\"And\": [{\"Variable\": \"$.a\", \"NumericEquals\": \"1\", \"Next\": \"X\"}], \"Next\": \"X\"}]",
                    schema("/Choices[0]/And[0]/NumericEquals", "Expected value of type [NUMBER]") + "\n"
                            + schema("/Choices[0]/And[0]", "Field 'Next' is not supported")),
            Arguments.of("\"Type\": \"Choice\", \"QueryLanguage\": \"JSONata\", \"Choices\": [{\"Condition\": \"true\", \"Next\": \"X\"}]",
                    schema("/Choices[0]/Condition", "Must be a boolean or a valid JSONata expression")),
            Arguments.of(jsonata("\"Output\": {\"v\": \"{% phone %}\"}"),
                    "UNSUPPORTED_JSONATA_EXPRESSION /States/S/Output/v Reference to 'phone' at the top level is not supported."),
            Arguments.of(jsonata("\"Output\": [\"{% $states.result %}\"]"),
                    "UNSUPPORTED_JSONATA_EXPRESSION /States/S/Output[0] Field '$states.result' does not exist."),
            Arguments.of(jsonata("\"Assign\": {\"a\": \"{% $states.errorOutput.Error %}\"}"),
                    "UNSUPPORTED_JSONATA_EXPRESSION /States/S/Assign/a Field '$states.errorOutput' does not exist."),
            Arguments.of(jsonata("\"Output\": \"{% 1 + %}\""), "INVALID_JSONATA_EXPRESSION /States/S/Output Unexpected end of expression"),
            Arguments.of(jsonata("\"Output\": \"{% 1\""), schema("/Output", "JSONata string must start with {% and end with %}")),
            Arguments.of("\"Type\": \"Parallel\", \"Branches\": [], \"End\": true", schema("/Branches", "Value cannot be empty")),
            Arguments.of("\"Type\": \"Parallel\", \"Branches\": [{\"States\": {}}], \"End\": true",
                    schema("/Branches[0]", "These fields are required: [StartAt]") + "\n" + schema("/Branches[0]/States", "Value cannot be empty")),
            Arguments.of("\"Type\": \"Parallel\", \"Branches\": [" + branch("S") + "], \"End\": true",
                    "DUPLICATE_STATE_NAME /States/S/Branches[0]/States/S Duplicate State name: S"),
            Arguments.of("\"Type\": \"Map\", \"End\": true", schema("", "This object should have only one of the following fields: [ItemProcessor, Iterator]")),
            Arguments.of("\"Type\": \"Map\", \"TimeoutSeconds\": 1, \"ItemProcessor\": " + branch("T") + ", \"End\": true",
                    schema("", "Field 'TimeoutSeconds' is not supported")),
            Arguments.of("\"Type\": \"Map\", \"Label\": \"a b\", \"ItemProcessor\": " + branch("T") + ", \"End\": true",
                    "INVALID_LABEL_NAME /States/S/Label Invalid Label name: a b contains invalid characters"),
            Arguments.of(task("\"Resource\": \"lambda\""), schema("/Resource", "Value is not a valid resource ARN")),
            Arguments.of(task("\"Resource\": \"arn:aws:s3:::bucket\""), schema("/Resource", "The resource provided arn:aws:s3:::bucket is not"
                    + " recognized. The value is not a valid resource ARN, or the resource is not available in this region.")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::lambda:invoke\""),
                    schema("", "Parameters field is required for resource ARN: arn:aws:states:::lambda:invoke")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"Parameters\": {\"QueueUrl.$\": \"$.q\"}"),
                    schema("/Parameters", "The field 'MessageBody' is required but was missing")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"TimeoutSeconds\": 0"), schema("/TimeoutSeconds", "Minimum value is 1")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"HeartbeatSecondsPath\": \"$..a\""),
                    schema("/HeartbeatSecondsPath", "Value is not a Reference Path: The path must name one place, without the operators @ .. , : ? *")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"Credentials\": {}"),
                    schema("/Credentials", "The field 'RoleArn' is required but was missing")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"Retry\": [{\"ErrorEquals\": [\"States.ALL\", \"E\"], \"BackoffRate\": 0.5}]"),
                    schema("/Retry[0]/ErrorEquals", "States.ALL must appear alone and at end of list") + "\n" + schema("/Retry[0]/BackoffRate", "Minimum value is 1.0")),
            Arguments.of(task("\"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", \"Catch\": [{\"ErrorEquals\": []}]"),
                    schema("/Catch[0]", "These fields are required: [Next]") + "\n" + schema("/Catch[0]/ErrorEquals", "Value cannot be empty")));

    @ParameterizedTest
    @FieldSource("TEXTS")
    void saysWhatAwsSays(String text, String expected) {
        assertThat(wrong(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("STATES")
    void saysWhatAwsSaysOfAState(String fields, String expected) {
        assertThat(wrong(inState(fields))).isEqualTo(expected);
    }

    @Test void showsTwelveMistakesInTheOrderOfTheText() {
        String text = """
                {
                  "StartAt": "First",
                  "Versoin": "1.0",
                  "States": {
                    "First": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invok", "Next": "Second"},
                    "Second": {"Type": "Pass", "Nxt": "Third"},
                    "Third": {"Type": "Wait", "Seconds": "5", "Next": "Fourht"},
                    "Fourth": {"Type": "Choice", "Choices": [{"Variable": "x", "IsNull": true, "Next": "Fifth"}], "End": true},
                    "Fifth": {"Type": "Fial", "Error": "no"}
                  }
                }
                """;

        assertThat(diagnostics(text).stream().map(diagnostic -> diagnostic.at().line() + " " + text.substring(diagnostic.at().offset(), diagnostic.end().offset())
                + " " + diagnostic.explanation().key() + " " + meant(diagnostic))).containsExactly(
                        "3 \"Versoin\" explain.unsupported Version",
                        "5 \"arn:aws:states:::lambda:invok\" explain.unknownResource arn:aws:states:::lambda:invoke",
                        "6 \"Second\" explain.noneOf ",
                        "6 \"Nxt\" explain.unsupported Next",
                        "7 \"Third\" explain.unreachable ",
                        "7 \"5\" explain.expected.INTEGER ",
                        "7 \"Fourht\" explain.missingTarget Fourth",
                        "8 \"Fourth\" explain.unreachable ",
                        "8 \"x\" explain.notAPath ",
                        "8 \"End\" explain.unsupported ",
                        "9 \"Fifth\" explain.unreachable ",
                        "9 \"Fial\" explain.unknownType Fail");
    }

    @ParameterizedTest
    @FieldSource("HINTS")
    void showsAWayOut(String text, Diagnostic.Phrase hint) {
        assertThat(diagnostics(text)).extracting(Diagnostic::hint).contains(hint);
    }

    static final List<Arguments> HINTS = List.of(
            Arguments.of("{\"StartAt\": \"A\", // begin\n}", Diagnostic.Phrase.of("hint.jsonComment")),
            Arguments.of("{\"StartAt\": \"A\",}", Diagnostic.Phrase.of("hint.trailingComma")),
            Arguments.of("{'StartAt': 'A'}", Diagnostic.Phrase.of("hint.doubleQuotes")),
            Arguments.of("{\"Output\": {% $x %}}", Diagnostic.Phrase.of("hint.quoteJsonata")),
            Arguments.of("{\"StartAt\": \"A\", \"States\": {\"TimeoutSeconds\": 3, \"A\": {\"Type\": \"Succeed\"}}}",
                    Diagnostic.Phrase.of("hint.machineField", "TimeoutSeconds")),
            Arguments.of(inState("\"Type\": \"Parallel\", \"Next\": \"Inside\", \"Branches\": [" + branch("Inside") + "]"),
                    Diagnostic.Phrase.of("hint.otherScope", "Inside")),
            Arguments.of(inState("\"Type\": \"Fail\", \"End\": true"), Diagnostic.Phrase.of("hint.terminal")),
            Arguments.of(inState("\"Type\": \"Succeed\", \"//\": \"x\""), Diagnostic.Phrase.of("hint.comment")),
            Arguments.of(inState(task("\"Resource\": \"arn:aws:states:::s3:getObject\"")),
                    Diagnostic.Phrase.of("hint.didYouMean", "arn:aws:states:::aws-sdk:s3:getObject")),
            Arguments.of(inState(task("\"Resource\": \"arn:aws:states:::lambda:invoke.sync\"")),
                    Diagnostic.Phrase.of("hint.didYouMean", "arn:aws:states:::lambda:invoke")),
            Arguments.of(resource("aws-sdk:s3:getObjekt"), meant("aws-sdk:s3:getObject")),
            Arguments.of(resource("aws-sdk:s3:GetObject.waitForTaskToken"), meant("aws-sdk:s3:getObject.waitForTaskToken")),
            Arguments.of(resource("aws-sdk:states:DescribeExecution"), meant("aws-sdk:sfn:describeExecution")),
            Arguments.of(resource("aws-sdk:DynamoDB:query"), meant("aws-sdk:dynamodb:query")),
            Arguments.of(resource("aws-sdk:dynmodb:qurey"), meant("aws-sdk:dynamodb:query")),
            Arguments.of(resource("aws-sdk:glue:startJobRun.sync"), meant("glue:startJobRun.sync")),
            Arguments.of(resource("dynamodb:query"), meant("aws-sdk:dynamodb:query")),
            Arguments.of(resource("events:putRule"), meant("aws-sdk:eventbridge:putRule")),
            Arguments.of(resource("sns:publsh"), meant("sns:publish")),
            Arguments.of(inState(jsonata("\"Output\": \"{% $a == 1 %}\"")), Diagnostic.Phrase.of("hint.jsonataEquals")),
            Arguments.of(inState(task("\"Resource\": \"arn:aws:s3:::bucket\"")), Diagnostic.Phrase.of("hint.notAnIntegration")));

    static String resource(String integration) {
        return inState(task("\"Resource\": \"arn:aws:states:::" + integration + "\""));
    }

    static Diagnostic.Phrase meant(String integration) {
        return Diagnostic.Phrase.of("hint.didYouMean", "arn:aws:states:::" + integration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-sdk:s3:getObject", "aws-sdk:s3:getTomorrow", "aws-sdk:pcs:listClusters", "aws-sdk:tomorrow:getService"})
    void anActionThatMayBeNewIsTaken(String integration) {
        assertThat(diagnostics(resource(integration))).isEmpty();
    }

    @Test void aVariableOfTheOuterScopeCannotBeSetInside() {
        String text = """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Assign": {"outer": 1}, "Next": "P"},
                  "P": {"Type": "Parallel", "Assign": {"own.$": "$[0]"}, "End": true, "Branches": [
                    {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"outer": 2, "own": 3}, "End": true}}}]}}}""";

        assertThat(diagnostics(text)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.location()).isEqualTo("/States/P/Branches[0]/States/B/Assign/outer");
            assertThat(diagnostic.explanation().key()).isEqualTo("explain.outerVariable");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt_BR"})
    void everyProblemIsExplainedWithAWayOut(String language) throws Exception {
        var sentences = Sentences.in(language).stringPropertyNames();
        for (Method method : Problem.class.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) || Modifier.isPrivate(method.getModifiers()) || method.getReturnType() != Problem.class) continue;
            var problem = (Problem) method.invoke(null, Arrays.stream(method.getParameterTypes()).map(DiagnosticsTest::anything).toArray());

            assertThat(sentences).contains(problem.explanation().key(), problem.wayOut().key());
            if (!problem.differs().equals(Diagnostic.Phrase.NONE)) assertThat(sentences).contains(problem.differs().key());
        }
        assertThat(sentences).containsAll(HINTS.stream().map(row -> ((Diagnostic.Phrase) row.get()[1]).key()).toList());
    }

    private static Object anything(Class<?> type) {
        if (type == String.class) return "STRING";
        if (type == long.class) return 1L;
        if (type == List.class) return List.of("a");
        if (type == Compiled.Bad.class) return new Compiled.Bad<>("INVALID_JSONATA_EXPRESSION", "no", "");
        return type.getEnumConstants()[0];
    }

    private static String meant(Diagnostic diagnostic) {
        return diagnostic.hint().key().equals("hint.didYouMean") ? diagnostic.hint().arguments().getFirst() : "";
    }

    private static String wrong(String text) {
        return diagnostics(text).stream().map(diagnostic -> diagnostic.code() + " " + diagnostic.location() + " " + diagnostic.message()).collect(joining("\n"));
    }

    private static List<Diagnostic> diagnostics(String text) {
        return Definition.parse(text, Definition.Type.STANDARD).diagnostics();
    }

    private static String inState(String fields) {
        String other = fields.contains("\"X\"") ? ", \"X\": {\"Type\": \"Succeed\"}" : "";
        return "{\"StartAt\": \"S\", \"States\": {\"S\": {" + fields + "}" + other + "}}";
    }

    private static String schema(String field, String message) {
        return "SCHEMA_VALIDATION_FAILED /States/S" + field + " " + message;
    }

    private static String task(String fields) {
        return "\"Type\": \"Task\", \"End\": true, " + fields;
    }

    private static String jsonata(String fields) {
        return "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"End\": true, " + fields;
    }

    private static String branch(String state) {
        return "{\"StartAt\": \"%1$s\", \"States\": {\"%1$s\": {\"Type\": \"Pass\", \"End\": true}}}".formatted(state);
    }
}
