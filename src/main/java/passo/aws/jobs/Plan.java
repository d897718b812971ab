package passo.aws.jobs;

import java.time.Duration;
import java.util.Optional;
import passo.asl.StateMachine;
import passo.aws.service.Script;
import passo.aws.service.Span;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What a world says of one job.
///
/// @param json the world's words; empty where it says nothing
record Plan(Json.Obj json) {

    static final Plan NONE = new Plan(Json.Obj.EMPTY);

    /// The plans for jobs of one kind, in the vocabulary of a function's script: each reply is a plan, and so is the whole, where it
    /// has neither replies nor rules or none of them is for a request.
    static Optional<Script> script(Json.Obj described) {
        var script = Json.Obj.builder();
        if (described.get("replies") instanceof Json.Arr replies) script.put("replies", replies(replies));
        if (described.get("rules") instanceof Json.Arr rules) {
            script.put("rules", new Json.Arr(rules.items().stream()
                    .<Json>map(rule -> ((Json.Obj) rule).with("then", replies((Json.Arr) ((Json.Obj) rule).get("then")))).toList()));
        }
        return Script.of(script.build());
    }

    private static Json.Arr replies(Json.Arr plans) {
        return new Json.Arr(plans.items().stream().<Json>map(plan -> {
            var reply = Json.Obj.builder().put("return", plan);
            if (((Json.Obj) plan).get("times") instanceof Json times) reply.put("times", times);
            return reply.build();
        }).toList());
    }

    boolean isScripted() {
        return !json.isEmpty();
    }

    /// Why the job does not even start.
    Optional<Outcome.Failure> thrown() {
        return json.get("throw") instanceof Json.Obj thrown ? Optional.of(new Outcome.Failure(text(thrown, "error"), text(thrown, "cause"))) : Optional.empty();
    }

    Duration after(Kind kind) {
        if (Json.TRUE.equals(json.get("never"))) return StateMachine.FOREVER;
        return json.get("after") instanceof Json.Str(var span) ? Span.of(span) : kind.after();
    }

    Phase end() {
        return Json.of("FAILED").equals(json.get("outcome")) || json.has("error") ? Phase.FAILED : Phase.SUCCEEDED;
    }

    /// What the description of the ended job has beside what all of its kind have.
    Json description() {
        return json.has("description") ? json.get("description") : Json.Obj.EMPTY;
    }

    /// How it fails for a state that waits: AWS gives the whole description for a cause.
    Outcome.Failure failure(Json description) {
        String error = text(json, "error");
        return new Outcome.Failure(error.isEmpty() ? ErrorName.TASK_FAILED : error, json.has("cause") ? text(json, "cause") : description.toString());
    }

    private static String text(Json.Obj obj, String name) {
        return switch (obj.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }
}
