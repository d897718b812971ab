package passo.aws.cloudwatch;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import passo.json.Json;

/// An alarm on a metric, evaluated over virtual time at the end of each of its periods. AWS, PutMetricAlarm, whose request is what a
/// world and a workflow write.
public record Alarm(String name, Json.Obj described) {

    /// AWS's words.
    public enum State { INSUFFICIENT_DATA, OK, ALARM }

    /// @param reason in AWS's words
    public record Change(Instant at, State from, State to, String reason) {}

    /// How long after the last datapoint an alarm is still watched: until what is missing has had its effect.
    private static final int FURTHER_PERIODS = 2;
    /// Of a run that lasts for months: enough to see what the alarm does.
    private static final int MOST_PERIODS = 100_000;

    /// What becomes of the state over a run: from `INSUFFICIENT_DATA` on.
    public List<Change> changes(List<Metric> metrics, Instant start, Instant end) {
        List<Metric.Datapoint> data = metrics.stream().filter(this::isMeant).flatMap(metric -> metric.data().stream()).toList();
        List<Change> changes = new ArrayList<>();
        State state = State.INSUFFICIENT_DATA;
        Instant first = Instant.ofEpochSecond(start.getEpochSecond() / seconds() * seconds());
        long periods = Math.min(MOST_PERIODS, Duration.between(first, end).toSeconds() / seconds() + 1 + evaluated() + FURTHER_PERIODS);
        List<Period> all = periods(data, first.minusSeconds((long) (evaluated() - 1) * seconds()), (int) periods + evaluated() - 1);
        for (int i = 0; i < periods; i++) {
            List<Period> window = all.subList(i, i + evaluated());
            State next = judged(window, state);
            if (next != state) changes.add(new Change(window.getLast().start.plusSeconds(seconds()), state, next, reason(window, next)));
            state = next;
        }
        return changes;
    }

    /// The state in which runs leave it: at the end of the period in which the last of them ended.
    public State after(List<Metric> metrics, Instant start, Instant end) {
        Instant then = Instant.ofEpochSecond((end.getEpochSecond() / seconds() + 1) * seconds());
        return last(changes(metrics, start, end).stream().filter(change -> !change.at().isAfter(then)).toList());
    }

    private boolean isMeant(Metric metric) {
        if (!metric.name().equals(text("MetricName")) || !metric.namespace().equals(text("Namespace"))) return false;
        if (!(described.get("Dimensions") instanceof Json.Arr dimensions)) return metric.dimensions().isEmpty();
        return dimensions.size() == metric.dimensions().size() && dimensions.items().stream().allMatch(dimension ->
                dimension instanceof Json.Obj one && one.get("Name") instanceof Json.Str(var name) && one.has("Value")
                        && one.get("Value").equals(metric.dimensions().get(name)));
    }

    /// @param value of the statistic over the period; empty where nothing was measured
    private record Period(Instant start, OptionalDouble value) {
        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss").withZone(ZoneOffset.UTC);

        String told() {
            return value.getAsDouble() + " (" + DATE.format(start) + ")";
        }
    }

    private List<Period> periods(List<Metric.Datapoint> data, Instant first, int count) {
        Map<Long, List<Double>> measured = new HashMap<>();
        for (Metric.Datapoint point : data) {
            measured.computeIfAbsent(Math.floorDiv(point.at().getEpochSecond() - first.getEpochSecond(), (long) seconds()), _ -> new ArrayList<>()).add(point.value());
        }
        return LongStream.range(0, count)
                .mapToObj(i -> new Period(first.plusSeconds(i * seconds()), statistic(measured.getOrDefault(i, List.of())))).toList();
    }

