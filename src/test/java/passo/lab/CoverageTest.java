package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.JsonText;

class CoverageTest {

    static final StateMachine SHOP = machine(FaultMatrixTest.SHOP);

    static StateMachine machine(String definition) {
        return Definition.parse(definition, Definition.Type.STANDARD).machine().orElseThrow();
    }

    static Trace run(StateMachine machine, String input, String world) {
        var start = new StartExecution(machine, Definition.Type.STANDARD, "shop", "run", "111122223333", JsonText.parse(input), Instant.EPOCH, 1);
        World given = world.isEmpty() ? World.AUTOMATIC : ((Reading.Good<World>) World.parse(JsonText.parse(world))).value();
        return Execution.run(start, new Cloud(given, List.of(), start), Limits.NORMAL).trace();
    }

    static Coverage once(StateMachine machine, String input) {
        return Coverage.of(machine, run(machine, input, ""));
    }

    static Coverage once(String input, String world) {
        return Coverage.of(SHOP, run(SHOP, input, world));
    }

    static final String BUSY_ONCE = """
            {"lambda": {"Charge": {"replies": [{"throw": {"error": "Busy"}, "times": 1}, {"return": 1}]}}}""";
    static final String ALWAYS_BUSY = """
            {"lambda": {"Charge": {"replies": [{"throw": {"error": "Busy"}}]}}}""";

    @Test void aMachineHasStatesAndWaysOnAndRetriers() {
        assertThat(Way.of(SHOP)).extracting(way -> way.state() + " " + way.kind() + " " + way.number()).containsExactly(
                "Charge STATE 0", "Charge NEXT 0", "Charge RETRIER 0", "Charge RETRIER 1", "Charge CATCHER 0", "Charge CATCHER 1",
                "Way STATE 0", "Way RULE 0", "Way OTHERWISE 0", "Ask STATE 0", "Ask NEXT 0", "Late STATE 0", "Late NEXT 0", "Done STATE 0");
    }

    @Test void aRunTakesAStateEachTimeItIsEnteredAndTheWayThatItLeavesBy() {
        assertThat(once("{}", BUSY_ONCE).json()).isEqualTo(JsonText.parse("""
                {"runs": 1, "taken": {"Charge": {"state": 1, "retry 0": 1, "next": 1}, "Way": {"state": 1, "default": 1}, "Done": {"state": 1}}}"""));
        assertThat(once("{}", ALWAYS_BUSY).json()).isEqualTo(JsonText.parse("""
                {"runs": 1, "taken": {"Charge": {"state": 1, "retry 0": 2, "catch 1": 1}, "Late": {"state": 1, "next": 1}}}"""));
    }

    @Test void whatTwoRunsTookIsAdded() {
        Coverage both = once("{}", ALWAYS_BUSY).plus(once("{\"big\": true}", ""));

        assertThat(both).isEqualTo(Coverage.of(SHOP, Stream.of(run(SHOP, "{}", ALWAYS_BUSY), run(SHOP, "{\"big\": true}", ""))));
        assertThat(both.times(new Way("Charge", Way.Kind.STATE, 0))).isEqualTo(2);
        assertThat(both.times(new Way("Way", Way.Kind.RULE, 0))).isEqualTo(1);
        assertThat(Coverage.NOTHING.plus(both)).isEqualTo(both);
    }

    @Test void whatWasKeptIsReadAgain() {
        Coverage both = once("{}", ALWAYS_BUSY).plus(once("{}", BUSY_ONCE));

        assertThat(Coverage.parse(both.json().toString())).isEqualTo(both);
        assertThat(Coverage.parse(Coverage.NOTHING.json().toString())).isEqualTo(Coverage.NOTHING);
        assertThatThrownBy(() -> Coverage.parse("{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test void theIterationsOfADistributedMapAreTaken() {
        StateMachine machine = machine("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Big", "States": {
                    "Big": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericGreaterThan": 10, "Next": "Yes"}], "Default": "No"},
                    "Yes": {"Type": "Pass", "End": true}, "No": {"Type": "Succeed"}}}}}}""");

        assertThat(Coverage.of(machine, Stream.of(run(machine, "[1, 20]", ""))).taken()).containsExactlyInAnyOrderEntriesOf(Map.of(
                new Way("Each", Way.Kind.STATE, 0), 1, new Way("Each", Way.Kind.NEXT, 0), 1,
                new Way("Big", Way.Kind.STATE, 0), 2, new Way("Big", Way.Kind.RULE, 0), 1, new Way("Big", Way.Kind.OTHERWISE, 0), 1,
                new Way("Yes", Way.Kind.STATE, 0), 1, new Way("Yes", Way.Kind.NEXT, 0), 1, new Way("No", Way.Kind.STATE, 0), 1));
    }
}
