package passo.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import passo.store.Database;

/// The table of contents: what holds of every address that Passo answers, and who adds them, room by room.
final class Routes {

    private Routes() {}

    static void add(RoutesConfig routes, Settings settings, Database database, Library library, Pages pages) {
        var errors = new Errors(pages);
        routes.before(Headers::add);
        routes.before(SameOrigin::guard);
        routes.before(Language::remember);
        routes.exception(HttpResponseException.class, errors::refuse);
        routes.exception(Exception.class, errors::apologise);

        routes.get("/health", new HealthHandler(database)::handle);
        routes.get("/favicon.ico", ctx -> ctx.redirect("/static/favicon.svg"));
        routes.get("/api/v1/openapi.yaml", ctx -> ctx.contentType("application/yaml").result(Routes.class.getResourceAsStream("/openapi.yaml")));

        var shared = Shared.of(settings, database, library, pages);
        var paths = new Paths(routes, shared.playground());
        PlaygroundRoutes.add(paths, shared);
        LearnRoutes.add(paths, shared);
        StudyRoutes.add(paths, shared);
        ConsoleRoutes.add(paths, shared);
        MeRoutes.add(paths, shared);
        DoorRoutes.add(paths, shared);
        SchoolRoutes.add(paths, shared, errors);
    }
}
