package passo.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import passo.diagram.LayoutCache;
import passo.lab.notes.Resources;
import passo.store.Aliases;
import passo.store.Answers;
import passo.store.Attempts;
import passo.store.Belongings;
import passo.store.Database;
import passo.store.Drafts;
import passo.store.Executions;
import passo.store.Expectations;
import passo.store.Helps;
import passo.store.Machines;
import passo.store.Monitors;
import passo.store.Notebooks;
import passo.store.Plans;
import passo.store.Recoveries;
import passo.store.Revisions;
import passo.store.Secrets;
import passo.store.Versions;
import passo.store.Workflows;
import passo.study.Questions;
import passo.web.answers.AnswersHandler;
import passo.web.answers.RunSheets;
import passo.web.api.ConvertHandler;
import passo.web.api.ExercisesHandler;
import passo.web.api.FaultsHandler;
import passo.web.api.HelpHandler;
import passo.web.api.ProgressHandler;
import passo.web.api.QuestionsHandler;
import passo.web.api.RunHandler;
import passo.web.api.TestStateHandler;
import passo.web.api.ValidateHandler;
import passo.web.api.WorkflowsHandler;
import passo.web.console.Console;
import passo.web.console.MachineHandler;
import passo.web.console.MachineSheets;
import passo.web.console.MachinesHandler;
import passo.web.console.ReleasesHandler;
import passo.web.console.RevisionsHandler;
import passo.web.conversion.ConversionHandler;
import passo.web.coverage.CoverageHandler;
import passo.web.deliverable.Collecting;
import passo.web.deliverable.DeliverableHandler;
import passo.web.deliverable.Reports;
import passo.web.drawing.DiagramHandler;
import passo.web.editor.EditorHandler;
import passo.web.executions.DecisionHandler;
import passo.web.executions.Desk;
import passo.web.executions.ExecutionSheets;
import passo.web.executions.InboxHandler;
import passo.web.executions.MonitorHandler;
import passo.web.executions.StartHandler;
import passo.web.exercise.CounterSheets;
import passo.web.exercise.ExerciseHandler;
import passo.web.exercise.Exercises;
import passo.web.exercise.TestSheets;
import passo.web.explain.ExplainHandler;
import passo.web.explain.WhatIfHandler;
import passo.web.learn.Learning;
import passo.web.learn.MapHandler;
import passo.web.learn.OnCallHandler;
import passo.web.learn.PlacementHandler;
import passo.web.me.MeHandler;
import passo.web.me.Recovery;
import passo.web.me.Tries;
import passo.web.notebook.Notebook;
import passo.web.notebook.NotebookHandler;
import passo.web.notes.NoteSheets;
import passo.web.notes.NotesHandler;
import passo.web.notes.ResourcesHandler;
import passo.web.playground.ExampleSheets;
import passo.web.playground.Playground;
import passo.web.playground.PlaygroundHandler;
import passo.web.playground.Sheets;
import passo.web.reference.Doors;
import passo.web.reference.IndexHandler;
import passo.web.reference.ReferenceSheets;
import passo.web.reference.TopicHandler;
import passo.web.share.GalleryHandler;
import passo.web.share.ShareHandler;
import passo.web.share.Sharing;
import passo.web.share.WorkflowSheets;
import passo.web.solutions.SolutionSheets;
import passo.web.solutions.SolutionsHandler;
import passo.web.study.PracticeHandler;
import passo.web.study.ProofSheets;
import passo.web.trace.Looking;
import passo.web.trace.ViewHandler;
import passo.web.watch.FaultMatrixHandler;
import passo.web.world.WorldHandler;

/// The table of contents: every address Passo answers, one line each.
final class Routes {

