package passo.web;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import passo.store.Database;

/// Says that this server is ready: it listens, and its database answers.
final class HealthHandler {

    private final Database database;

    HealthHandler(Database database) {
        this.database = database;
    }

    void handle(Context ctx) {
        if (!database.answers()) throw new ServiceUnavailableResponse("The database does not answer");
        ctx.result("ok");
    }
}
