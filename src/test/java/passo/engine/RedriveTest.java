package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.engine.Machines.answering;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.engine.semantics.Outcome.Failure;
import passo.json.Json;
import passo.json.JsonText;

class RedriveTest {

    static final String ONE_AFTER_THE_OTHER = """
            {"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 1, "ToleratedFailurePercentage": 99, "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "T", "States": {
                "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                  "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}}}}}}}""";
    static final Services FAILING = answering(new Failure("Broken", ""));

    @Test void whatWaitsForItsRedriveIsCountedSo() {
        Services waitingOnceChanged = new Services() {
            private boolean changed;

            @Override
            public Reply invoke(Call call, Agenda agenda) {
                return changed ? new Reply.Waiting(Duration.ZERO, Json.Obj.EMPTY, false) : FAILING.invoke(call, agenda);
            }

            @Override
            public void change(Json.Obj change) {
                changed = true;
            }
        };

        var trace = redriven(waitingOnceChanged, 1).trace();

        assertThat(trace.mapRuns().getFirst().executions()).isEqualTo(new MapRunTrace.Counts(3, 0, 1, 0, 0, 0, 0, 0, 0, 2));
    }

    @Test void aMapRunIsRedrivenAThousandTimesAtMost() {
        var trace = redriven(FAILING, 1_001).trace();

        assertThat(trace.mapRuns().getFirst().redrives()).isEqualTo(1_000);
        assertThat(trace.redrives()).hasSize(1_001);
        assertThat(trace.failure().orElseThrow().error()).isEqualTo("States.Runtime");
    }

    private static Run redriven(Services services, int times) {
        List<Decision> decisions = Collections.nCopies(times, new Decision.Redrive(Duration.ZERO, Json.Obj.EMPTY));
        return Execution.run(Machines.start(ONE_AFTER_THE_OTHER, JsonText.parse("[1, 2, 3]"), 0), services, Limits.NORMAL, decisions);
    }
}
