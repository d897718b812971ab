package passo.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ENGLISH;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.diagram;
import static passo.diagram.Machines.machine;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.asl.StateMachine;
import passo.diagram.Diagram.Edge.Kind;
import passo.diagram.Drawing.Box;
import passo.diagram.Playback.Phase;
import passo.diagram.Playback.Taken;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// What the player paints is what the server draws.
class PlaybackTest {

    private static final StateMachine LOOP = machine("""
            {"StartAt": "Count", "States": {
              "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough"},
              "Enough": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 9, "Next": "Count"}], "Default": "Done"},
              "Done": {"Type": "Succeed"}}}""");
    private static final StateMachine ITEMS = machine("""
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 3, "End": true, "ItemProcessor": {
              "StartAt": "Work", "States": {
                "Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:work", "Next": "Rest",
                  "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}]},
                "Rest": {"Type": "Wait", "Seconds": 2, "End": true}}}}}}""");

    record Run(String name, StateMachine machine, Trace trace) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Run> runs() {
        return Stream.of(new Run("an order", ORDER, Runs.order()),
                new Run("a loop", LOOP, Runs.run(LOOP, JsonText.parse("{\"n\": 0}"), (_, _) -> Runs.after(0, new Outcome.Success(Json.NULL)))),
                new Run("items", ITEMS, items(40)));
    }

    static Trace items(int count) {
        return Runs.run(ITEMS, JsonText.parse(IntStream.range(0, count).boxed().toList().toString()), (call, _) -> Runs.after(100,
                call.attempt() < 1 && call.arguments().equals(Json.of(7)) ? new Outcome.Failure("Throttled", "") : new Outcome.Success(Json.NULL)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyStepIsPaintedAsItIsDrawn(Run run) {
        var diagram = diagram(run.machine());
        var replay = Replay.of(diagram, run.trace());
        var playback = Playback.of(diagram, replay, moments(run.trace()), ENGLISH, Duration::toString);

        for (int step = 1; step <= replay.visits().size(); step++) {
            var drawing = Drawing.of(diagram, Overlay.at(replay, step), "Run", ENGLISH, Duration::toString);
            int instant = Playback.instant(playback.moments(), replay.moment(step));
            assertThat(nodes(playback, instant)).isEqualTo(nodes(drawing, playback));
            assertThat(taken(playback, instant)).isEqualTo(taken(drawing, diagram));
            assertThat(strips(playback, replay, replay.moment(step))).isEqualTo(strips(drawing));
        }
    }

    @Test void ofALongRunSomeMomentsAreTold() {
        var trace = items(40);
        var diagram = diagram(ITEMS);
        var playback = Playback.of(diagram, Replay.of(diagram, trace), List.of(1, 100, Replay.END), ENGLISH, Duration::toString);

        assertThat(playback.nodes().get("Work").phases()).hasSize(3);
        assertThat(Playback.instant(playback.moments(), 2)).isEqualTo(1);
        assertThat(Playback.instant(playback.moments(), Replay.END)).isEqualTo(2);
    }

    private static List<Integer> moments(Trace trace) {
        return Stream.concat(IntStream.range(1, trace.events().size()).boxed(), Stream.of(Replay.END)).toList();
    }

    private static List<String> nodes(Playback playback, int instant) {
        return playback.nodes().entrySet().stream().map(node -> {
            Phase phase = node.getValue().phases().stream().filter(one -> one.from() <= instant).reduce((_, later) -> later).orElseThrow();
            return node.getKey() + " " + phase.status().css() + " " + phase.ahead() + " " + phase.badges();
        }).sorted().toList();
    }

    private static List<String> nodes(Drawing drawing, Playback playback) {
        return boxes(drawing).filter(box -> playback.nodes().containsKey(box.state()))
                .map(box -> box.state() + " " + box.status() + " " + box.ahead() + " " + box.badges()).sorted().toList();
    }

    private static List<String> taken(Playback playback, int instant) {
        return playback.edges().entrySet().stream().flatMap(edge -> edge.getValue().stream().filter(taken -> taken.from() <= instant)
                .reduce((_, later) -> later).filter(taken -> taken.times() > 0).map(taken -> text(edge.getKey(), taken)).stream()).sorted().toList();
    }

    private static String text(int edge, Taken taken) {
        return edge + " " + taken.text();
    }

    private static List<String> taken(Drawing drawing, Diagram diagram) {
        return drawing.lines().stream().filter(line -> line.css().contains(" taken") && diagram.edges().get(line.edge()).kind() != Kind.START)
                .map(line -> line.edge() + " " + drawing.tags().stream().filter(tag -> tag.edge() == line.edge()).map(Drawing.Tag::text).findFirst().orElse(""))
                .sorted().toList();
    }

    private static List<String> strips(Playback playback, Replay replay, int moment) {
        return replay.maps().stream().map(map -> playback.strips().get(map.state()).getFirst().of(map.at(map.entered() <= moment ? moment : Replay.END)).toString()).toList();
    }

    private static List<String> strips(Drawing drawing) {
        return boxes(drawing).filter(box -> !box.items().isEmpty()).map(box -> box.items().toString()).toList();
    }

    private static Stream<Box> boxes(Drawing drawing) {
        return Stream.concat(drawing.containers().stream(), drawing.leaves().stream());
    }
}
