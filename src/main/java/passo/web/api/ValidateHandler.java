package passo.web.api;

import io.javalin.http.Context;
import java.util.List;
import passo.asl.Diagnostic;
import passo.asl.Diagnostic.Severity;
import passo.json.Json;

/// `POST /api/v1/validate`: what is wrong with a definition. AWS, ValidateStateMachineDefinition.
public final class ValidateHandler {

    private static final List<String> MEMBERS = List.of("definition", "type", "severity", "maxResults");
    private static final int MOST = 100;

    public void handle(Context ctx) {
        var body = Body.of(ctx, MEMBERS);
        var all = body.definition(body.type()).diagnostics();
        var asked = body.text("severity", "ERROR").equals("WARNING") ? all : all.stream().filter(ValidateHandler::isError).toList();
        var shown = asked.stream().limit(Math.clamp(body.number("maxResults", MOST), 1, MOST)).toList();
        Answer.send(ctx, 200, Json.Obj.builder()
                .put("result", all.stream().anyMatch(ValidateHandler::isError) ? "FAIL" : "OK")
                .put("diagnostics", Diagnostics.of(shown))
                .put("truncated", shown.size() < asked.size())
                .build());
    }

    private static boolean isError(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.ERROR;
    }
}
