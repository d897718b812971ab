package passo.web.world;

import java.util.List;
import java.util.Optional;
import passo.web.parts.FailureView;
import passo.web.parts.JsonLine;
import passo.web.parts.ProblemView;

/// What came of a call of one function: the fragment `world/called.jte`.
///
/// @param status `data-status`, which is also the name of its icon
/// @param word the same in a word
/// @param said how long it took, or why it was not called
/// @param result what it returned
/// @param logs what it wrote to its log
/// @param effects what it changed in the world
public record CalledView(String status, String word, String said, List<ProblemView> problems, List<JsonLine> result, Optional<FailureView> failure,
        List<String> logs, List<EffectView> effects) {}
