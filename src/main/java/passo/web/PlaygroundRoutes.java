package passo.web;

import java.time.Duration;
import passo.store.Workflows;
import passo.web.api.ConvertHandler;
import passo.web.api.FaultsHandler;
import passo.web.api.RunHandler;
import passo.web.api.TestStateHandler;
import passo.web.api.ValidateHandler;
import passo.web.api.WorkflowsHandler;
import passo.web.conversion.ConversionHandler;
import passo.web.drawing.DiagramHandler;
import passo.web.editor.EditorHandler;
import passo.web.explain.ExplainHandler;
import passo.web.explain.WhatIfHandler;
import passo.web.playground.ExampleSheets;
import passo.web.playground.PlaygroundHandler;
import passo.web.share.GalleryHandler;
import passo.web.share.ShareHandler;
import passo.web.share.Sharing;
import passo.web.share.WorkflowSheets;
import passo.web.trace.ViewHandler;
import passo.web.watch.FaultMatrixHandler;
import passo.web.world.WorldHandler;

/// The playground: runs, the editor, the world, what a run is looked at with; the gallery, and workflows that are shared.
final class PlaygroundRoutes {

    private static final int LINKS_AN_HOUR = 60;

    private PlaygroundRoutes() {}

    static void add(Paths paths, Shared shared) {
        RateLimit rate = shared.rate();
        Capacity capacity = shared.capacity();
        Pages pages = shared.pages();
        paths.routes().post("/drafts/{name}", new DraftHandler(shared.learners(), shared.drafts())::handle);
        paths.routes().post("/api/v1/run", new RunHandler(rate, capacity)::handle);
        paths.routes().post("/api/v1/validate", new ValidateHandler()::handle);
        paths.routes().post("/api/v1/test-state", new TestStateHandler(rate, capacity)::handle);
        paths.routes().post("/api/v1/convert", new ConvertHandler(rate, capacity)::handle);
        paths.routes().post("/api/v1/faults", new FaultsHandler(rate, capacity)::handle);

        var examples = new ExampleSheets(shared.library().examples(), shared.learners(), shared.drafts());
        paths.page("/", new PlaygroundHandler(shared.playground(), examples)::open);
        paths.playground("/examples/{slug}", examples);
        paths.page("/gallery", new GalleryHandler(shared.library().examples(), shared.diagrams(), pages)::handle);
        share(paths, shared);

        paths.action("/views/{name}", new ViewHandler(shared.playground().tabs(), shared.looking())::handle);
        paths.action("/views/explain/what-if", new WhatIfHandler(shared.looking())::handle);
        paths.action("/editor/explain", new ExplainHandler(shared.looking())::handle);
        paths.action("/editor/convert", new ConversionHandler(rate, capacity, pages)::handle);
        paths.action("/editor/faults", new FaultMatrixHandler(rate, capacity, pages)::handle);
        paths.action("/editor/diagram", new DiagramHandler(shared.looking())::handle);
        var editor = new EditorHandler(rate, capacity, pages);
        paths.action("/editor/problems", editor::problems);
        paths.action("/editor/completions", editor::completions);
        paths.action("/editor/rewrite", editor::rewrite);
        paths.action("/editor/rename", editor::rename);
        var world = new WorldHandler(rate, capacity, pages);
        paths.action("/world/show", world::show);
        paths.action("/world/set", world::set);
        paths.action("/world/add", world::add);
        paths.action("/world/remove", world::remove);
        paths.action("/world/rename", world::rename);
        paths.action("/world/describe", world::describe);
        paths.action("/world/test", world::test);
    }

    private static void share(Paths paths, Shared shared) {
        var sharing = new Sharing(shared.limit(LINKS_AN_HOUR, Duration.ofHours(1), "links an hour"), new Workflows(shared.database()));
        var workflows = new WorkflowsHandler(sharing);
        paths.routes().post("/api/v1/workflows", workflows::create);
        paths.routes().get("/api/v1/workflows/{id}", workflows::read);
        paths.playground("/w/{id}", new WorkflowSheets(sharing));
        var share = new ShareHandler(sharing, shared.pages());
        paths.action("/share", share::offer);
        paths.action("/share/link", share::link);
    }
}
