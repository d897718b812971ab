package passo.web.trace;

import java.util.Optional;
import passo.json.Json;
import passo.web.parts.Texts;

/// One more decision about a run, as a learner made it.
///
/// @param kind `success` and `failure` answer a task that waits; `stop`, `redrive`
/// @param event the id of the event that it stands at
/// @param execution whose event that is; empty for the run's own
/// @param after how long after that event, or after the run's end
/// @param output of the task that is answered
/// @param error with which it fails, and `cause`
/// @param world what is different in the world after a redrive
public record DecisionForm(String kind, int event, String execution, String after, String output, String error, String cause, String world) {

    /// As a run takes it; nothing where it cannot be read, and the texts then know why.
    Optional<Json.Obj> json(Texts texts) {
        return switch (kind) {
            case "success" -> texts.json("decision.output", output).map(value -> answer("success", value));
            case "failure" -> Optional.of(answer("failure", Json.Obj.of("error", Json.of(error), "cause", Json.of(cause))));
            case "stop" -> Optional.of(Json.Obj.of("stop", Json.Obj.of("eventId", Json.of(event), "after", Json.of(after))));
            case "redrive" -> texts.object("decision.world", world)
                    .map(change -> Json.Obj.of("redrive", Json.Obj.of("after", Json.of(after), "world", change)));
            default -> Optional.empty();
        };
    }

    private Json.Obj answer(String outcome, Json value) {
        var answer = Json.Obj.builder().put("eventId", event).put("after", after);
        if (!execution.isEmpty()) answer.put("execution", execution);
        return Json.Obj.of("answer", answer.put(outcome, value).build());
    }
}