    /// A run that is played is looked at many times a second.
    private static final int LOOKS_A_RUN = 6;
    private static final int LINKS_AN_HOUR = 60;
    private static final int PHRASES_A_LEARNER = 10;
    /// A whole school may come from one address.
    private static final int PHRASES_AN_ADDRESS = 100;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final Errors errors;
    private final HealthHandler health;
    private final DraftHandler saveDraft;
    private final RunHandler run;
    private final TestStateHandler testState;
    private final ConvertHandler convert;
    private final ExercisesHandler exercises;
    private final ProgressHandler progress;
    private final MapHandler map;
    private final PlacementHandler placement;
    private final OnCallHandler onCall;
    private final HelpHandler help;
    private final ExerciseHandler exercise;
    private final NotebookHandler notebook;
    private final DeliverableHandler deliverable;
    private final AnswersHandler answers;
    private final TestSheets tests;
    private final SolutionsHandler solutions;
    private final SolutionSheets solutionSheets;
    private final Sheets counterExamples;
    private final Sheets runs;
    private final FaultsHandler faults;
    private final WorkflowsHandler workflows;
    private final WorkflowSheets shared;
    private final ShareHandler share;
    private final GalleryHandler gallery;
    private final FaultMatrixHandler faultMatrix;
    private final ValidateHandler validate = new ValidateHandler();
    private final Playground playground;
    private final Sheets examples;
    private final ViewHandler views;
    private final WhatIfHandler whatIf;
    private final ExplainHandler explain;
    private final EditorHandler editor;
    private final DiagramHandler diagram;
    private final ConversionHandler conversion;
    private final WorldHandler world;

    private final MachinesHandler machines;
    private final MachineHandler machine;
    private final RevisionsHandler revisions;
    private final ReleasesHandler releases;
    private final Sheets machineSheets;
    private final Desk desk;
    private final CoverageHandler coverage;
    private final MeHandler me;
    private final NotesHandler notes;
    private final Sheets noteSheets;
    private final ResourcesHandler resources;
    private final IndexHandler reference;
    private final TopicHandler topic;
    private final Sheets referenceSheets;
    private final PracticeHandler practice;
    private final QuestionsHandler questionList;
    private final Sheets proofs;

