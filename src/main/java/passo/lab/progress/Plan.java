package passo.lab.progress;

import java.util.List;

/// What a learner has chosen. Immutable.
///
/// @param path the id of the path through the curriculum; empty for all of it
/// @param goal on how many days of a week, 1 to 7
/// @param skipped the ids of the tracks that the learner knows already
public record Plan(String path, int goal, List<String> skipped) {

    /// Of those who have chosen nothing yet.
    public static final Plan NONE = new Plan("", 3, List.of());

    public Plan {
        skipped = List.copyOf(skipped);
        if (goal < 1 || goal > 7) throw new IllegalArgumentException("no such number of days: " + goal);
    }

    public Plan along(String another) {
        return new Plan(another, goal, skipped);
    }

    public Plan aiming(int days) {
        return new Plan(path, days, skipped);
    }

    public Plan skipping(List<String> tracks) {
        return new Plan(path, goal, tracks);
    }
}
