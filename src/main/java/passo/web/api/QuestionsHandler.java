package passo.web.api;

import io.javalin.http.Context;
import java.util.function.Supplier;
import passo.json.Json;
import passo.study.Question;
import passo.study.Questions;

/// `/api/v1/questions`: what the bank asks about. Which options are right is not told here.
public final class QuestionsHandler {

    private final Supplier<Questions> questions;

    public QuestionsHandler(Supplier<Questions> questions) {
        this.questions = questions;
    }

    public void list(Context ctx) {
        Answer.send(ctx, 200, new Json.Arr(questions.get().all().stream().map(QuestionsHandler::question).toList()));
    }

    private static Json question(Question question) {
        return Json.Obj.builder().put("id", question.id()).put("topic", question.topic()).put("level", question.level())
                .put("exams", new Json.Arr(question.exams().keySet().stream().sorted().<Json>map(Json::of).toList())).put("kind", question.kind().tag()).build();
    }
}
