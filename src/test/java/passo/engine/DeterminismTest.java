package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// The same definition, input and seed are the same trace, letter by letter.
class DeterminismTest {

    private static final String MACHINE = """
            {"StartAt": "Many", "States": {
             "Many": {"Type": "Parallel", "Next": "Draw", "ResultPath": "$.many", "Branches": [
               {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true,
                 "Retry": [{"ErrorEquals": ["Busy"], "JitterStrategy": "FULL", "MaxAttempts": 5}]}}},
               {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                 "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "TimeoutSeconds": 5,
                 "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Late"}]}, "Late": {"Type": "Pass", "End": true}}},
               {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "End": true,
                 "ItemProcessor": {"StartAt": "W", "States": {"W": {"Type": "Wait", "SecondsPath": "$", "End": true}}}}}}]},
             "Draw": {"Type": "Pass", "Parameters": {"id.$": "States.UUID()", "n.$": "States.MathRandom(1, 1000000)", "many.$": "$.many",
               "unique.$": "States.ArrayUnique($.items)"}, "Next": "Run"},
             "Run": {"Type": "Map", "ItemsPath": "$.unique", "ResultPath": "$.run", "End": true,
               "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "P",
                 "States": {"P": {"Type": "Pass", "Parameters": {"id.$": "$$.Execution.Id", "n.$": "States.MathRandom(1, 1000000)"}, "End": true}}}}}}""";

    @Test
    void aRunIsTheSameEachTime() {
        assertThat(text(1)).isEqualTo(text(1));
    }

    @Test
    void anotherSeedIsAnotherRun() {
        assertThat(text(1)).isNotEqualTo(text(2));
    }

    /// Java salts its sets and maps anew in each process.
    @Test
    void aRunIsTheSameInAnotherProcess() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), DeterminismTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();

        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text(1));
    }

    public static void main(String[] none) {
        System.out.writeBytes(text(1).getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static String text(long seed) {
        int[] calls = {0};
        Services services = (call, _) -> call.token().isPresent() ? new Reply.Waiting(Duration.ofMillis(10), Json.of(call.token().get()), false)
                : new Reply.After(Duration.ofMillis(100), ++calls[0] < 4 ? new Outcome.Failure("Busy", "") : new Outcome.Success(Json.of("done")), false);
        StartExecution start = Machines.start(MACHINE, JsonText.parse("{\"items\": [3, 1, 2, 1]}"), seed);
        Trace trace = Execution.run(start, services, Limits.NORMAL).trace();
        assertThat(trace.status()).isEqualTo(Trace.Status.SUCCEEDED);
        return text(trace);
    }

    private static String text(Trace trace) {
        var text = new StringBuilder();
        trace.events().forEach(event -> text.append(History.event(event)).append('\n'));
        trace.children().forEach(child -> text.append(text(child)));
        return text.toString();
    }
}
