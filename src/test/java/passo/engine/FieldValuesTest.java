package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.asl.Definition;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// Whatever a field's expression gives, the run ends, and in no exception of ours.
class FieldValuesTest {

    private static final String[] VALUES = {"null", "true", "\"\"", "\"soon\"", "\"1\"", "\"2026-01-01T00:00:01Z\"", "\"+999999999-12-31T23:59:59Z\"",
            "0", "1", "-1", "0.5", "1e300", "-1e300", "1e-300", "9007199254740993", "999999999999999999", "99999999999999999999", "[]", "[1, \"a\", null]",
            "{}", "{\"a\": {\"b\": []}}", "\"States.ALL\"", "\"\\u0000\""};
    private static final String[] QUERIES = {"$states.input", "1/0", "0/0", "-1", "[1,2][[0..1]]", "function($x){$x}", "$nothing", "$now()", "{\"a\": $states.input}",
            "$error(\"x\")", "$parse($states.input)", "$partition($states.input, $states.input)", "$range(0, $states.input, 1)",
            "$hash($states.input, $states.input)", "$random($states.input)", "$toMillis($states.input)", "$map($states.input, $string)"};

    @ParameterizedTest
    @ValueSource(strings = {
        "'Type': 'Wait', 'SecondsPath': '$'", "'Type': 'Wait', 'TimestampPath': '$'", "'Type': 'Pass', 'InputPath': '$.a.b'",
        "'Type': 'Pass', 'Result': 1, 'ResultPath': '$.a.b'", "'Type': 'Pass', 'Result': 1, 'ResultPath': '$[0]'",
        "'Type': 'Pass', 'Parameters': {'x.$': 'States.Format($, $)'}", "'Type': 'Pass', 'Parameters': {'x.$': 'States.ArrayRange($, $, $)'}",
        "'Type': 'Pass', 'Parameters': {'x.$': 'States.ArrayPartition($, $)'}", "'Type': 'Pass', 'Parameters': {'x.$': 'States.MathRandom($, $, $)'}",
        "'Type': 'Pass', 'Parameters': {'x.$': 'States.Base64Decode($)'}", "'Type': 'Pass', 'Parameters': {'x.$': 'States.StringToJson($)'}",
        "'Type': 'Pass', 'Parameters': {'x.$': 'States.Hash($, $)'}", "'Type': 'Pass', 'Parameters': {'x.$': 'States.StringSplit($, $)'}",
        "TASK, 'TimeoutSecondsPath': '$'", "TASK, 'TimeoutSeconds': 9, 'HeartbeatSecondsPath': '$'", "TASK, 'Credentials': {'RoleArn.$': '$'}",
        "'Type': 'Map', 'ItemsPath': '$', PROCESSOR", "'Type': 'Map', 'ItemsPath': '$$.Map', PROCESSOR",
        "'Type': 'Map', 'ItemsPath': '$$.Execution', 'MaxConcurrencyPath': '$', PROCESSOR",
        "RUN, 'ToleratedFailureCountPath': '$'", "RUN, 'ToleratedFailurePercentagePath': '$'", "RUN, 'ItemBatcher': {'MaxItemsPerBatchPath': '$'}",
        "RUN, 'ItemBatcher': {'MaxInputBytesPerBatchPath': '$'}"})
    void ofAPathEndNoRunInAnException(String state) {
        for (String value : VALUES) assertThat(run(state, JsonText.parse(value)).status()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'Type': 'Wait', 'Seconds': QUERY", "'Type': 'Wait', 'Timestamp': QUERY", "'Type': 'Pass', 'Output': {'a': [QUERY]}",
        "'Type': 'Pass', 'Assign': {'a': QUERY}", "TASK, 'Arguments': QUERY", "TASK, 'TimeoutSeconds': QUERY", "TASK, 'HeartbeatSeconds': QUERY",
        "'Type': 'Map', 'Items': QUERY, PROCESSOR", "'Type': 'Map', 'Items': [1], 'ItemSelector': {'a': QUERY}, PROCESSOR",
        "'Type': 'Map', 'Items': [1], 'MaxConcurrency': QUERY, PROCESSOR"})
    void ofAQueryEndNoRunInAnException(String state) {
        for (String query : QUERIES) {
            String written = state.replace("QUERY", Json.of("{% " + query + " %}").toString()) + ", 'QueryLanguage': 'JSONata'";
            for (String value : VALUES) assertThat(run(written, JsonText.parse(value)).status()).isNotNull();
        }
    }

    private static Trace run(String state, Json input) {
        String written = state
                .replace("TASK", "'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:111122223333:function:f'")
                .replace("RUN", "'Type': 'Map', 'ItemsPath': '$$.Execution', 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'EXPRESS'},"
                        + " 'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'End': true}}}")
                .replace("PROCESSOR", "'ItemProcessor': {'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'End': true}}}")
                .replace('\'', '"');
        Json machine = JsonText.parse("{\"StartAt\": \"S\", \"States\": {\"S\": {" + written + ", \"End\": true}}}");
        Definition definition = Definition.of(machine, Definition.Type.STANDARD);
        assertThat(definition.machine()).as("%s: %s", written, definition.diagnostics()).isPresent();
        var start = new StartExecution(definition.machine().orElseThrow(), Definition.Type.STANDARD, "machine", "run", "111122223333", input, Machines.START, 0);
        Services services = (_, _) -> new Reply.After(Duration.ofSeconds(1), new Outcome.Success(input), false);
        Trace trace = Execution.run(start, services, Limits.NORMAL).trace();
        trace.events().forEach(event -> assertThat(History.event(event).toString()).isNotEmpty());
        return trace;
    }
}
