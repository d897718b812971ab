package passo.web.grades;

import java.util.List;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// The page of what a class is asked to do. Printed by `grades/plan.jte`.
///
/// @param wrong why the plan cannot be saved, a sentence each
/// @param saved was it saved just now?
/// @param changed is it other than what was saved?
/// @param total how many exercises there are, and how many minutes all take together
/// @param zone in which the days end
/// @param date typed for several lines
/// @param noDate why that is no date; empty where nothing is wrong with it
/// @param presets what can be added at once
/// @param found how many exercises the filter leaves; empty where there is none
public record PlanView(ClassHead head, List<String> wrong, boolean saved, boolean changed, String total, String zone, List<Line> lines, String date, String noDate,
        List<Preset> presets, PlanForm.Filter filter, List<String> items, List<String> levels, List<Track> tracks, String found) {

    /// An exercise of the plan.
    ///
    /// @param title the slug where there is no such exercise
    /// @param address empty where there is no such exercise
    /// @param noDate was something typed that is no date?
    /// @param focus which of its buttons was pressed last: `up`, `down` or none
    public record Line(String slug, Sentence title, String address, String about, String date, boolean noDate, boolean marked, boolean first, boolean last, String focus) {

        public boolean isThere() {
            return !address.isEmpty();
        }
    }

    /// @param button as [PlanForm#after] understands it
    public record Preset(String button, String title, String about) {}

    /// What can be added of a track.
    ///
    /// @param open is its list shown?
    public record Track(String id, String letter, String title, boolean open, List<Choice> choices) {}

    /// @param alone is it a twin?
    public record Choice(String slug, Sentence title, String about, boolean alone, boolean ticked, boolean planned) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
