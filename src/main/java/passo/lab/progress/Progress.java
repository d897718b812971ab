package passo.lab.progress;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import passo.lab.exercise.Curriculum;

/// How far a learner is, and what comes next.
///
/// @param items of the checklist, whatever the path
/// @param rows the tracks that the path leads through
/// @param next what to do now; empty where all of the path is passed
/// @param twins of what was passed, those longest due first
public record Progress(List<Item> items, List<Row> rows, Optional<Standing> next, List<Twin> twins) {

    /// @param zone in which the learner's days begin
    public static Progress of(Curriculum curriculum, Plan plan, List<Tried> tried, ZoneId zone) {
        return new Reckoning(curriculum, plan, tried, zone).progress();
    }

    /// The first item that the next exercise counts for and that is not done.
    public Optional<Item> now() {
        return next.flatMap(standing -> items.stream().filter(item -> !item.done() && standing.exercise().checklist().contains(item.id())).findFirst());
    }
}
