package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.engine.Machines.answering;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// 256 KiB of UTF-8 are the most that a state or a task may give.
class DataLimitTest {

    private static final String TASK = """
            {"StartAt": "T", "States": {
             "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", %s "Next": "Z"},
             "Z": {"Type": "Succeed"}}}""";
    private static final String CATCH = "\"Catch\": [{\"ErrorEquals\": [\"%s\"], \"Next\": \"Z\"}],";

    @Test
    void aResultMayHaveExactlySoManyBytes() {
        assertThat(run("", "x".repeat(262_142)).status()).isEqualTo(Trace.Status.SUCCEEDED);
    }

    @Test
    void aByteMoreIsTooMuch() {
        assertThat(run("", "x".repeat(262_143)).failure()).contains(new Outcome.Failure("States.DataLimitExceeded",
                "The state/task 'arn:aws:lambda:us-east-1:111122223333:function:f' returned a result with a size exceeding the maximum"
                        + " number of bytes service limit."));
    }

    @Test
    void charactersCountAsTheirUtf8() {
        assertThat(run("", "é".repeat(131_071)).status()).isEqualTo(Trace.Status.SUCCEEDED);
        assertThat(run("", "é".repeat(131_071) + "x").status()).isEqualTo(Trace.Status.FAILED);
    }

    // Recorded in 2024, against the documentation: a task's result that is too large can be caught.
    @Test
    void aTasksResultThatIsTooLargeCanBeCaught() {
        for (String error : new String[] {"States.ALL", "States.DataLimitExceeded"}) {
            assertThat(run(CATCH.formatted(error), "x".repeat(300_000)).status()).isEqualTo(Trace.Status.SUCCEEDED);
        }
    }

    @Test
    void anOutputThatIsTooLargeCannotBeCaught() {
        String machine = TASK.formatted("\"ResultPath\": \"$.r\"," + CATCH.formatted("States.ALL"));
        Json input = Json.Obj.of("a", Json.of("x".repeat(200_000)));

        Trace trace = Execution.run(Machines.start(machine, input, 0), answering(new Outcome.Success(Json.of("x".repeat(100_000)))), Limits.NORMAL)
                .trace();

        assertThat(trace.failure()).map(Outcome.Failure::error).contains("States.DataLimitExceeded");
        assertThat(trace.steps()).extracting(Step::state).containsExactly("T");
    }

    @Test
    void aNestingTooDeepForThoseWhoPrintItIsTooMuch() {
        Json deep = Json.NULL;
        for (int i = 0; i < 1_001; i++) deep = Json.array(deep);

        assertThat(Execution.run(Machines.start(TASK.formatted(""), Json.NULL, 0), answering(new Outcome.Success(deep)), Limits.NORMAL).trace().failure())
                .map(Outcome.Failure::error).isEqualTo(Optional.of("States.DataLimitExceeded"));
    }

    @Test
    void whatATaskSendsMayNotBeLarger() {
        String machine = TASK.formatted("\"Parameters\": {\"a.$\": \"$\", \"b.$\": \"$\"}, \"ResultPath\": null,");

        assertThat(run(machine, 200_000).failure()).contains(new Outcome.Failure("States.DataLimitExceeded",
                "The state/task 'arn:aws:lambda:us-east-1:111122223333:function:f' provided parameters with a size exceeding the maximum"
                        + " number of bytes service limit."));
    }

    @Test
    void whatAStateAssignsMayNotBeLarger() {
        String machine = TASK.formatted("\"Assign\": {\"a.$\": \"$$.Execution.Input\", \"b.$\": \"$$.Execution.Input\"},");

        assertThat(run(machine, 200_000).failure()).map(Outcome.Failure::error).contains("States.DataLimitExceeded");
    }

    @Test
    void whatAnIterationGetsMayNotBeLarger() {
        String machine = """
                {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$$.Execution", "ItemSelector": {"a.$": "$", "b.$": "$"},
                 "ItemProcessor": {"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}, "End": true}}}""";

        assertThat(run(machine, 200_000).failure()).map(Outcome.Failure::error).contains("States.DataLimitExceeded");
    }

    /// Each turn doubles the text of a value whose parts are shared: after forty turns it would have more bytes than memory has.
    @Test
    void aValueMadeOfItselfIsMeasuredAsItsText() {
        Json value = Json.of("x".repeat(1_000));
        for (int i = 0; i < 40; i++) value = Json.array(value, value);

        assertThat(value.bytes()).isEqualTo(Integer.MAX_VALUE);
        assertThat(DataLimit.isTooLarge(value)).isTrue();
    }

    @Test
    void aShortCallCannotMakeATextOfGigabytes() {
        String machine = """
                {"StartAt": "S", "States": {"S": {"Type": "Pass", "Parameters": {"n.$": "States.ArrayLength(States.StringSplit(States.Format('%s', %s), ','))"},
                 "End": true}}}""".formatted("{}".repeat(1_000), String.join(", ", Collections.nCopies(1_000, "$")));

        assertThat(run(machine, 200_000).failure()).map(Outcome.Failure::error).contains("States.IntrinsicFailure");
    }

    private static Trace run(String machine, int inputLength) {
        Json input = Json.of("x".repeat(inputLength));
        return Execution.run(Machines.start(machine, input, 0), answering(new Outcome.Success(Json.of(1))), Limits.NORMAL).trace();
    }

    private static Trace run(String recovery, String result) {
        return Execution.run(Machines.start(TASK.formatted(recovery), Json.NULL, 0), answering(new Outcome.Success(Json.of(result))), Limits.NORMAL).trace();
    }
}
