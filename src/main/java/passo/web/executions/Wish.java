package passo.web.executions;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import passo.asl.Definition;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.parts.Form;

/// What a learner wants to do about an execution.
///
/// @param kind `success`, `failure` and `heartbeat` answer a task that waits; `stop`, `redrive`
/// @param event the id of the event that waits
/// @param execution whose event that is; empty for the execution itself
/// @param output of the task that is answered, as text
/// @param error with which it fails or is stopped, and `cause`
/// @param world what is different in the world after a redrive, as text
record Wish(String kind, int event, String execution, String output, String error, String cause, String world) {

    /// What it comes to.
    sealed interface Judged {
        /// @param json as a run takes it
        record Decision(Json.Obj json) implements Judged {}

        /// @param error AWS's name of it
        record Refused(String error, String message) implements Judged {}
    }

    static Wish of(Context ctx) {
        String event = Form.field(ctx, "decision-event", 10);
        return new Wish(Form.field(ctx, "decision", 20), event.matches("\\d{1,6}") ? Integer.parseInt(event) : 0, Form.field(ctx, "decision-execution", 500),
                Form.field(ctx, "decision-output", 256 << 10), Form.field(ctx, "decision-error", 256), Form.field(ctx, "decision-cause", 32 << 10),
                Form.field(ctx, "decision-world", 1 << 20));
    }

    /// @param trace of the execution as it stands
    /// @param at when it is to be done
    Judged at(Instant at, Trace trace) {
        return switch (kind) {
            case "success", "failure", "heartbeat" -> answer(at, trace);
            case "stop" -> stop(at, trace);
            case "redrive" -> redrive(at, trace);
            default -> new Judged.Refused("ValidationException", kind);
        };
    }

    private Judged answer(Instant at, Trace trace) {
        Optional<Trace.Waiting> task = trace.executions().filter(one -> execution.isEmpty() ? one == trace : one.start().executionArn().equals(execution))
                .flatMap(one -> one.waiting().stream()).filter(waiting -> waiting.eventId() == event).findFirst();
        if (task.isEmpty()) return new Judged.Refused("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        var answer = Json.Obj.builder().put("eventId", event).put("after", Duration.between(task.get().since(), at).toString());
        if (!execution.isEmpty()) answer.put("execution", execution);
        switch (kind) {
            case "heartbeat" -> answer.put("heartbeat", Json.of(true));
            case "failure" -> answer.put("failure", Json.Obj.of("error", Json.of(error), "cause", Json.of(cause)));
            default -> {
                if (!(JsonText.read(output.isBlank() ? "{}" : output) instanceof JsonText.Reading.Value(var json, _))) {
                    return new Judged.Refused("InvalidOutput", "Invalid Output: '" + output + "'");
                }
                answer.put("success", json);
            }
        }
        return new Judged.Decision(Json.Obj.of("answer", answer.build()));
    }

    /// How long after an event the last heartbeat came that was decided; empty where none was.
    static Optional<Duration> heartbeat(String decisions, int event) {
        return ((Json.Arr) JsonText.parse(decisions)).items().stream().map(one -> ((Json.Obj) one).get("answer"))
                .filter(answer -> answer instanceof Json.Obj obj && obj.has("heartbeat") && Json.of(event).equals(obj.get("eventId")))
                .map(answer -> Duration.parse(((Json.Str) ((Json.Obj) answer).get("after")).value())).max(Comparator.naturalOrder());
    }

    private Judged stop(Instant at, Trace trace) {
        if (trace.start().type() == Definition.Type.EXPRESS) return unsupported();
        if (trace.status() != Trace.Status.RUNNING) return new Judged.Refused("ExecutionNotRunning", trace.status().name());
        return new Judged.Decision(Json.Obj.of("stop", Json.Obj.builder().put("eventId", trace.events().getLast().id())
                .put("after", Duration.between(trace.events().getLast().at(), at).toString()).put("error", error).put("cause", cause).build()));
    }

    private Judged redrive(Instant at, Trace trace) {
        if (trace.start().type() == Definition.Type.EXPRESS) return unsupported();
        Optional<String> reason = trace.notRedrivable(at);
        if (reason.isPresent()) return new Judged.Refused("ExecutionNotRedrivable", reason.get());
        if (!(JsonText.read(world.isBlank() ? "{}" : world) instanceof JsonText.Reading.Value(Json.Obj change, _))) {
            return new Judged.Refused("ValidationException", world);
        }
        return new Judged.Decision(Json.Obj.of("redrive", Json.Obj.of("after", Json.of(Duration.between(trace.end(), at).toString()), "world", change)));
    }

    private static Judged unsupported() {
        return new Judged.Refused("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }
}
