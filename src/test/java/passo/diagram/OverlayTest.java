package passo.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.diagram;
import static passo.diagram.Machines.machine;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.diagram.Overlay.State;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// An order: the first try finds no items and waits, the card is charged at the third attempt, and the receipt fails.
class OverlayTest {

    private static final Diagram DIAGRAM = diagram(ORDER);
    private static final Replay REPLAY = Replay.of(DIAGRAM, Runs.order());

    @Test void aStateStandsAsItsLastVisitEnded() {
        var overlay = Overlay.of(REPLAY);

        assertThat(overlay.status("Validate")).isEqualTo(Status.OK);
        assertThat(overlay.status("Fulfil")).isEqualTo(Status.CAUGHT);
        assertThat(overlay.status("Receipt")).isEqualTo(Status.FAIL);
        assertThat(overlay.status("OrderFailed")).isEqualTo(Status.FAIL);
        assertThat(overlay.status("Summarise")).isEqualTo(Status.SKIP);
    }

    @Test void visitsAndTriesAreCounted() {
        var states = Overlay.of(REPLAY).states();

        assertThat(states.get("HasItems")).isEqualTo(new State(Status.OK, false, 2, 0, 2, 5, Duration.ZERO));
        assertThat(states.get("Charge")).isEqualTo(new State(Status.OK, false, 1, 3, 7, 7, Duration.ofMillis(6300)));
    }

    @Test void anEdgeIsTakenAsOftenAsItLed() {
        var taken = Overlay.of(REPLAY).taken();

        assertThat(taken(taken, "Validate", "HasItems")).isEqualTo(2);
        assertThat(taken(taken, "HasItems", "Fulfil")).isEqualTo(1);
        assertThat(taken(taken, "Pick", "Pack")).isEqualTo(3);
        assertThat(taken(taken, "Fulfil", "Notify")).isEqualTo(1);
        assertThat(taken(taken, "Validate", "Notify")).isZero();
        assertThat(taken(taken, "Fulfil", "Summarise")).isZero();
    }

    @Test void theItemsOfAMapStandForThemselves() {
        assertThat(Overlay.of(REPLAY).items().get("PackAll")).containsExactly(Status.OK, Status.OK, Status.OK);
    }

    @Test void theExecutionsOfADistributedMapAreItsItems() {
        var machine = machine("""
                {"StartAt": "All", "States": {"All": {"Type": "Map", "End": true, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Check", "States": {
                    "Check": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericGreaterThan": 1, "Next": "Refuse"}], "Default": "Keep"},
                    "Keep": {"Type": "Succeed"}, "Refuse": {"Type": "Fail", "Error": "TooMuch"}}},
                  "ToleratedFailurePercentage": 100}}}""");
        var diagram = diagram(machine);
        var overlay = Overlay.of(diagram, Runs.run(machine, JsonText.parse("[1, 2, 1]"), (_, _) -> Runs.after(0, new Outcome.Success(Json.NULL))));

        assertThat(overlay.items().get("All")).containsExactly(Status.OK, Status.FAIL, Status.OK);
        assertThat(overlay.states().get("Check").visits()).isEqualTo(3);
        assertThat(overlay.status("Refuse")).isEqualTo(Status.FAIL);
    }

    @Test void atAStepTheRestLiesAhead() {
        var overlay = Overlay.at(REPLAY, 2);

        assertThat(overlay.states().get("HasItems").visits()).isEqualTo(1);
        assertThat(overlay.states().get("WaitForItems").ahead()).isTrue();
        assertThat(overlay.states().get("Receipt")).matches(State::ahead).extracting(State::status).isEqualTo(Status.FAIL);
        assertThat(taken(overlay.taken(), "HasItems", "WaitForItems")).isZero();
    }

    @Test void aParallelIsUnderWayWhileItsBranchesAre() {
        var overlay = Overlay.at(REPLAY, 7);

        assertThat(overlay.status("Charge")).isEqualTo(Status.OK);
        assertThat(overlay.status("Fulfil")).isEqualTo(Status.RUN);
        assertThat(overlay.states().get("Receipt").ahead()).isTrue();
    }

    @Test void theDrawingSaysWhereItStands() {
        var drawing = Drawing.of(DIAGRAM, Overlay.at(REPLAY, 7), "Order", ENGLISH, Duration::toString);

        assertThat(drawing.here().orElseThrow().title()).isEqualTo("Charge Lambda · charge-card PT6.3S 3× step 7, succeeded");
    }

    @Test void theCountsOfATightLoopStandApart() {
        var machine = machine("""
                {"StartAt": "Count", "States": {
                  "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough"},
                  "Enough": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 9, "Next": "Count"}], "Default": "Done"},
                  "Done": {"Type": "Succeed"}}}""");
        var diagram = diagram(machine);
        var overlay = Overlay.of(diagram, Runs.run(machine, JsonText.parse("{\"n\": 0}"), (_, _) -> Runs.after(0, new Outcome.Success(Json.NULL))));
        var tags = Drawing.of(diagram, overlay, "Loop", ENGLISH, Duration::toString).tags();

        assertThat(tags).filteredOn(tag -> tag.text().contains("×")).hasSize(2);
        for (var one : tags) assertThat(tags).filteredOn(other -> other != one).noneMatch(other -> Math.abs(one.at().y() - other.at().y()) < 20
                && one.at().x() <= other.at().x() + other.width() && other.at().x() <= one.at().x() + one.width());
    }

    private static int taken(Map<Integer, Integer> taken, String from, String to) {
        return taken.getOrDefault(edge(from, to), 0);
    }

    private static int edge(String from, String to) {
        return DIAGRAM.edges().stream().filter(edge -> edge.from().equals(from) && edge.to().equals(to)).findFirst().orElseThrow().id();
    }
}
