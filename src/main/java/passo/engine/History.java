package passo.engine;

import java.util.OptionalLong;
import passo.engine.Event.Detail;
import passo.json.Json;

/// A trace's events in the shape of AWS's GetExecutionHistory. What the service sends as JSON text is text here too.
public final class History {

    private History() {}

    /// One event: `{timestamp, type, id, previousEventId, …EventDetails}`.
    public static Json.Obj event(Event event) {
        var json = Json.Obj.builder().put("timestamp", ContextObject.text(event.at())).put("type", event.type().name()).put("id", event.id())
                .put("previousEventId", event.previousId());
        Json.Obj details = details(event.detail());
        if (!(event.detail() instanceof Detail.None)) json.put(name(event), details);
        return json.build();
    }

    private static String name(Event event) {
        return switch (event.detail()) {
            case Detail.Entered _ -> "stateEnteredEventDetails";
            case Detail.Exited _ -> "stateExitedEventDetails";
            default -> {
                String type = event.type().name();
                yield Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
            }
        };
    }

    /// What an event tells besides its type, as the members of AWS's details object.
    public static Json.Obj details(Detail detail) {
        var json = Json.Obj.builder();
        switch (detail) {
            case Detail.None() -> {}
            case Detail.Started(var input, var roleArn) -> data(json, "input", input).put("roleArn", roleArn);
            case Detail.Redriven(var redriveCount) -> json.put("redriveCount", redriveCount);
            case Detail.Output(var output) -> data(json, "output", output);
            case Detail.Failed failed -> failed(json, failed);
            case Detail.Entered(var name, var input) -> data(json.put("name", name), "input", input);
            case Detail.Exited(var name, var output, var assigned) -> {
                data(json.put("name", name), "output", output);
                if (!assigned.isEmpty()) assigned(json, assigned);
            }
            case Detail.TaskScheduled scheduled -> {
                json.put("resourceType", scheduled.resourceType()).put("resource", scheduled.resource()).put("region", StartExecution.REGION)
                        .put("parameters", scheduled.parameters().toString());
                seconds(json, scheduled.timeout(), scheduled.heartbeat());
                scheduled.role().ifPresent(role -> json.put("taskCredentials", Json.Obj.of("roleArn", Json.of(role))));
            }
            case Detail.Task(var resourceType, var resource) -> json.put("resourceType", resourceType).put("resource", resource);
            case Detail.TaskOutput(var resourceType, var resource, var output) ->
                data(json.put("resourceType", resourceType).put("resource", resource), "output", output);
            case Detail.TaskFailed(var resourceType, var resource, var failed) ->
                failed(json.put("resourceType", resourceType).put("resource", resource), failed);
            case Detail.FunctionScheduled scheduled -> {
                data(json.put("resource", scheduled.resource()), "input", scheduled.input());
                seconds(json, scheduled.timeout(), OptionalLong.empty());
                scheduled.role().ifPresent(role -> json.put("taskCredentials", Json.Obj.of("roleArn", Json.of(role))));
            }
            case Detail.ActivityScheduled scheduled -> {
                data(json.put("resource", scheduled.resource()), "input", scheduled.input());
                seconds(json, scheduled.timeout(), scheduled.heartbeat());
            }
            case Detail.Worker(var workerName) -> json.put("workerName", workerName);
            case Detail.Length(var length) -> json.put("length", length);
            case Detail.Iteration(var name, var index) -> json.put("name", name).put("index", index);
            case Detail.MapRun(var arn) -> json.put("mapRunArn", arn);
            case Detail.MapRunRedriven(var arn, var redriveCount) -> json.put("mapRunArn", arn).put("redriveCount", redriveCount);
            case Detail.EvaluationFailed(var state, var location, var error, var cause) -> {
                json.put("state", state);
                if (!location.isEmpty()) json.put("location", location);
                json.put("error", error).put("cause", cause);
            }
        }
        return json.build();
    }

    private static Json.Obj.Builder data(Json.Obj.Builder json, String name, Json value) {
        return json.put(name, value.toString()).put(name + "Details", Json.Obj.of("truncated", Json.FALSE));
    }

    private static void failed(Json.Obj.Builder json, Detail.Failed failed) {
        failed.error().ifPresent(error -> json.put("error", error));
        failed.cause().ifPresent(cause -> json.put("cause", cause));
    }

    private static void assigned(Json.Obj.Builder json, Json.Obj assigned) {
        var texts = Json.Obj.builder();
        assigned.forEach((name, value) -> texts.put(name, value.toString()));
        json.put("assignedVariables", texts.build()).put("assignedVariablesDetails", Json.Obj.of("truncated", Json.FALSE));
    }

    private static void seconds(Json.Obj.Builder json, OptionalLong timeout, OptionalLong heartbeat) {
        timeout.ifPresent(seconds -> json.put("timeoutInSeconds", seconds));
        heartbeat.ifPresent(seconds -> json.put("heartbeatInSeconds", seconds));
    }
}
