package passo.web.api;

import io.javalin.http.Context;
import passo.json.Json;
import passo.json.JsonText;

/// How an answer is sent: piece by piece, for its text may be many megabytes.
final class Answer {

    private Answer() {}

    static void send(Context ctx, int status, Json json) {
        ctx.status(status).contentType("application/json");
        JsonText.print(json, ctx.outputStream());
    }

    /// AWS's own refusal.
    static Json.Obj apiError(String code, String message) {
        return Json.Obj.of("apiError", Json.Obj.of("code", Json.of(code), "message", Json.of(message)));
    }
}
