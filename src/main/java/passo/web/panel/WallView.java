package passo.web.panel;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.web.exercise.ResultView.Difference;
import passo.web.lost.LostView;
import passo.web.parts.Sentence;

/// What many answers have in common, for a wall: without any name. Printed by `panel/wall.jte`.
///
/// @param back the address of the panel, and `texts` of the answers
/// @param told how many answers, in words
/// @param words what is wrong
/// @param test the name of the test that shows it; empty where none does
/// @param found what else the test found
/// @param differences what was expected and what came, place by place
/// @param lost where a field was lost
/// @param hint the first of the exercise
public record WallView(String back, String texts, Sentence title, String told, Sentence words, String test, List<Sentence> found, List<Difference> differences, Optional<LostView> lost,
        Content hint) {

    /// Is there more to show than the words?
    public boolean isSeen() {
        return lost.isPresent() || !differences.isEmpty() || !found.isEmpty();
    }
}
