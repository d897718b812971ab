package passo.web.exercise;

import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.store.Help;
import passo.web.Page;
import passo.web.parts.Markdown;

/// The hints of an exercise and its solution, as far as they were asked for. Printed by `exercise/ladder.jte`.
///
/// @param action the address that gives the next rung
/// @param solution empty where it was not asked for and the exercise is not passed
public record LadderView(String action, List<Rung> rungs, Optional<Solution> solution) {

    /// A rung of the ladder.
    ///
    /// @param name what it tells
    /// @param text empty where it was not asked for
    /// @param next is it the one to ask for?
    public record Rung(int number, String name, Optional<Content> text, boolean next) {}

    /// @param texts by what they are: the definition, and what is asked for beside it
    /// @param all where it stands beside the others; empty where the answer is no machine
    public record Solution(SequencedMap<String, String> texts, String all, Content after) {

        static Solution of(Page page, Exercise exercise, Content after) {
            return new Solution(switch (exercise.kind()) {
                case BUILD, FIX, HUNT, REFACTOR -> work(page, exercise);
                case PREDICT, DECIDE -> new LinkedHashMap<>(Map.of(page.text("answers.questions"), answers(page, exercise)));
                case TESTS -> new LinkedHashMap<>(Map.of(page.text("answers.tests"), Submission.of(exercise.reference()).tests().orElseThrow()));
            }, exercise.kind().isMachine() ? Solutions.home(page, exercise) : "", after);
        }

        private static SequencedMap<String, String> work(Page page, Exercise exercise) {
            Work work = Work.of(exercise, exercise.reference());
            var texts = new LinkedHashMap<String, String>();
            texts.put(page.text("bench.definition"), work.definition());
            if (!work.world().isEmpty()) texts.put(Work.named(page, exercise), work.world());
            return texts;
        }

        /// A line a question: what is right, in the words that were to be chosen from.
        private static String answers(Page page, Exercise exercise) {
            return IntStream.range(0, exercise.questions().size()).mapToObj(i -> {
                Exercise.Question question = exercise.questions().get(i);
                return (i + 1) + ". " + question.options().stream().filter(option -> Json.of(option.id()).equals(question.answer())).findFirst()
                        .map(option -> option.text().in(page.language().tag()).replace("`", "")).orElseGet(question.answer()::toString);
            }).collect(Collectors.joining("\n"));
        }
    }

    /// The level of the heading that the texts stand under.
    private static final int BELOW = 3;

    /// @param taken how many rungs the learner has asked for
    public static LadderView of(Page page, Exercise exercise, int taken, boolean passed) {
        Exercise.Statement statement = exercise.in(page.language().tag());
        List<Rung> rungs = IntStream.rangeClosed(1, statement.hints().size()).mapToObj(rung -> new Rung(rung, page.text("exercise.hint." + rung),
                rung <= taken ? Optional.of(Markdown.content(statement.hints().get(rung - 1), BELOW)) : Optional.empty(), rung == taken + 1)).toList();
        return new LadderView(HeadView.address(page, exercise.slug()) + "/help", rungs, taken >= Help.SOLUTION || passed
                ? Optional.of(Solution.of(page, exercise, Markdown.content(statement.after(), BELOW))) : Optional.empty());
    }
}