    private OptionalDouble statistic(List<Double> values) {
        if (values.isEmpty()) return OptionalDouble.empty();
        DoubleStream all = values.stream().mapToDouble(Double::doubleValue);
        String percentile = text("ExtendedStatistic");
        if (percentile.matches("p\\d{1,2}(\\.\\d+)?")) {
            double part = Double.parseDouble(percentile.substring(1)) / 100;
            return OptionalDouble.of(all.sorted().toArray()[(int) Math.max(0, Math.ceil(part * values.size()) - 1)]);
        }
        return switch (text("Statistic")) {
            case "Average" -> all.average();
            case "Minimum" -> all.min();
            case "Maximum" -> all.max();
            case "SampleCount" -> OptionalDouble.of(values.size());
            default -> OptionalDouble.of(all.sum());
        };
    }

    /// The state after a window of periods. AWS, "Configuring how CloudWatch alarms treat missing data".
    private State judged(List<Period> window, State before) {
        String missing = text("TreatMissingData");
        long given = window.stream().filter(period -> period.value.isPresent()).count();
        if (given == 0 && !missing.equals("breaching") && !missing.equals("notBreaching")) {
            return missing.equals("ignore") ? before : State.INSUFFICIENT_DATA;
        }
        long breaching = window.stream()
                .filter(period -> period.value.isPresent() ? breaches(period.value.getAsDouble()) : missing.equals("breaching")).count();
        return breaching >= number("DatapointsToAlarm", evaluated()) ? State.ALARM : State.OK;
    }

    private boolean breaches(double value) {
        return switch (text("ComparisonOperator")) {
            case "GreaterThanOrEqualToThreshold" -> value >= threshold();
            case "LessThanThreshold" -> value < threshold();
            case "LessThanOrEqualToThreshold" -> value <= threshold();
            default -> value > threshold();
        };
    }

    private double threshold() {
        return described.get("Threshold") instanceof Json.Num number ? number.value().doubleValue() : 0;
    }

    /// In CloudWatch's words.
    private String reason(List<Period> window, State state) {
        List<Period> given = window.stream().filter(period -> period.value.isPresent()).toList();
        int missing = window.size() - given.size();
        if (state == State.INSUFFICIENT_DATA) return "Insufficient Data: " + (missing == 1 ? "1 datapoint was unknown." : missing + " datapoints were unknown.");
        if (given.isEmpty()) {
            return "Threshold Crossed: no datapoints were received for " + counted(missing, "period") + " and " + counted(missing, "missing datapoint")
                    + (missing == 1 ? " was" : " were") + " treated as [" + (state == State.ALARM ? "Breaching" : "NonBreaching") + "].";
        }
        List<Period> meant = given.stream().filter(period -> breaches(period.value.getAsDouble()) == (state == State.ALARM)).toList();
        int needed = state == State.ALARM ? number("DatapointsToAlarm", evaluated()) : evaluated() - number("DatapointsToAlarm", evaluated()) + 1;
        return "Threshold Crossed: " + meant.size() + " out of the last " + window.size() + " datapoints ["
                + meant.stream().map(Period::told).collect(Collectors.joining(", ")) + "] " + (meant.size() == 1 ? "was " : "were ")
                + (state == State.ALARM ? "" : "not ") + comparison() + " the threshold (" + threshold() + ") (minimum " + counted(needed, "datapoint")
                + " for " + (state == State.ALARM ? "OK -> ALARM" : "ALARM -> OK") + " transition).";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String comparison() {
        return switch (text("ComparisonOperator")) {
            case "GreaterThanOrEqualToThreshold" -> "greater than or equal to";
            case "LessThanThreshold" -> "less than";
            case "LessThanOrEqualToThreshold" -> "less than or equal to";
            default -> "greater than";
        };
    }

    private int seconds() {
        return number("Period", 60);
    }

    private int evaluated() {
        return number("EvaluationPeriods", 1);
    }

    private int number(String member, int otherwise) {
        return described.get(member) instanceof Json.Num number && number.isInteger() && number.value().signum() > 0
                ? number.value().min(BigDecimal.valueOf(86_400)).intValue() : otherwise;
    }

    private String text(String member) {
        return described.get(member) instanceof Json.Str(var text) ? text : "";
    }

    /// The state in which a run leaves the alarm.
    public static State last(List<Change> changes) {
        return changes.isEmpty() ? State.INSUFFICIENT_DATA : changes.getLast().to();
    }
}
