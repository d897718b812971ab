package passo.web.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.billing.Bill;
import passo.aws.cloudwatch.Logging;
import passo.engine.History;
import passo.engine.MapRunTrace;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// All that happened in a run, as JSON: status and output as DescribeExecution says them, the history as
/// GetExecutionHistory does, and our trace, in which a step is one visit of a state.
final class RunAnswer {

    /// Of an answer: a longer one is not given.
    static final int MOST_BYTES = 32 << 20;
    /// Of the history, and of the steps: what is beyond stands on the next page, or is left out and counted.
    private static final int MOST_BYTES_OF_PAGE = 12 << 20;
    /// Of all Map Runs' children together.
    private static final int MOST_BYTES_OF_CHILDREN = 6 << 20;

    private RunAnswer() {}

    /// @param logging how the state machine logs
    /// @param firstEvent the id of the first event to show: a page's `nextToken`
    /// @return empty where the answer would be too long
    static Optional<Json.Obj> of(Trace trace, Cloud cloud, Logging logging, int firstEvent) {
        var repeats = children(trace.repeats(), new Room(MOST_BYTES));
        if (repeats.size() < trace.repeats().size()) return Optional.empty();
        var answer = whole(trace, cloud, logging, firstEvent, repeats);
        return answer.bytes() > MOST_BYTES ? Optional.empty() : Optional.of(answer);
    }

    private static Json.Obj whole(Trace trace, Cloud cloud, Logging logging, int firstEvent, List<Json> repeats) {
        var json = Json.Obj.builder().put("status", trace.status().name());
        trace.output().ifPresent(output -> json.put("output", output));
        trace.failure().ifPresent(failure -> told(json, failure));
        if (trace.start().type() == Definition.Type.STANDARD) redrives(json, trace);
        else if (trace.start().synchronous()) json.put("billingDetails", billing(trace));
        history(json, trace, firstEvent);
        return json.put("trace", steps(trace, repeats))
                .put("world", cloud.world())
                .put("changes", new Json.Arr(cloud.changes().stream().map(change -> Json.Obj.builder()
                        .put("step", change.step()).put("at", change.at().toString()).put("kind", change.kind())
                        .put("resource", change.resource()).put("detail", change.detail()).build()).toList()))
                .put("logs", new Json.Arr(cloud.logs().stream().filter(log -> !log.lines().isEmpty()).map(log -> Json.Obj.builder()
                        .put("step", log.step()).put("at", log.at().toString()).put("function", log.function())
                        .put("lines", new Json.Arr(log.lines().stream().map(Json::of).toList())).build()).toList()))
                .put("cloudwatch", Observed.of(trace, cloud, logging))
                .put("cost", Observed.cost(trace))
                .put("permissions", Granted.of(cloud.permissions()))
                .put("waiting", new Json.Arr(waiting(trace)))
                .put("metrics", Json.Obj.builder()
                        .put("transitions", trace.transitions()).put("events", trace.events().size())
                        .put("milliseconds", Duration.between(trace.start().at(), trace.end()).toMillis()).build())
                .build();
    }

    /// As DescribeExecution tells it right after the end.
    private static void redrives(Json.Obj.Builder json, Trace trace) {
        json.put("redriveCount", trace.redrives().size());
        if (!trace.redrives().isEmpty()) json.put("redriveDate", trace.redrives().getLast().toString());
        json.put("redriveStatus", trace.notRedrivable(trace.end()).isPresent() ? "NOT_REDRIVABLE" : "REDRIVABLE");
        trace.notRedrivable(trace.end()).ifPresent(reason -> json.put("redriveStatusReason", reason));
    }

    /// As StartSyncExecution tells it, with the least memory that is billed: what a run would take on AWS is not known here.
    private static Json.Obj billing(Trace trace) {
        long milliseconds = Bill.milliseconds(Duration.between(trace.start().at(), trace.end()));
        return Json.Obj.of("billedDurationInMilliseconds", Json.of(milliseconds), "billedMemoryUsedInMB", Json.of(Bill.MEGABYTES));
    }

    /// The tasks that wait for an answer, those of executions that the run has started too.
    private static List<Json> waiting(Trace run) {
        return run.executions().flatMap(execution -> execution.waiting().stream().map(task -> waiting(task, execution, run))).toList();
    }

    private static Json waiting(Trace.Waiting task, Trace execution, Trace run) {
        var json = Json.Obj.builder();
        if (execution != run) json.put("execution", execution.start().executionArn());
        return json.put("eventId", task.eventId()).put("state", task.state()).put("token", task.token()).put("since", task.since().toString()).build();
    }

