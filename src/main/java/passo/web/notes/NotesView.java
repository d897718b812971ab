package passo.web.notes;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.lab.grading.Verdict;
import passo.web.parts.Sentence;

/// The notes as they are printed.
public record NotesView(List<Part> parts) {

    public record Part(String id, String title, List<Line> lines) {}

    /// @param code of the machine that shows it; empty where none does
    /// @param trial the address where that machine is opened
    /// @param doors what there is to try
    public record Line(String id, String note, Optional<Sentence> erratum, Content fact, Optional<Content> code, String trial, List<Door> doors) {}

    /// A way to an exercise or to an example.
    ///
    /// @param state the key of what became of it; empty for an example
    /// @param stars of the exercise
    public record Door(String address, Sentence title, String state, int stars) {

        public static Door exercise(String address, Sentence title, boolean tried, int stars) {
            return new Door(address, title, stars >= Verdict.PASSING ? "notes.passed" : tried ? "notes.begun" : "notes.exercise", stars);
        }

        static Door example(String address, Sentence title) {
            return new Door(address, title, "", 0);
        }

        public boolean isExercise() {
            return !state.isEmpty();
        }

        /// The class of its stone.
        public String stone() {
            return switch (state) {
                case "notes.passed" -> "done";
                case "notes.begun" -> "half";
                default -> "";
            };
        }
    }
}
