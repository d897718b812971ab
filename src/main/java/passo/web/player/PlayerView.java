package passo.web.player;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Sentence;

/// The player and the timeline, at one step. Printed by `player.jte`. Places are percentages of the width.
///
/// @param steps how many the run has
/// @param clock the instant on the run's clock
/// @param end the same of the run's end
/// @param first the first step; 0 where the run is at it already, as also of the following
/// @param back the step before
/// @param on the step after
/// @param last the last step
/// @param at where the instant stands, in ten thousandths
/// @param height of the lanes together
/// @param told what decides the end, and which step took longest
/// @param playback for the script
public record PlayerView(int step, int steps, String clock, String end, int first, int back, int on, int last, int at, List<LaneView> lanes,
        List<TickView> ticks, List<FoldView> folds, int height, List<Sentence> told, Optional<ItemsView> items, String playback) {

    /// The height of a lane.
    public static final int PITCH = 28;
    /// And of what stands above the first.
    public static final int TOP = 22;

    /// The line at which the time is folded, down through all lanes.
    public String zigzag() {
        return "M0 " + (TOP - 6) + "l5 8-5 8".repeat((height - TOP + 6) / 16);
    }

    /// The place of the instant.
    public String place() {
        return Player.percent(at / 100.0);
    }

    /// A branch or an iteration.
    ///
    /// @param y its upper edge
    /// @param more what is not shown below it, in words; empty where all is shown
    public record LaneView(String name, int depth, int y, List<BarView> bars, List<PauseView> pauses, String more) {}

    /// A step, or one of its tries, or several short steps.
    ///
    /// @param from the instant from which on it is there
    /// @param until the instant at which it was over
    /// @param status its `data-status` at the instant that is shown, which is also the name of its icon
    /// @param done the same after it
    /// @param under the same while it lasts
    /// @param label what is written on it
    /// @param title what a screen reader says
    public record BarView(int step, int from, int until, String status, String done, String under, boolean ahead, boolean here, boolean decisive,
            boolean slowest, String label, String title, String x, String width) {}

    public record PauseView(String x1, String x2, String middle, String text) {}

    /// @param afterFold does the time go on there after a wait that is folded?
    public record TickView(String x, String text, boolean afterFold) {}

    public record FoldView(String from, String until, String middle, String text) {}
}
