package passo.aws.states;

import java.util.Optional;
import passo.aws.service.Actions;
import passo.aws.service.Request;
import passo.engine.MapRunTrace;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What is told of the Map Runs of the executions.
record MapRuns(Executions executions, Errors errors) {

    private record Found(Trace execution, MapRunTrace mapRun) {}

    void addTo(Actions actions) {
        actions.reads("listMapRuns", this::list, "ExecutionDoesNotExist", "InvalidArn", "InvalidToken")
                .reads("describeMapRun", this::describe, "ResourceNotFound", "InvalidArn");
    }

    private Outcome list(Request request) {
        String arn = request.text("ExecutionArn");
        return executions.find(arn).flatMap(Executions.Started::trace)
                .map(trace -> Page.of(request, "MapRuns", trace.mapRuns(), mapRun -> listed(request, new Found(trace, mapRun)), errors))
                .orElseGet(() -> errors.noExecution(request, arn));
    }

    private static Json listed(Request request, Found found) {
        return dated(request, found, Json.Obj.builder().put("ExecutionArn", found.execution.start().executionArn())
                .put("MapRunArn", found.mapRun.arn())).put("StateMachineArn", machineArn(found.mapRun)).build();
    }

    private static Json.Obj.Builder dated(Request request, Found found, Json.Obj.Builder answer) {
        answer.put("StartDate", Executions.date(request, found.mapRun.start()));
        if (found.mapRun.status() != MapRunTrace.Status.RUNNING) answer.put("StopDate", Executions.date(request, found.mapRun.end()));
        return answer;
    }

    /// Of `…:mapRun:machine/label:id` the machine of the child executions.
    private static String machineArn(MapRunTrace mapRun) {
        return mapRun.arn().substring(0, mapRun.arn().lastIndexOf(':')).replace(":mapRun:", ":stateMachine:");
    }

    private Outcome describe(Request request) {
        String arn = request.text("MapRunArn");
        if (!arn.startsWith("arn:")) return errors.notAnArn(request, arn);
        return find(arn).<Outcome>map(found -> new Outcome.Success(described(request, found)))
                .orElseGet(() -> errors.of(request, "ResourceNotFound", "Resource not found: '" + arn + "'"));
    }

    private Optional<Found> find(String arn) {
        return executions.traces().flatMap(trace -> trace.mapRuns().stream().map(mapRun -> new Found(trace, mapRun)))
                .filter(found -> found.mapRun.arn().equals(arn)).findFirst();
    }

    private static Json.Obj described(Request request, Found found) {
        MapRunTrace mapRun = found.mapRun;
        var answer = Json.Obj.builder().put("ExecutionArn", found.execution.start().executionArn())
                .put("ExecutionCounts", Executions.spelled(mapRun.executions().json())).put("ItemCounts", Executions.spelled(mapRun.items().json()))
                .put("MapRunArn", mapRun.arn()).put("RedriveCount", mapRun.redrives()).put("Status", mapRun.status().name());
        return dated(request, found, answer).build();
    }
}
