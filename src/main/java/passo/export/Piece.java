package passo.export;

import passo.json.Json;
import passo.lab.exercise.Exercise;

/// An exercise with the learner's answer, and what came of it.
///
/// @param answer as it was handed in
/// @param note about it, in Markdown
public record Piece(Exercise exercise, Json.Obj answer, Report report, String note) {

    /// The folder of its files.
    String folder() {
        return (exercise.kind().isMachine() ? "workflows/" : "answers/") + exercise.slug();
    }

    String readme() {
        return folder() + "/README.md";
    }
}
