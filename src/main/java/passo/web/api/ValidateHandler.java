package passo.web.api;

import io.javalin.http.Context;
import java.util.List;
import passo.asl.advice.Advisor;
import passo.asl.text.Diagnostic;
import passo.asl.text.Diagnostic.Severity;
import passo.json.Json;

/// `POST /api/v1/validate`: what is wrong with a definition. AWS, ValidateStateMachineDefinition; the advice is ours.
public final class ValidateHandler {

    private static final List<String> MEMBERS = List.of("definition", "type", "severity", "maxResults");
    private static final int MOST = 100;

    public void handle(Context ctx) {
        var body = Body.of(ctx, MEMBERS);
        var severity = body.text("severity", Severity.ERROR.name());
        var most = body.number("maxResults", MOST);
        if (body.hasTooLongDefinition()) refuse(ctx, "definition", "Member must have length less than or equal to " + Body.LONGEST_DEFINITION);
        else if (!List.of("ERROR", "WARNING").contains(severity)) refuse(ctx, "severity", "Member must satisfy enum value set: [ERROR, WARNING]");
        else if (most < 0) refuse(ctx, "maxResults", "Member must have value greater than or equal to 0");
        else if (most > MOST) refuse(ctx, "maxResults", "Member must have value less than or equal to " + MOST);
        else answer(ctx, body, Severity.valueOf(severity), most == 0 ? MOST : (int) most);
    }

    private static void answer(Context ctx, Body body, Severity severity, int most) {
        var definition = body.definition(body.type());
        var asked = definition.diagnostics().stream().filter(each -> severity == Severity.WARNING || isError(each)).toList();
        var shown = asked.stream().limit(most).toList();
        Answer.send(ctx, 200, Json.Obj.builder()
                .put("result", definition.isValid() ? "OK" : "FAIL")
                .put("diagnostics", Diagnostics.of(shown))
                .put("truncated", shown.size() < asked.size())
                .put("advice", Diagnostics.advice(Advisor.advise(definition)))
                .build());
    }

    private static void refuse(Context ctx, String member, String constraint) {
        Answer.send(ctx, 400, Answer.apiError("ValidationException",
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + constraint));
    }

    private static boolean isError(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.ERROR;
    }
}
