package passo.aws.cloudwatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// CloudWatch as a service that workflows call: the alarms that they make, and the numbers that they send.
public final class CloudWatch implements Service {

    private final Map<String, Json.Obj> alarms = new TreeMap<>();
    private final Map<Json.Obj, List<Metric.Datapoint>> sent = new LinkedHashMap<>();
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the alarms by name, each as PutMetricAlarm has it
    public CloudWatch(Json.Obj described, Ledger ledger) {
        this.ledger = ledger;
        described.forEach((name, alarm) -> alarms.put(name, (Json.Obj) alarm));
        actions = new Actions(Api.CLOUDWATCH, ledger)
                .writes("putMetricAlarm", this::putAlarm, "ValidationError", "MissingParameter")
                .deletes("deleteAlarms", this::delete, "ResourceNotFound")
                .reads("describeAlarms", this::describe)
                .sends("putMetricData", (request, _) -> putData(request), "MissingParameter");
    }

    @Override
    public Actions actions() {
        return actions;
    }

    /// The alarms.
    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        alarms.forEach(world::put);
        return world.build();
    }

    /// The alarms that are there.
    public List<Alarm> alarms() {
        return alarms.entrySet().stream().map(alarm -> new Alarm(alarm.getKey(), alarm.getValue())).toList();
    }

    /// The metrics that were sent.
    public List<Metric> metrics() {
        return sent.entrySet().stream().map(metric -> {
            Json.Obj key = metric.getKey();
            return new Metric(text(key, "Namespace"), text(key, "MetricName"), (Json.Obj) key.get("Dimensions"), text(key, "Unit"), metric.getValue());
        }).toList();
    }

    private Outcome putAlarm(Request request) {
        for (String member : List.of("AlarmName", "ComparisonOperator", "EvaluationPeriods")) {
            if (!request.body().has(member)) return missing(request, member);
        }
        if (request.body().has("MetricName") && !request.body().has("Threshold")) return missing(request, "Threshold");
        String name = request.text("AlarmName");
        alarms.put(name, request.body().without("AlarmName"));
        ledger.changed(request, name, request.body());
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    private Outcome delete(Request request) {
        for (Json name : request.list("AlarmNames")) {
            if (!(name instanceof Json.Str(var alarm) && alarms.containsKey(alarm))) {
                return Api.CLOUDWATCH.failure(request, ledger, 404, "ResourceNotFound", "Unknown");
            }
        }
        for (Json name : request.list("AlarmNames")) {
            alarms.remove(((Json.Str) name).value());
            ledger.changed(request, ((Json.Str) name).value(), Json.Obj.EMPTY);
        }
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    /// What a run has not yet led to is not known: the state is the one that an alarm begins with.
    private Outcome describe(Request request) {
        List<Json> wanted = request.list("AlarmNames");
        List<Json> found = new ArrayList<>();
        alarms.forEach((name, alarm) -> {
            boolean meant = (wanted.isEmpty() || wanted.contains(Json.of(name))) && name.startsWith(request.text("AlarmNamePrefix"));
            if (meant) found.add(Json.Obj.builder().put("AlarmName", name).putAll(alarm).put("StateValue", Alarm.State.INSUFFICIENT_DATA.name()).build());
        });
        return new Outcome.Success(Json.Obj.of("CompositeAlarms", new Json.Arr(List.of()), "MetricAlarms", new Json.Arr(found)));
    }

    private Outcome putData(Request request) {
        if (request.text("Namespace").isEmpty()) return missing(request, "Namespace");
        for (Json one : request.list("MetricData")) {
            if (!(one instanceof Json.Obj datum && datum.has("MetricName"))) return missing(request, "MetricData.member.1.MetricName");
            var dimensions = Json.Obj.builder();
            if (datum.get("Dimensions") instanceof Json.Arr list) {
                for (Json dimension : list) if (dimension instanceof Json.Obj pair && pair.has("Value")) dimensions.put(text(pair, "Name"), pair.get("Value"));
            }
            Json.Obj key = Json.Obj.builder().put("Namespace", request.text("Namespace")).put("MetricName", text(datum, "MetricName"))
                    .put("Unit", datum.has("Unit") ? text(datum, "Unit") : "None").put("Dimensions", dimensions.build()).build();
            double value = datum.get("Value") instanceof Json.Num number ? number.value().doubleValue() : 0;
            sent.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Metric.Datapoint(request.at(), value));
            ledger.changed(request, text(datum, "MetricName"), datum);
        }
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    private Outcome missing(Request request, String member) {
        return Api.CLOUDWATCH.unnamed(request, ledger, 400, "MissingParameter", "The parameter " + member + " is required.");
    }

    private static String text(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? text : "";
    }
}
