package passo.aws.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passo.asl.Definition;
import passo.aws.billing.Bill;
import passo.engine.Event;
import passo.engine.Event.Detail;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;

/// The metrics that runs of state machines leave. AWS, "Monitoring Step Functions metrics using Amazon CloudWatch".
public final class Metrics {

    private static final String NAMESPACE = "AWS/States";
    /// So many events back the beginning of a piece of work is looked for: scheduled, started, submitted, ended.
    private static final int FURTHEST = 4;

    private record Key(String name, String dimension, String arn, String unit) {}

    private final Map<Key, List<Metric.Datapoint>> data = new LinkedHashMap<>();

    private Metrics() {}

    /// Those of some runs, and of all that these started.
    public static List<Metric> of(List<Trace> runs) {
        var metrics = new Metrics();
        runs.stream().flatMap(Trace::executions).forEach(metrics::add);
        return metrics.data.entrySet().stream().map(entry -> {
            Key key = entry.getKey();
            return new Metric(NAMESPACE, key.name, Json.Obj.of(key.dimension, Json.of(key.arn)), key.unit, entry.getValue());
        }).toList();
    }

    private void add(Trace execution) {
        StartExecution start = execution.start();
        count("ExecutionsStarted", "StateMachineArn", start.machineArn(), start.at());
        execution.redrives().forEach(redrive -> count("ExecutionsRedriven", "StateMachineArn", start.machineArn(), redrive));
        if (execution.status() != Trace.Status.RUNNING) ended(execution);
        Map<Integer, Event> byId = new HashMap<>();
        for (Event event : execution.events()) {
            byId.put(event.id(), event);
            work(event, byId);
        }
    }

    private void ended(Trace execution) {
        String arn = execution.start().machineArn();
        count(switch (execution.status()) {
            case SUCCEEDED -> "ExecutionsSucceeded";
            case FAILED -> "ExecutionsFailed";
            case TIMED_OUT -> "ExecutionsTimedOut";
            case ABORTED -> "ExecutionsAborted";
            case RUNNING -> throw new IllegalStateException("Not ended");
        }, "StateMachineArn", arn, execution.end());
        Duration took = Duration.between(execution.start().at(), execution.end());
        measure("ExecutionTime", "StateMachineArn", arn, took, execution.end());
        if (execution.start().type() != Definition.Type.EXPRESS) return;
        measure("ExpressExecutionBilledDuration", "StateMachineArn", arn, Duration.ofMillis(Bill.milliseconds(took)), execution.end());
        add(new Key("ExpressExecutionBilledMemory", "StateMachineArn", arn, "Megabytes"), execution.end(), Bill.MEGABYTES);
    }

    /// What an event says of the function, the activity or the service that a state waits for.
    private void work(Event event, Map<Integer, Event> byId) {
        Work work = Work.of(event.type());
        if (work == null) return;
        Event scheduled = before(event, work.scheduled(), byId);
        if (scheduled == null) return;
        String dimension = work.dimension;
        String arn = arn(scheduled.detail());
        String what = work.what(event.type());
        count(work.plural + what, dimension, arn, event.at());
        Event started = before(event, work.started(), byId);
        if (what.equals("Started")) measure(work.singular + "ScheduleTime", dimension, arn, between(scheduled, event), event.at());
        if (what.equals("Scheduled") || what.equals("Started")) return;
        if (started != null) measure(work.singular + "RunTime", dimension, arn, between(started, event), event.at());
        measure(work.singular + "Time", dimension, arn, between(scheduled, event), event.at());
    }

    /// The kinds of work that have metrics of their own.
    private enum Work {
        LambdaFunction("LambdaFunction", "LambdaFunctions", "LambdaFunctionArn"),
        Activity("Activity", "Activities", "ActivityArn"),
        Task("ServiceIntegration", "ServiceIntegrations", "ServiceIntegrationResourceArn");

        private static final Set<String> TOLD = Set.of("Scheduled", "Started", "Succeeded", "Failed", "TimedOut");

        private final String singular;
        private final String plural;
        private final String dimension;

        Work(String singular, String plural, String dimension) {
            this.singular = singular;
            this.plural = plural;
            this.dimension = dimension;
        }

        static @Nullable Work of(Event.Type type) {
            for (Work work : values()) {
                if (type.name().startsWith(work.name()) && TOLD.contains(work.what(type))) return work;
            }
            return null;
        }

        /// What happened. AWS counts what could not even be begun as failed.
        String what(Event.Type type) {
            return type.name().substring(name().length()).replaceFirst("^(Start|Submit|Schedule)Failed$", "Failed");
        }

        Event.Type scheduled() {
            return Event.Type.valueOf(name() + "Scheduled");
        }

        Event.Type started() {
            return Event.Type.valueOf(name() + "Started");
        }
    }

    private static String arn(Detail scheduled) {
        return switch (scheduled) {
            case Detail.FunctionScheduled function -> function.resource();
            case Detail.ActivityScheduled activity -> activity.resource();
            case Detail.TaskScheduled task -> "arn:aws:states:::" + task.resourceType() + ":" + task.resource();
            default -> throw new IllegalArgumentException("Schedules nothing: " + scheduled);
        };
    }

    /// The event itself or the nearest that led to it, of this type; none where it does not follow from any.
    private static @Nullable Event before(Event event, Event.Type type, Map<Integer, Event> byId) {
        Event found = event;
        for (int i = 0; found != null && i < FURTHEST; i++) {
            if (found.type() == type) return found;
            found = byId.get(found.previousId());
        }
        return null;
    }

    private static Duration between(Event from, Event until) {
        return Duration.between(from.at(), until.at());
    }

    private void count(String name, String dimension, String arn, Instant at) {
        add(new Key(name, dimension, arn, "Count"), at, 1);
    }

    private void measure(String name, String dimension, String arn, Duration time, Instant at) {
        add(new Key(name, dimension, arn, "Milliseconds"), at, time.toMillis());
    }

    private void add(Key key, Instant at, double value) {
        data.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Metric.Datapoint(at, value));
    }
}