    Routes(Settings settings, Database database, Library library, Pages pages) {
        var secrets = new Secrets(database);
        var learners = new Learners(secrets.key("learner-cookie"));
        var drafts = new Drafts(database);
        var capacity = new Capacity(learners);
        var rate = new RateLimit(settings.runsPerSecond(), Duration.ofSeconds(1), "runs a second", learners, System::nanoTime);
        var sharing = new Sharing(new RateLimit(LINKS_AN_HOUR, Duration.ofHours(1), "links an hour", learners, System::nanoTime), new Workflows(database));
        errors = new Errors(pages);
        health = new HealthHandler(database);
        saveDraft = new DraftHandler(learners, drafts);
        run = new RunHandler(rate, capacity);
        testState = new TestStateHandler(rate, capacity);
        convert = new ConvertHandler(rate, capacity);
        faults = new FaultsHandler(rate, capacity);
        var curriculum = library.curriculum();
        var expectations = new Expectations(database);
        expectations.load(curriculum.get());
        var attempts = new Attempts(database);
        var helps = new Helps(database);
        var shipped = library.examples();
        var written = library.notes();
        var topics = library.reference();
        var learning = new Exercises(curriculum, topics, expectations, attempts, helps, learners, rate, capacity, new ConcurrentHashMap<>());
        exercises = new ExercisesHandler(learning);
        var progressing = new Learning(curriculum, attempts, new Plans(database), learners);
        progress = new ProgressHandler(progressing);
        map = new MapHandler(progressing, pages);
        placement = new PlacementHandler(progressing, pages);
        onCall = new OnCallHandler(progressing, helps, pages);
        help = new HelpHandler(learning);
        workflows = new WorkflowsHandler(sharing);
        shared = new WorkflowSheets(sharing);
        share = new ShareHandler(sharing, pages);
        faultMatrix = new FaultMatrixHandler(rate, capacity, pages);
        var diagrams = new LayoutCache(100, System::nanoTime);
        var looks = new RateLimit(LOOKS_A_RUN * settings.runsPerSecond(), Duration.ofSeconds(1), "looks a second", learners, System::nanoTime);
        var looking = new Looking(diagrams, looks, capacity, pages);
        var tabs = Views.tabs(pages);
        playground = new Playground(shipped, learners, drafts, rate, looking, tabs);
        gallery = new GalleryHandler(shipped, diagrams, pages);
        examples = new ExampleSheets(shipped, learners, drafts);
        var noted = new Notebook(new Notebooks(database), learners);
        notebook = new NotebookHandler(curriculum, noted, pages);
        deliverable = new DeliverableHandler(new Collecting(learning, progressing, drafts, noted, diagrams, new Reports()), pages);
        exercise = new ExerciseHandler(learning, drafts, noted, diagrams, pages);
        answers = new AnswersHandler(learning, noted, diagrams, pages);
        tests = new TestSheets(learning, drafts);
        solutions = new SolutionsHandler(learning, pages);
        solutionSheets = new SolutionSheets(learning);
        counterExamples = new CounterSheets(learning, tests);
        runs = new RunSheets(learning);
        views = new ViewHandler(tabs, looking);
        whatIf = new WhatIfHandler(looking);
        explain = new ExplainHandler(looking);
        editor = new EditorHandler(rate, capacity, pages);
        diagram = new DiagramHandler(looking);
        conversion = new ConversionHandler(rate, capacity, pages);
        world = new WorldHandler(rate, capacity, pages);
        var console = new Console(learners, database, playground.examples(), pages);
        machines = new MachinesHandler(console);
        machine = new MachineHandler(console);
        revisions = new RevisionsHandler(console);
        releases = new ReleasesHandler(console);
        machineSheets = new MachineSheets(console);
        desk = new Desk(learners, new Machines(database), new Revisions(database), new Versions(database), new Aliases(database),
                new Executions(database), new Monitors(database), rate, capacity, pages);
        notes = new NotesHandler(written, curriculum, shipped, attempts, learners, pages);
        noteSheets = new NoteSheets(written);
        resources = new ResourcesHandler(Resources.source(settings.development()), Clock.systemDefaultZone(), pages);
        reference = new IndexHandler(topics, pages);
        topic = new TopicHandler(topics, new Doors(curriculum, written, attempts, learners), rate, capacity, pages);
        referenceSheets = new ReferenceSheets(topics);
        var questions = Questions.source(settings.development(), curriculum);
        practice = new PracticeHandler(questions, curriculum, new Answers(database), learners, rate, Clock.systemUTC(), pages);
        proofs = new ProofSheets(questions);
        questionList = new QuestionsHandler(questions);
        var tries = new Tries(new RateLimit(PHRASES_A_LEARNER, A_WHILE, "phrases in ten minutes", learners, System::nanoTime),
                new RateLimit(PHRASES_AN_ADDRESS, A_WHILE, "phrases in ten minutes", learners, System::nanoTime));
        me = new MeHandler(learners, new Belongings(database), new Recovery(new Recoveries(database), secrets.key("recovery-phrase"), tries), pages);
        coverage = new CoverageHandler(learners, desk.machines(), desk.revisions(), desk.executions(), rate, capacity, pages);
    }

