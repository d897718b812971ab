package passo.web.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import passo.web.decision.DecideView;
import passo.web.drawing.CanvasView;
import passo.web.lost.LostView;
import passo.web.parts.JsonLine;
import passo.web.parts.ProblemView;
import passo.web.parts.Sentence;
import passo.web.player.PlayerView;
import passo.web.world.EffectView;

/// A run, shown at one of its steps; or why there is none. The fragment `run.jte` prints it.
///
/// @param action the address that runs, of the form and of every step
/// @param status `data-status` of the whole run, which is also the name of its icon
/// @param word the same in a word
/// @param headline what happened, in a sentence
/// @param notes what else is to be known about it
/// @param problems what stands in the way of the run, warnings among them
/// @param canvas the definition drawn, and told as a nested list
/// @param steps of a long run the page that holds the step
/// @param player where there is a run
/// @param output of the whole run, where it has one
/// @param marks what is said under lines of the definition
/// @param says what a screen reader says of the step
/// @param keepsInput did a task keep its input beside its answer?
/// @param decide what may be decided about it
/// @param effects what it changed in the world
/// @param tabs what else there is to see of it, where there is a run
public record RunView(String action, String status, String word, Sentence headline, List<Sentence> notes, List<ProblemView> problems,
        CanvasView canvas, List<StepRow> steps, Optional<PlayerView> player, Optional<LostView> lost,
        Optional<StepView> step, List<JsonLine> output, List<Mark> marks, String says, boolean keepsInput,
        DecideView decide, List<EffectView> effects, List<TabView> tabs) {

    /// The address of a step, for who has no scripts.
    public String at(int step) {
        return action + query(step);
    }

    /// What asks for a step in any address of the page.
    public String query(int step) {
        return "?step=" + step + (decide.decided() ? "&decisions=" + URLEncoder.encode(decide.decisions(), UTF_8) : "");
    }

    /// The tabs that stand in a slab.
    public List<TabView> tabs(Tab.Slab slab) {
        return tabs.stream().filter(tab -> tab.slab() == slab).toList();
    }

    /// How many of the problems are advice.
    public long advice() {
        return problems.stream().filter(ProblemView::isAdvice).count();
    }
}
