package passo.web;

import java.time.Clock;
import passo.store.Answers;
import passo.web.api.QuestionsHandler;
import passo.web.study.PracticeHandler;
import passo.web.study.ProofSheets;

/// The study for the exams.
final class StudyRoutes {

    private StudyRoutes() {}

    static void add(Paths paths, Shared shared) {
        Library library = shared.library();
        paths.routes().get("/api/v1/questions", new QuestionsHandler(library.questions())::list);
        var practice = new PracticeHandler(library.questions(), library.curriculum(), new Answers(shared.database()), shared.learners(), shared.rate(), Clock.systemUTC(),
                shared.pages());
        paths.page("/study", practice::home);
        paths.page("/study/practice", practice::next);
        paths.page("/study/questions/{id}", practice::open);
        paths.action("/study/questions/{id}", practice::answer);
        paths.form("/study/questions/{id}/review", practice::review, practice::open);
        paths.playground("/study/questions/{id}/runs/{number}", new ProofSheets(library.questions()));
    }
}
