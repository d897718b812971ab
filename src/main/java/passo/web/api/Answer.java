package passo.web.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import passo.json.Json;

/// How an answer is sent.
final class Answer {

    private Answer() {}

    static void send(Context ctx, int status, Json json) {
        ctx.status(status).contentType("application/json").result(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// AWS's own refusal.
    static Json.Obj apiError(String code, String message) {
        return Json.Obj.of("apiError", Json.Obj.of("code", Json.of(code), "message", Json.of(message)));
    }
}
