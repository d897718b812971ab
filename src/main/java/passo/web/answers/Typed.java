package passo.web.answers;

import io.javalin.http.Context;
import java.util.Optional;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Exercise.Question;
import passo.web.parts.Form;

/// What a learner answered, as the form of the questions has it.
final class Typed {

    private static final int LONGEST = 4000;

    private Typed() {}

    /// The name of the field of a question.
    static String field(Question question) {
        return "answer." + question.id();
    }

    /// `{answers: {…}}`: of each question that was answered, by its id.
    static Json.Obj read(Context ctx, Exercise exercise) {
        var answers = Json.Obj.builder();
        for (Question question : exercise.questions()) {
            String text = Form.field(ctx, field(question), LONGEST).strip();
            if (!text.isEmpty()) answers.put(question.id(), value(question, text));
        }
        return Json.Obj.of("answers", answers.build());
    }

    /// What a text stands for: of a question that asks for a text it is that, with or without quotation marks; a number may have a decimal
    /// comma. A text that is not what is asked for stays a text.
    static Json value(Question question, String text) {
        if (!question.options().isEmpty()) return Json.of(text);
        Optional<Json> json = JsonText.read(text) instanceof JsonText.Reading.Value(var value, _) ? Optional.of(value) : Optional.empty();
        return switch (question.answer()) {
            case Json.Str _ -> json.filter(Json.Str.class::isInstance).orElse(Json.of(text));
            case Json.Num _ -> JsonText.read(text.replace(',', '.')) instanceof JsonText.Reading.Value(Json.Num number, _) ? number : Json.of(text);
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> json.orElse(Json.of(text));
        };
    }

    /// The text that stands in the field for an answer.
    static String text(Json answer) {
        return answer instanceof Json.Str(var text) ? text : answer.toString();
    }
}
