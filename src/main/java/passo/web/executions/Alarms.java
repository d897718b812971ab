package passo.web.executions;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.aws.cloudwatch.Alarm;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Executions.Line;
import passo.store.Machine;
import passo.web.Page;
import passo.web.executions.MonitorView.AlarmView;
import passo.web.executions.MonitorView.Change;
import passo.web.parts.Form;

/// The alarms on the metrics of a machine.
final class Alarms {

    static final List<String> METRICS = List.of("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted", "ExecutionsSucceeded", "ExecutionsStarted", "ExecutionTime");
    private static final int MOST = 20;
    private static final int MOST_CHANGES = 8;

    private Alarms() {}

    static String arn(Machine machine) {
        return "arn:aws:states:" + StartExecution.REGION + ":111122223333:stateMachine:" + machine.name();
    }

    /// As PutMetricAlarm takes it; empty where the form is none.
    static Optional<Json.Obj> described(Context ctx, Machine machine) {
        String metric = Form.field(ctx, "metric", 40);
        String threshold = Form.field(ctx, "threshold", 12);
        String period = Form.field(ctx, "period", 6);
        String periods = Form.field(ctx, "periods", 3);
        if (!METRICS.contains(metric) || !threshold.matches("\\d{1,9}") || !period.matches("60|300|3600|86400") || !periods.matches("[1-9]\\d?")) return Optional.empty();
        var alarm = Json.Obj.builder().put("Namespace", "AWS/States").put("MetricName", metric)
                .put("Dimensions", Json.array(Json.Obj.of("Name", Json.of("StateMachineArn"), "Value", Json.of(arn(machine)))));
        if (metric.equals("ExecutionTime")) alarm.put("ExtendedStatistic", "p95");
        else alarm.put("Statistic", "Sum");
        return Optional.of(alarm.put("Period", Json.of(Long.parseLong(period))).put("EvaluationPeriods", Json.of(Long.parseLong(periods)))
                .put("Threshold", Json.of(Long.parseLong(threshold))).put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .put("TreatMissingData", "notBreaching").build());
    }

    /// All alarms with one more, in the place of one of its name; the same where there are too many.
    static String with(String alarms, String name, Json.Obj described) {
        Json.Obj all = (Json.Obj) JsonText.parse(alarms);
        return all.size() >= MOST && !all.has(name) ? alarms : all.with(name, described).toString();
    }

    static String without(String alarms, String name) {
        return ((Json.Obj) JsonText.parse(alarms)).without(name).toString();
    }

    static List<AlarmView> views(Page page, Machine machine, String alarms, List<Line> lines, Range range, Instant clock) {
        Json.Obj all = (Json.Obj) JsonText.parse(alarms);
        var times = new Times(page, clock);
        var metrics = Figures.metrics(lines, arn(machine));
        return all.names().stream().map(name -> {
            Json.Obj described = (Json.Obj) all.get(name);
            List<Alarm.Change> changes = new Alarm(name, described).changes(metrics, range.from(), clock).stream().filter(change -> !change.at().isAfter(clock)).toList();
            Alarm.State last = Alarm.last(changes);
            return new AlarmView(name, status(last), last.name(), page.text("monitor.alarm.rule", text(described, "MetricName"), text(described, "Threshold"),
                    text(described, "EvaluationPeriods"), text(described, "Period")), changes.reversed().stream().limit(MOST_CHANGES)
                    .map(change -> new Change(times.of(change.at()), status(change.to()), change.to().name(), change.reason())).toList());
        }).toList();
    }

    private static String text(Json.Obj described, String name) {
        return described.get(name) instanceof Json.Str(var text) ? text : described.get(name).toString();
    }

    private static String status(Alarm.State state) {
        return switch (state) {
            case OK -> "ok";
            case ALARM -> "fail";
            case INSUFFICIENT_DATA -> "wait";
        };
    }
}
