package passo.web.learn;

import java.util.List;
import passo.web.parts.Sentence;

/// The placement: its questions, or what the answers tell. Printed by `learn/placement.jte`.
///
/// @param told a line a track; none as long as nothing was answered
/// @param known how many tracks
/// @param first the address of the exercise to begin with
public record PlacementView(List<Question> questions, List<Told> told, int known, String first, Sentence begin) {

    /// @param definition empty where there is none
    public record Question(int number, String id, String track, Sentence text, String definition, List<Option> options) {}

    public record Option(String id, Sentence text) {}

    /// @param why of each question about the track, the right answer
    public record Told(String id, String letter, String title, boolean known, List<Why> why) {}

    public record Why(boolean right, Sentence text) {}
}
