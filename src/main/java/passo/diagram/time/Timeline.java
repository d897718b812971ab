package passo.diagram.time;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.diagram.Replay;
import passo.diagram.Replay.Visit;
import passo.diagram.Status;
import passo.engine.Step;

/// A run as lanes: one for each branch and iteration, below the one that it stands in, and in it a bar for every step. Places
/// and widths are those of the `Axis`, from 0 to 100.
///
/// @param decisive the numbers of the steps that decide when the run ends; a step that ran beside them does not
/// @param slowest the step that took longest, containers apart; empty where none took any time
public record Timeline(List<Lane> lanes, List<Tick> ticks, List<Axis.Fold> folds, List<Integer> decisive, Optional<Visit> slowest) {

    /// A branch, or an iteration.
    ///
    /// @param frames where it stands; empty for the execution itself
    /// @param more how many further iterations of the same Map are not shown below
    public record Lane(List<Step.Frame> frames, List<Bar> bars, List<Pause> pauses, int more) {

        public int depth() {
            return frames.size();
        }
    }

    /// A step, or one try of a step, or several steps that are too short to be told apart.
    ///
    /// @param step its number, of several the first; of a state inside a distributed Map the Map's
    /// @param steps how many
    /// @param attempt which try it shows, from 1; 0 where there was only one
    /// @param status how it ended; of several the loudest
    /// @param began the moment from which on it is there
    /// @param ended the moment at which it was over
    public record Bar(int step, int steps, int attempt, String state, String kind, Status status, int began, int ended, double from, double width,
            Duration time, boolean decisive) {}

    /// Between two tries.
    public record Pause(double from, double width, Duration time) {}

    /// A time of the axis that is written on it.
    public record Tick(double place, Duration time) {}

    public static Timeline of(Replay replay, Axis axis) {
        return new Lanes(replay, axis).timeline();
    }
}
