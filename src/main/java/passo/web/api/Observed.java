package passo.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.billing.Bill;
import passo.aws.cloudwatch.Alarm;
import passo.aws.cloudwatch.LogGroup;
import passo.aws.cloudwatch.Logging;
import passo.aws.cloudwatch.Metric;
import passo.aws.cloudwatch.Segments;
import passo.engine.Trace;
import passo.json.Json;

/// What a run leaves for who watches it, as JSON: logs, metrics, alarms, segments, and what it costs.
final class Observed {

    /// Of each list: what is beyond is counted.
    private static final int MOST = 2_000;
    /// Of a log group: so with what is beyond.
    private static final int MOST_BYTES_OF_GROUP = 2 << 20;
    private static final long RUNS = 1_000_000;

    private Observed() {}

    static Json.Obj of(Trace trace, Cloud cloud, Logging logging) {
        List<Metric> metrics = cloud.metrics(trace);
        return Json.Obj.builder()
                .put("logGroups", new Json.Arr(LogGroup.of(trace, logging, cloud.logs()).stream().map(Observed::group).toList()))
                .put("metrics", new Json.Arr(metrics.stream().map(Observed::metric).toList()))
                .put("alarms", new Json.Arr(cloud.alarms().stream().map(alarm -> alarm(alarm, metrics, trace.start().at(), trace.end())).toList()))
                .put("segments", new Json.Arr(Segments.of(trace, MOST).stream().limit(MOST).map(segment -> (Json) segment).toList()))
                .build();
    }

    private static Json group(LogGroup group) {
        List<Json> entries = new Room(MOST_BYTES_OF_GROUP).of(group.entries().subList(0, Math.min(MOST, group.entries().size())), Observed::entry);
        return Json.Obj.builder().put("logGroupName", group.name()).put("events", new Json.Arr(entries))
                .put("omitted", group.entries().size() - entries.size()).build();
    }

    private static Json entry(LogGroup.Entry entry) {
        return Json.Obj.of("timestamp", Json.of(entry.at().toEpochMilli()), "message", Json.of(entry.message()));
    }

    private static Json metric(Metric metric) {
        List<Json> data = metric.data().stream().limit(MOST)
                .<Json>map(point -> Json.Obj.of("timestamp", Json.of(point.at().toString()), "value", new Json.Num(BigDecimal.valueOf(point.value())))).toList();
        return Json.Obj.builder().put("namespace", metric.namespace()).put("metricName", metric.name()).put("dimensions", metric.dimensions())
                .put("unit", metric.unit()).put("datapoints", new Json.Arr(data)).put("omitted", metric.data().size() - data.size()).build();
    }

    private static Json alarm(Alarm alarm, List<Metric> metrics, Instant start, Instant end) {
        List<Alarm.Change> changes = alarm.changes(metrics, start, end);
        return Json.Obj.builder().put("alarmName", alarm.name()).put("stateValue", Alarm.last(changes).name())
                .put("changes", new Json.Arr(changes.stream().<Json>map(change -> Json.Obj.builder().put("timestamp", change.at().toString())
                        .put("from", change.from().name()).put("to", change.to().name()).put("reason", change.reason()).build()).toList())).build();
    }

    /// What the run costs, and what a million of it would cost in a month as either type.
    static Json.Obj cost(Trace trace) {
        return Json.Obj.builder().put("run", bill(Bill.of(trace))).put("runsPerMonth", RUNS)
                .put("month", Json.Obj.of("STANDARD", bill(Bill.ofMonth(trace, Definition.Type.STANDARD, RUNS)),
                        "EXPRESS", bill(Bill.ofMonth(trace, Definition.Type.EXPRESS, RUNS)))).build();
    }

    private static Json.Obj bill(Bill bill) {
        return Json.Obj.builder().put("total", new Json.Num(bill.total())).put("currency", "USD").put("region", bill.region())
                .put("pricesChecked", bill.checked().toString()).put("estimated", bill.estimated())
                .put("lines", new Json.Arr(bill.lines().stream().<Json>map(line -> Json.Obj.builder().put("item", line.item().name())
                        .put("quantity", new Json.Num(line.quantity())).put("price", new Json.Num(line.price()))
                        .put("amount", new Json.Num(line.amount())).build()).toList())).build();
    }
}
