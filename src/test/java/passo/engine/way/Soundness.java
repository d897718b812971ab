package passo.engine.way;

import static org.assertj.core.api.Assertions.assertThat;

import passo.asl.StateMachine;
import passo.engine.Trace;

/// What must hold of any run: what is said to be taken over stands where it is said to come from.
public final class Soundness {

    private Soundness() {}

    public static void check(StateMachine machine, Trace trace) {
        var ways = new Ways(machine, trace);
        trace.steps().stream().limit(200).forEach(step -> {
            for (Stage stage : ways.of(step.number())) {
                stage.after().ifPresent(_ -> stage.pieces().forEach(piece -> check(ways, stage, step.number(), piece)));
            }
            step.output().ifPresent(output -> assertThat(ways.stage(step.number(), Field.End).flatMap(Stage::after)).contains(output));
        });
    }

    private static void check(Ways ways, Stage stage, int step, Stage.Piece piece) {
        if (!(piece.source() instanceof Source.Copy(var from))) return;
        var place = new Place(step, stage.field(), piece.at());
        boolean whole = stage.pieces().stream().noneMatch(other -> other.at().size() > piece.at().size() && Place.begins(other.at(), piece.at()));
        if (whole) assertThat(ways.value(place)).as("%s, taken from %s", place, from).isEqualTo(ways.value(from));
    }
}
