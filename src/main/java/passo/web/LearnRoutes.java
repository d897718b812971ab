package passo.web;

import java.time.Clock;
import passo.lab.notes.Resources;
import passo.store.Attempts;
import passo.store.Notebooks;
import passo.store.Plans;
import passo.web.answers.AnswersHandler;
import passo.web.answers.RunSheets;
import passo.web.api.ExercisesHandler;
import passo.web.api.HelpHandler;
import passo.web.api.ProgressHandler;
import passo.web.deliverable.Collecting;
import passo.web.deliverable.DeliverableHandler;
import passo.web.deliverable.Reports;
import passo.web.exercise.CounterSheets;
import passo.web.exercise.ExerciseHandler;
import passo.web.exercise.Exercises;
import passo.web.exercise.TestSheets;
import passo.web.learn.Learning;
import passo.web.learn.MapHandler;
import passo.web.learn.OnCallHandler;
import passo.web.learn.PlacementHandler;
import passo.web.notebook.Notebook;
import passo.web.notebook.NotebookHandler;
import passo.web.notes.NoteSheets;
import passo.web.notes.NotesHandler;
import passo.web.notes.ResourcesHandler;
import passo.web.reference.Doors;
import passo.web.reference.IndexHandler;
import passo.web.reference.ReferenceSheets;
import passo.web.reference.TopicHandler;
import passo.web.solutions.SolutionSheets;
import passo.web.solutions.SolutionsHandler;

/// What there is to learn: the map, the exercises, what one reads beside them, and what one takes home.
final class LearnRoutes {

    private LearnRoutes() {}

    static void add(Paths paths, Shared shared) {
        Library library = shared.library();
        var database = shared.database();
        var attempts = new Attempts(database);
        var exercises = shared.exercises();
        var learning = new Learning(library.curriculum(), attempts, new Plans(database), shared.learners());
        var notebook = new Notebook(new Notebooks(database), shared.learners());
        map(paths, shared, learning);
        exercises(paths, shared, exercises, notebook);
        deliverable(paths, shared, new Collecting(exercises, learning, shared.drafts(), notebook, shared.diagrams(), new Reports()));
        notebook(paths, shared, notebook);
        reading(paths, shared, attempts);
    }

    private static void map(Paths paths, Shared shared, Learning learning) {
        paths.routes().get("/api/v1/progress", new ProgressHandler(learning)::read);
        var map = new MapHandler(learning, shared.studying(), SchoolRoutes.asking(shared), shared.pages());
        paths.page("/learn", map::open);
        paths.action("/learn/path", map::path);
        paths.action("/learn/goal", map::goal);
        paths.action("/learn/skip", map::skip);
        paths.action("/learn/unskip", map::unskip);
        paths.page("/learn/placement", new PlacementHandler(learning, shared.pages())::open);
    }

    /// The exercises, their tests as runs, and the attempts at them.
    private static void exercises(Paths paths, Shared shared, Exercises exercises, Notebook notebook) {
        var api = new ExercisesHandler(exercises);
        paths.routes().get("/api/v1/exercises", api::list);
        paths.routes().get("/api/v1/exercises/{slug}", api::one);
        paths.routes().post("/api/v1/exercises/{slug}/attempts", api::attempt);
        paths.routes().post("/api/v1/exercises/{slug}/help", new HelpHandler(exercises)::take);

        paths.page("/learn/on-call", new OnCallHandler(exercises, shared.pages())::open);
        var exercise = new ExerciseHandler(exercises, shared.drafts(), notebook, shared.diagrams(), shared.pages());
        var answers = new AnswersHandler(exercises, shared.studying().answers(), notebook, shared.diagrams(), shared.pages());
        paths.page("/exercises/{slug}", answers.openOr(exercise::open));
        paths.action("/exercises/{slug}", answers.submitOr(exercise::submit));
        paths.action("/exercises/{slug}/help", exercise::help);
        paths.action("/exercises/{slug}/reset", exercise::reset);
        paths.page("/exercises/{slug}/attempts/{id}", answers.attemptOr(exercise::attempt));
        paths.action("/exercises/{slug}/attempts/{id}", exercise::resume);
        paths.page("/exercises/{slug}/solutions", new SolutionsHandler(exercises, shared.pages())::open);
        paths.playground("/exercises/{slug}/solutions/{name}", new SolutionSheets(exercises));
        paths.playground("/exercises/{slug}/runs/{number}", new RunSheets(exercises));
        var tests = new TestSheets(exercises, shared.drafts());
        paths.playground("/exercises/{slug}/tests/{test}", tests);
        paths.playground("/exercises/{slug}/examples/{test}", new CounterSheets(exercises, tests));
    }

    private static void deliverable(Paths paths, Shared shared, Collecting collecting) {
        var deliverable = new DeliverableHandler(collecting, shared.pages());
        paths.routes().get("/api/v1/deliverable", deliverable::all);
        paths.page("/learn/deliverable", deliverable::open);
        paths.action("/learn/deliverable", deliverable::make);
        paths.action("/learn/deliverable/preview", deliverable::preview);
    }

    private static void notebook(Paths paths, Shared shared, Notebook notebook) {
        var handler = new NotebookHandler(shared.library().curriculum(), notebook, shared.pages());
        paths.action("/learn/deliverable/note", handler::general);
        paths.action("/exercises/{slug}/note", handler::exercise);
    }

    private static void reading(Paths paths, Shared shared, Attempts attempts) {
        Library library = shared.library();
        paths.page("/learn/notes", new NotesHandler(library.notes(), library.curriculum(), library.examples(), attempts, shared.learners(), shared.pages())::handle);
        paths.playground("/learn/notes/{id}", new NoteSheets(library.notes()));
        paths.page("/learn/resources", new ResourcesHandler(Resources.source(shared.settings().development()), Clock.systemDefaultZone(), shared.pages())::handle);
        paths.page("/learn/reference", new IndexHandler(library.reference(), shared.pages())::handle);
        var topic = new TopicHandler(library.reference(), new Doors(library.curriculum(), library.notes(), attempts, shared.learners()), shared.rate(), shared.capacity(),
                shared.pages());
        paths.page("/learn/reference/{topic}", topic::open);
        paths.action("/learn/reference/{topic}", topic::run);
        paths.playground("/learn/reference/{topic}/{example}", new ReferenceSheets(library.reference()));
    }
}