    void addTo(RoutesConfig routes) {
        routes.before(Headers::add);
        routes.before(SameOrigin::guard);
        routes.before(Language::remember);
        routes.exception(HttpResponseException.class, errors::refuse);
        routes.exception(Exception.class, errors::apologise);

        routes.get("/health", health::handle);
        routes.get("/favicon.ico", ctx -> ctx.redirect("/static/favicon.svg"));
        routes.post("/drafts/{name}", saveDraft::handle);

        routes.get("/api/v1/openapi.yaml", ctx -> ctx.contentType("application/yaml").result(Routes.class.getResourceAsStream("/openapi.yaml")));
        routes.post("/api/v1/run", run::handle);
        routes.post("/api/v1/validate", validate::handle);
        routes.post("/api/v1/test-state", testState::handle);
        routes.post("/api/v1/convert", convert::handle);
        routes.post("/api/v1/faults", faults::handle);
        routes.get("/api/v1/exercises", exercises::list);
        routes.get("/api/v1/exercises/{slug}", exercises::one);
        routes.post("/api/v1/exercises/{slug}/attempts", exercises::attempt);
        routes.post("/api/v1/exercises/{slug}/help", help::take);
        routes.get("/api/v1/progress", progress::read);
        routes.get("/api/v1/questions", questionList::list);
        routes.get("/api/v1/deliverable", deliverable::all);
        routes.post("/api/v1/workflows", workflows::create);
        routes.get("/api/v1/workflows/{id}", workflows::read);
        page(routes, "/", new PlaygroundHandler(playground, examples)::open);
        playground(routes, "/examples/{slug}", examples);
        playground(routes, "/w/{id}", shared);
        page(routes, "/gallery", gallery::handle);
        me(routes);
        page(routes, "/learn", map::open);
        page(routes, "/learn/placement", placement::open);
        action(routes, "/learn/path", map::path);
        action(routes, "/learn/goal", map::goal);
        action(routes, "/learn/skip", map::skip);
        action(routes, "/learn/unskip", map::unskip);
        page(routes, "/learn/deliverable", deliverable::open);
        action(routes, "/learn/deliverable", deliverable::make);
        action(routes, "/learn/deliverable/preview", deliverable::preview);
        action(routes, "/learn/deliverable/note", notebook::general);
        page(routes, "/learn/notes", notes::handle);
        playground(routes, "/learn/notes/{id}", noteSheets);
        page(routes, "/learn/resources", resources::handle);
        page(routes, "/learn/on-call", onCall::open);
        page(routes, "/learn/reference", reference::handle);
        page(routes, "/learn/reference/{topic}", topic::open);
        action(routes, "/learn/reference/{topic}", topic::run);
        playground(routes, "/learn/reference/{topic}/{example}", referenceSheets);
        page(routes, "/study", practice::home);
        page(routes, "/study/practice", practice::next);
        page(routes, "/study/questions/{id}", practice::open);
        action(routes, "/study/questions/{id}", practice::answer);
        playground(routes, "/study/questions/{id}/runs/{number}", proofs);
        exercises(routes, "/exercises/{slug}");
        executions(routes, "/console/machines/{id}");
        action(routes, "/share", share::offer);
        action(routes, "/share/link", share::link);
        action(routes, "/views/{name}", views::handle);
        action(routes, "/views/explain/what-if", whatIf::handle);
        action(routes, "/editor/explain", explain::handle);
        action(routes, "/editor/problems", editor::problems);
        action(routes, "/editor/completions", editor::completions);
        action(routes, "/editor/convert", conversion::handle);
        action(routes, "/editor/faults", faultMatrix::handle);
        action(routes, "/editor/diagram", diagram::handle);
        action(routes, "/editor/rewrite", editor::rewrite);
        action(routes, "/editor/rename", editor::rename);
        action(routes, "/world/show", world::show);
        action(routes, "/world/set", world::set);
        action(routes, "/world/add", world::add);
        action(routes, "/world/remove", world::remove);
        action(routes, "/world/rename", world::rename);
        action(routes, "/world/describe", world::describe);
        action(routes, "/world/test", world::test);
        page(routes, "/console", machines::list);
        page(routes, "/console/new", machines::blank);
        page(routes, "/console/machines", machines::blank);
        action(routes, "/console/machines", machines::create);
        page(routes, "/console/machines/{id}", machine::show);
        playground(routes, "/console/machines/{id}/edit", machineSheets);
        form(routes, "/console/machines/{id}/draft", machine::keep);
        form(routes, "/console/machines/{id}/name", machine::rename);
        form(routes, "/console/machines/{id}/settings", machine::configure);
        form(routes, "/console/machines/{id}/copy", machine::copy);
        form(routes, "/console/machines/{id}/delete", machine::remove);
        form(routes, "/console/machines/{id}/restore", machines::bringBack);
        form(routes, "/console/machines/{id}/revisions", revisions::save);
        page(routes, "/console/machines/{id}/compare", revisions::compare);
        form(routes, "/console/machines/{id}/revisions/{number}/restore", revisions::restore);
        page(routes, "/console/machines/{id}/revisions/{number}/definition", revisions::download);
        form(routes, "/console/machines/{id}/versions", releases::publish);
        form(routes, "/console/machines/{id}/versions/{number}/delete", releases::deleteVersion);
        form(routes, "/console/machines/{id}/aliases", releases::createAlias);
        form(routes, "/console/machines/{id}/aliases/{alias}", releases::updateAlias);
        form(routes, "/console/machines/{id}/aliases/{alias}/delete", releases::deleteAlias);
    }

