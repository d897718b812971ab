package passo.web.trial;

import java.util.List;
import java.util.Optional;
import passo.web.parts.FailureView;
import passo.web.parts.JsonLine;
import passo.web.parts.ProblemView;
import passo.web.parts.Sentence;

/// What came of a state that was tried by itself: the fragment `tried.jte`.
///
/// @param status `data-status`, which is also the name of its icon
/// @param word the same in a word
/// @param said where it led, in a sentence
/// @param problems what stood in the way
/// @param failure how its work or an expression failed, even where the state gets over it
/// @param stages the data at every stage
public record TriedView(String status, String word, Sentence said, List<ProblemView> problems, Optional<FailureView> failure, List<Stage> stages) {

    /// @param last is it what came out?
    public record Stage(Sentence name, String size, List<JsonLine> lines, boolean last) {}
}
