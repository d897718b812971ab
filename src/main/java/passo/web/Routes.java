package passo.web;

import io.javalin.config.RoutesConfig;
import passo.store.Database;

/// The table of contents: every address Passo answers, one line each.
final class Routes {

    private final Database database;

    Routes(Database database) {
        this.database = database;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health", ctx -> ctx.status(database.answers() ? 200 : 503).result("ok"));
    }
}