    /// The playground on one kind of sheet.
    private void playground(RoutesConfig routes, String path, Sheets sheets) {
        var handler = new PlaygroundHandler(playground, sheets);
        page(routes, path, handler::open);
        action(routes, path, handler::run);
        action(routes, path + "/decisions", handler::decide);
        action(routes, path + "/try", handler::attempt);
        action(routes, path + "/reset", handler::reset);
    }

    /// An exercise, its tests as runs, and the attempts at it.
    private void exercises(RoutesConfig routes, String path) {
        page(routes, path, answers.openOr(exercise::open));
        action(routes, path, answers.submitOr(exercise::submit));
        playground(routes, path + "/runs/{number}", runs);
        action(routes, path + "/help", exercise::help);
        action(routes, path + "/reset", exercise::reset);
        action(routes, path + "/note", notebook::exercise);
        page(routes, path + "/attempts/{id}", answers.attemptOr(exercise::attempt));
        action(routes, path + "/attempts/{id}", exercise::resume);
        page(routes, path + "/solutions", solutions::open);
        playground(routes, path + "/solutions/{name}", solutionSheets);
        playground(routes, path + "/tests/{test}", tests);
        playground(routes, path + "/examples/{test}", counterExamples);
    }

    /// What is kept of a learner. Who reloads what came of a form, or asks for it in the other language, comes to the page.
    private void me(RoutesConfig routes) {
        page(routes, "/me", me::open);
        page(routes, "/me/export", me::export);
        page(routes, "/me/delete", me::consider);
        action(routes, "/me/delete", me::delete);
        for (String form : List.of("/me/phrase", "/me/enter", "/me/import")) page(routes, form, me::back);
        action(routes, "/me/phrase", me::phrase);
        action(routes, "/me/enter", me::enter);
        action(routes, "/me/import", me::bring);
    }

    /// The executions of a machine, and what asks for answers in those of all machines.
    private void executions(RoutesConfig routes, String machine) {
        var start = new StartHandler(desk);
        var monitor = new MonitorHandler(desk);
        var trace = new PlaygroundHandler(playground, new ExecutionSheets(desk));
        page(routes, "/console/inbox", new InboxHandler(desk)::open);
        page(routes, machine + "/start", start::open);
        action(routes, machine + "/start", start::start);
        action(routes, machine + "/time", monitor::pass);
        action(routes, machine + "/alarms", monitor::alarm);
        page(routes, machine + "/executions", monitor::open);
        page(routes, machine + "/coverage", coverage::open);
        page(routes, machine + "/executions/{name}", trace::open);
        action(routes, machine + "/executions/{name}", trace::run);
        action(routes, machine + "/executions/{name}/decisions", new DecisionHandler(desk)::decide);
        action(routes, machine + "/executions/{name}/try", trace::attempt);
        action(routes, machine + "/executions/{name}/reset", trace::reset);
    }

    /// What a form of a machine's page is sent to. Where it is refused, the answer is that page; who reloads it comes back there.
    private void form(RoutesConfig routes, String path, Handler handler) {
        action(routes, path, handler);
        page(routes, path, machine::back);
    }

    /// A page has an address without a language, and one in each.
    private static void page(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        for (var language : Language.values()) routes.get("/" + language.tag() + path, handler);
    }

    /// What a page of ours asks for has an address in each language.
    private static void action(RoutesConfig routes, String path, Handler handler) {
        for (var language : Language.values()) routes.post("/" + language.tag() + path, handler);
    }
}
