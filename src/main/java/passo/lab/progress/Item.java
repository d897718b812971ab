package passo.lab.progress;

import java.util.List;
import java.util.Optional;

/// A line of the checklist: two exercises, then a twin.
///
/// @param id `C1` to `C6`
public record Item(String id, List<Step> steps) {

    /// @param alone is it a twin's?
    /// @param standing of the exercise that fills this step or could fill it; empty where the curriculum has none left
    public record Step(boolean alone, Optional<Standing> standing) {

        public boolean done() {
            return standing.filter(Standing::passed).isPresent();
        }
    }

    public List<Step> missing() {
        return steps.stream().filter(step -> !step.done()).toList();
    }

    public boolean done() {
        return missing().isEmpty();
    }
}
