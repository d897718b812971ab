package passo.diagram.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.diagram.Diagram;
import passo.diagram.Replay;
import passo.diagram.Runs;
import passo.diagram.Status;
import passo.diagram.time.Timeline.Bar;
import passo.diagram.time.Timeline.Lane;
import passo.engine.Services;
import passo.engine.Step.Frame;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// An order as in `Runs`: it waits 30 s, charges at the third attempt beside a Map, and fails.
class TimelineTest {

    private static final Trace ORDER = Runs.order();
    private static final Replay REPLAY = Replay.of(Diagram.BLANK, ORDER);
    private static final Axis AXIS = Axis.of(REPLAY, ORDER);
    private static final Timeline TIMELINE = Timeline.of(REPLAY, AXIS);

    @Test void aLongWaitIsFolded() {
        assertThat(AXIS.folds()).singleElement().extracting(Axis.Fold::time).isEqualTo(Duration.ofSeconds(30));
        assertThat(AXIS.folds().getFirst().until() - AXIS.folds().getFirst().from()).isLessThan(15);
    }

    @Test void theAxisRunsFromItsBeginningToItsEndAndNeverBack() {
        assertThat(AXIS.places()).isSorted().first().isEqualTo(0.0);
        assertThat(AXIS.places().getLast()).isBetween(99.99, 100.01);
    }

    @Test void everyBranchHasALaneAndOfManyIterationsSomeHave() {
        assertThat(TIMELINE.lanes()).extracting(Lane::frames).containsExactly(List.of(), List.of(new Frame("Fulfil", 0)), List.of(new Frame("Fulfil", 1)),
                List.of(new Frame("Fulfil", 1), new Frame("PackAll", 0)), List.of(new Frame("Fulfil", 1), new Frame("PackAll", 1)),
                List.of(new Frame("Fulfil", 1), new Frame("PackAll", 2)));
    }

    @Test void aTryIsABarAndBetweenTriesIsAPause() {
        var charged = TIMELINE.lanes().get(1);

        assertThat(charged.bars()).extracting(Bar::status).containsExactly(Status.RETRY, Status.RETRY, Status.OK, Status.FAIL);
        assertThat(charged.pauses()).extracting(Timeline.Pause::time).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test void theSlowestStepIsTheLongest() {
        assertThat(TIMELINE.slowest().orElseThrow().state()).isEqualTo("WaitForItems");
    }

    @Test void whatEndsLastDecidesTheEnd() {
        var states = TIMELINE.decisive().stream().map(step -> ORDER.steps().get(step - 1).state()).toList();

        assertThat(states).contains("Fulfil", "Charge", "Receipt", "Notify").doesNotContain("PackAll", "Pack");
    }

    @Test void iterationsThatWaitForEachOtherDecideTogether() {
        var trace = mapped(1, 4);
        var replay = Replay.of(Diagram.BLANK, trace);

        assertThat(Timeline.of(replay, Axis.of(replay, trace)).decisive()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test void aBranchThatWasCutOffDecidesNothing() {
        var machine = Definition.parse("""
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Refuse", "States": {"Refuse": {"Type": "Fail", "Error": "No"}}},
                  {"StartAt": "Linger", "States": {"Linger": {"Type": "Wait", "Seconds": 60, "End": true}}}]}}}""",
                Definition.Type.STANDARD).machine().orElseThrow();
        var trace = Runs.run(machine, Json.Obj.EMPTY, (_, _) -> Runs.after(1, new Outcome.Success(Json.NULL)));
        var replay = Replay.of(Diagram.BLANK, trace);

        assertThat(Timeline.of(replay, Axis.of(replay, trace)).decisive().stream().map(step -> trace.steps().get(step - 1).state()))
                .contains("Refuse").doesNotContain("Linger");
    }

    @Test void manyIterationsShareALane() {
        var trace = mapped(0, 500);
        var replay = Replay.of(Diagram.BLANK, trace);
        var lanes = Timeline.of(replay, Axis.of(replay, trace)).lanes();

        assertThat(lanes).hasSize(4).extracting(Lane::more).containsExactly(0, 0, 0, 497);
    }

    @Test void ofALongHistorySomeMomentsArePlayed() {
        var trace = mapped(1, 1_000);
        var moments = Axis.of(Replay.of(Diagram.BLANK, trace), trace).moments();

        assertThat(moments).hasSize(2_000).isSorted().startsWith(1).endsWith(Replay.END);
    }

    private static Trace mapped(int concurrency, int items) {
        StateMachine machine = Definition.parse("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": %d, "End": true, "ItemProcessor": {
                  "StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:work", "End": true}}}}}}"""
                .formatted(concurrency), Definition.Type.STANDARD).machine().orElseThrow();
        Services services = (_, _) -> Runs.after(100, new Outcome.Success(Json.NULL));
        return Runs.run(machine, JsonText.parse(Collections.nCopies(items, 1).toString()), services);
    }
}
