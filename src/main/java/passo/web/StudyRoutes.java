package passo.web;

import java.time.Clock;
import passo.store.Answers;
import passo.store.Mocks;
import passo.web.api.QuestionsHandler;
import passo.web.study.HomeHandler;
import passo.web.study.MockHandler;
import passo.web.study.PracticeHandler;
import passo.web.study.ProofSheets;
import passo.web.study.Studying;

/// The study for the exams.
final class StudyRoutes {

    private StudyRoutes() {}

    static void add(Paths paths, Shared shared) {
        Library library = shared.library();
        var studying = new Studying(library.questions(), new Answers(shared.database()), shared.learners(), Clock.systemUTC());
        paths.routes().get("/api/v1/questions", new QuestionsHandler(library.questions())::list);
        var mocks = new Mocks(shared.database());
        paths.page("/study", new HomeHandler(studying, mocks, shared.pages())::open);
        var practice = new PracticeHandler(studying, library.curriculum(), shared.rate(), shared.pages());
        paths.page("/study/practice", practice::next);
        paths.page("/study/questions/{id}", practice::open);
        paths.action("/study/questions/{id}", practice::answer);
        paths.form("/study/questions/{id}/review", practice::review, practice::open);
        paths.playground("/study/questions/{id}/runs/{number}", new ProofSheets(library.questions()));
        var mock = new MockHandler(studying, mocks, library.curriculum(), shared.rate(), shared.pages());
        paths.form("/study/mocks", mock::begin, mock::back);
        paths.page("/study/mocks/{id}", mock::open);
        paths.action("/study/mocks/{id}", mock::handIn);
        paths.page("/study/mocks/{id}/{number}", mock::question);
        paths.action("/study/mocks/{id}/{number}", mock::answer);
    }
}
