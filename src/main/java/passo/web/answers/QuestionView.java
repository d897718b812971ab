package passo.web.answers;

import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.lab.exercise.Exercise.Question;
import passo.lab.exercise.Words;
import passo.lab.grading.Answered;
import passo.web.Page;
import passo.web.parts.Sentence;

/// A question, and what the learner answered last. Printed by `answers/question.jte`.
///
/// @param name of its field
/// @param status `ok`, `fail`, or empty where nothing was answered yet
/// @param typed what stands in the field; the options are empty then
/// @param form what is to be typed: `text`, `number` or `json`
/// @param says of the answer
public record QuestionView(int number, String name, Sentence text, String status, List<OptionView> options, String typed, String form, Sentence says) {

    public record OptionView(String id, Sentence text, boolean chosen) {}

    static QuestionView of(Page page, int number, Answered answered) {
        Question question = answered.question();
        String given = answered.given().map(Typed::text).orElse("");
        return new QuestionView(number, Typed.field(question), said(page, question.text()), answered.given().isEmpty() ? "" : answered.right() ? "ok" : "fail",
                question.options().stream().map(option -> new OptionView(option.id(), said(page, option.text()), option.id().equals(given))).toList(), given,
                form(question.answer()), says(page, answered));
    }

    public boolean isAnswered() {
        return !status.isEmpty();
    }

    /// Does the option that was chosen say that it is right? Then its own words are all there is to add.
    public boolean isToldByItsOption() {
        return status.equals("ok") && !options.isEmpty() && !says.parts().isEmpty();
    }

    /// The words for just this answer; where there are none, what can be said of any.
    private static Sentence says(Page page, Answered answered) {
        if (answered.given().isEmpty()) return Sentence.NONE;
        Optional<Sentence> own = answered.says().map(words -> said(page, words));
        if (answered.right()) return own.orElse(Sentence.NONE);
        boolean unread = answered.question().options().isEmpty() && answered.given().get() instanceof Json.Str
                && !(answered.question().answer() instanceof Json.Str);
        return own.orElseGet(() -> Sentence.of(page, unread ? "answers.unread." + form(answered.question().answer()) : "answers.wrong"));
    }

    private static String form(Json answer) {
        return switch (answer) {
            case Json.Str _ -> "text";
            case Json.Num _ -> "number";
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> "json";
        };
    }

    private static Sentence said(Page page, Words words) {
        return Sentence.marked(words.in(page.language().tag()));
    }
}
