package passo.web.decision;

import java.util.Optional;
import passo.json.Json;
import passo.web.parts.Texts;

/// One more decision about a run, as a learner made it.
///
/// @param kind `success` and `failure` answer a task that waits; `stop`, `redrive`; `change` the input of a step, `assign` a variable,
///     `reply` to a call with a value and `fail` with an error
/// @param event the id of the event that it stands at
/// @param execution whose event that is; empty for the run's own
/// @param after how long after that event, or after the run's end
/// @param variable that is changed
/// @param attempt whose call is replied to
/// @param output of the task that is answered; of a change the value
/// @param error with which it fails, and `cause`
/// @param world what is different in the world after a redrive
public record DecisionForm(String kind, int event, String execution, String after, String variable, int attempt, String output, String error,
        String cause, String world) {

    /// As a run takes it; nothing where it cannot be read, and the texts then know why.
    Optional<Json.Obj> json(Texts texts) {
        return switch (kind) {
            case "success" -> texts.json("decision.output", output).map(value -> answer("success", value));
            case "failure" -> Optional.of(answer("failure", failure()));
            case "change" -> texts.json("decision.change", output)
                    .map(value -> Json.Obj.of("change", at().put("pointer", "").put("value", value).build()));
            case "assign" -> texts.json("decision.assign", output)
                    .map(value -> Json.Obj.of("assign", at().put("variable", variable).put("value", value).build()));
            case "reply" -> texts.json("decision.reply", output).map(value -> reply("success", value));
            case "fail" -> Optional.of(reply("failure", failure()));
            case "stop" -> Optional.of(Json.Obj.of("stop", Json.Obj.of("eventId", Json.of(event), "after", Json.of(after))));
            case "redrive" -> texts.object("decision.world", world)
                    .map(change -> Json.Obj.of("redrive", Json.Obj.of("after", Json.of(after), "world", change)));
            default -> Optional.empty();
        };
    }

    private Json.Obj answer(String outcome, Json value) {
        var answer = at().put("after", after);
        if (!execution.isEmpty()) answer.put("execution", execution);
        return Json.Obj.of("answer", answer.put(outcome, value).build());
    }

    private Json.Obj reply(String outcome, Json value) {
        return Json.Obj.of("reply", at().put("attempt", attempt).put("after", after).put(outcome, value).build());
    }

    private Json.Obj.Builder at() {
        return Json.Obj.builder().put("eventId", event);
    }

    private Json.Obj failure() {
        return Json.Obj.of("error", Json.of(error), "cause", Json.of(cause));
    }
}
