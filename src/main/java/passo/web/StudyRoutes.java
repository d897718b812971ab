package passo.web;

import passo.store.Mocks;
import passo.web.api.QuestionsHandler;
import passo.web.study.HomeHandler;
import passo.web.study.MockHandler;
import passo.web.study.PracticeHandler;
import passo.web.study.ProofSheets;
import passo.web.study.ReviewHandler;

/// The study for the exams.
final class StudyRoutes {

    private StudyRoutes() {}

    static void add(Paths paths, Shared shared) {
        Library library = shared.library();
        var studying = shared.studying();
        paths.routes().get("/api/v1/questions", new QuestionsHandler(library.questions())::list);
        var mocks = new Mocks(shared.database());
        paths.page("/study", new HomeHandler(studying, mocks, shared.pages())::open);
        var practice = new PracticeHandler(studying, shared.rate(), shared.pages());
        paths.page("/study/practice", practice::next);
        paths.page("/study/questions/{id}", practice::open);
        paths.action("/study/questions/{id}", practice::answer);
        var review = new ReviewHandler(studying, shared.rate(), shared.pages());
        paths.page("/study/review", review::next);
        paths.form("/study/questions/{id}/review", review::question, practice::open);
        paths.page("/study/predictions/{slug}", review::prediction);
        paths.action("/study/predictions/{slug}", review::predicted);
        paths.playground("/study/questions/{id}/runs/{number}", new ProofSheets(library.questions()));
        var mock = new MockHandler(studying, mocks, shared.rate(), shared.pages());
        paths.form("/study/mocks", mock::begin, mock::back);
        paths.page("/study/mocks/{id}", mock::open);
        paths.action("/study/mocks/{id}", mock::handIn);
        paths.page("/study/mocks/{id}/{number}", mock::question);
        paths.action("/study/mocks/{id}/{number}", mock::answer);
    }
}