    private static void history(Json.Obj.Builder json, Trace trace, int firstEvent) {
        var page = new ArrayList<Json>();
        var rest = trace.events().subList(Math.clamp(firstEvent - 1, 0, trace.events().size()), trace.events().size());
        var room = new Room(MOST_BYTES_OF_PAGE);
        for (var event : rest) {
            var shown = History.event(event);
            if (!room.takes(shown) && !page.isEmpty()) break;
            page.add(shown);
        }
        json.put("history", new Json.Arr(page));
        if (page.size() < rest.size()) json.put("nextToken", firstEvent + page.size());
    }

    private static Json.Obj steps(Trace trace, List<Json> repeats) {
        var shown = new Room(MOST_BYTES_OF_PAGE).of(trace.steps(), RunAnswer::step);
        var json = Json.Obj.builder().put("steps", new Json.Arr(shown)).put("omitted", trace.steps().size() - shown.size());
        json.put("repeats", new Json.Arr(repeats));
        var roomOfChildren = new Room(MOST_BYTES_OF_CHILDREN);
        return json.put("mapRuns", new Json.Arr(trace.mapRuns().stream().map(run -> mapRun(run, roomOfChildren)).toList())).build();
    }

    private static Json.Obj mapRun(MapRunTrace run, Room room) {
        var shown = children(run.kept(), room);
        return Json.Obj.builder()
                .put("arn", run.arn()).put("step", run.step()).put("status", run.status().name())
                .put("start", run.start().toString()).put("end", run.end().toString())
                .put("redriveCount", run.redrives()).put("itemCounts", run.items().json()).put("executionCounts", run.executions().json())
                .put("executions", new Json.Arr(shown)).put("omitted", run.executions().total() - shown.size())
                .build();
    }

    /// As many of them as there is room for, each with its whole history.
    private static List<Json> children(List<Trace> children, Room room) {
        var shown = new ArrayList<Json>();
        for (Trace child : children) {
            var history = room.of(child.events(), History::event);
            if (history.size() < child.events().size()) break;
            shown.add(child(child, history));
        }
        return shown;
    }

    private static Json child(Trace child, List<Json> history) {
        var json = Json.Obj.builder()
                .put("executionArn", child.start().executionArn()).put("name", child.start().name()).put("status", child.status().name())
                .put("start", child.start().at().toString()).put("end", child.end().toString()).put("input", child.start().input());
        child.output().ifPresent(output -> json.put("output", output));
        child.failure().ifPresent(failure -> told(json, failure));
        return json.put("history", new Json.Arr(history)).build();
    }

    private static Json.Obj step(Step step) {
        var json = Json.Obj.builder()
                .put("number", step.number()).put("state", step.state()).put("type", step.type())
                .put("in", new Json.Arr(step.frames().stream().map(frame -> Json.Obj.of("state", Json.of(frame.state()), "index", Json.of(frame.index()))).toList()))
                .put("entered", step.entered().toString());
        step.exited().ifPresent(exited -> json.put("exited", exited.toString()));
        json.put("status", step.status().name()).put("automatic", step.automatic()).put("input", step.input());
        json.put("stages", stages(step.stages()));
        step.output().ifPresent(output -> json.put("output", output));
        if (!step.assigned().isEmpty()) json.put("assigned", step.assigned());
        step.failure().ifPresent(failure -> told(json, failure));
        step.next().ifPresent(next -> json.put("next", next));
        step.rule().ifPresent(rule -> json.put("rule", rule));
        if (step.attempts().size() > 1) json.put("attempts", new Json.Arr(step.attempts().stream().map(RunAnswer::attempt).toList()));
        return json.build();
    }

    private static Json stages(List<Step.Stage> stages) {
        return new Json.Arr(stages.stream().map(stage -> Json.Obj.of("field", Json.of(stage.field()), "value", stage.value())).toList());
    }

    private static Json attempt(Step.Attempt attempt) {
        var json = Json.Obj.builder().put("start", attempt.start().toString()).put("end", attempt.end().toString());
        attempt.failure().ifPresent(failure -> told(json, failure));
        attempt.retryAfter().ifPresent(pause -> json.put("retryAfterMilliseconds", pause.toMillis()));
        return json.build();
    }

    static void told(Json.Obj.Builder json, Outcome.Failure failure) {
        if (!failure.error().isEmpty()) json.put("error", failure.told());
        if (!failure.cause().isEmpty()) json.put("cause", failure.cause());
    }
}
