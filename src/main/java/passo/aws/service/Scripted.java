package passo.aws.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.engine.Reply;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The answers that a world gives for calls by their names, such as `rekognition:detectLabels`, of whatever service. They come before
/// what the service itself would answer.
public final class Scripted {

    private final Ledger ledger;
    private final Map<String, Script> scripts = new HashMap<>();

    /// @param described the scripts, as a world describes them
    public Scripted(Json.Obj described, Ledger ledger) {
        this.ledger = ledger;
        described.forEach((call, script) -> Script.of((Json.Obj) script).ifPresent(read -> scripts.put(call, read)));
    }

    /// Nothing where the world says nothing of this request.
    public Optional<Reply> answer(Request request) {
        return Optional.ofNullable(scripts.get(request.resource().service() + ":" + request.action()))
                .flatMap(script -> script.answer(request.body(), request.call().attempt())).map(answer -> reply(request, answer));
    }

    private Reply reply(Request request, Script.Answer answer) {
        Duration after = answer.after().orElse(Api.USUAL);
        if (answer.thrown()) return new Reply.After(after, failure(answer.value()), false);
        Json shown = Api.shown(request, answer.value(), ledger);
        return switch (request.resource().pattern()) {
            case REQUEST_RESPONSE -> new Reply.After(after, new Outcome.Success(shown), false);
            case SYNC, SYNC_2 -> new Reply.Job(Api.USUAL, Api.envelope(Json.Obj.EMPTY, 200, ledger), after, new Outcome.Success(answer.value()), false);
            case WAIT_FOR_TASK_TOKEN -> new Reply.Waiting(after, shown, false);
        };
    }

    private static Outcome.Failure failure(Json thrown) {
        return thrown instanceof Json.Obj obj ? new Outcome.Failure(text(obj, "error"), text(obj, "cause")) : new Outcome.Failure("", "");
    }

    private static String text(Json.Obj obj, String name) {
        return switch (obj.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }
}
