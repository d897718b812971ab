package passo.web.executions;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.billing.Bill;
import passo.aws.cloudwatch.Metric;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.store.Executions.Line;

/// What many executions come to, counted by the period in which each was started.
///
/// @param all in the range
record Figures(Range range, List<Line> all, List<Period> periods) {

    /// @param median of the durations of what ended; 0 where nothing did; so `p95`
    record Period(Instant from, int started, int succeeded, int failed, int timedOut, int aborted, int running, long median, long p95, int retries, int throttled,
            int transitions) {

        int notSucceeded() {
            return failed + timedOut + aborted;
        }

        private static Period of(Instant from, List<Line> lines) {
            long[] took = lines.stream().filter(line -> line.stopped() != null).mapToLong(Line::durationMs).sorted().toArray();
            List<Summary> summaries = lines.stream().map(Summary::of).toList();
            return new Period(from, lines.size(), count(lines, "SUCCEEDED"), count(lines, "FAILED"), count(lines, "TIMED_OUT"), count(lines, "ABORTED"),
                    count(lines, "RUNNING"), percentile(took, 50), percentile(took, 95), summaries.stream().mapToInt(Summary::retries).sum(),
                    summaries.stream().mapToInt(Summary::throttled).sum(), lines.stream().mapToInt(Line::transitions).sum());
        }
    }

    private static int count(List<Line> lines, String status) {
        return (int) lines.stream().filter(line -> line.status().equals(status)).count();
    }

    /// AWS: the value that so many in a hundred do not exceed.
    static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
    }

    static Figures of(Range range, List<Line> lines) {
        List<List<Line>> byPeriod = new ArrayList<>();
        for (int i = 0; i < range.periods(); i++) byPeriod.add(new ArrayList<>());
        List<Line> within = lines.stream().filter(line -> range.index(line.startedAt()) >= 0 && range.index(line.startedAt()) < byPeriod.size()).toList();
        within.forEach(line -> byPeriod.get(range.index(line.startedAt())).add(line));
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < byPeriod.size(); i++) periods.add(Period.of(range.start(i), byPeriod.get(i)));
        return new Figures(range, within, periods);
    }

    /// The whole range as one period.
    Period total() {
        return Period.of(range.from(), all);
    }

    /// What all of them cost as one type; as Express none would last longer than those do.
    Bill bill(Definition.Type type) {
        return Bill.of(type, all.size(), all.stream().mapToLong(Line::transitions).sum(),
                all.stream()
                .mapToLong(line -> Bill.milliseconds(Duration.ofMillis(Math.min(line.durationMs(), StartExecution.EXPRESS_LIFE.toMillis())))).sum());
    }

    BigDecimal price(Definition.Type type) {
        return bill(type).total();
    }

    /// How many would not fit into the life of an Express execution.
    int tooLongForExpress() {
        return (int) all.stream().filter(line -> line.durationMs() > StartExecution.EXPRESS_LIFE.toMillis()).count();
    }

    /// CloudWatch's metrics of the executions, for alarms.
    static List<Metric> metrics(List<Line> lines, String machineArn) {
        Json.Obj dimensions = Json.Obj.of("StateMachineArn", Json.of(machineArn));
        var ended = lines.stream().filter(line -> line.stopped() != null).toList();
        return Stream.concat(
                Stream.of(metric("ExecutionsStarted", dimensions, "Count", lines.stream().map(line -> new Metric.Datapoint(line.startedAt(), 1)).toList()),
                        metric("ExecutionTime", dimensions, "Milliseconds", ended.stream().map(line -> new Metric.Datapoint(line.stopped(), line.durationMs())).toList())),
                Arrays.stream(Ended.values()).map(how -> metric(how.metric, dimensions, "Count",
                        ended.stream().filter(line -> line.status().equals(how.name())).map(line -> new Metric.Datapoint(line.stopped(), 1)).toList()))).toList();
    }

    private enum Ended {
        SUCCEEDED("ExecutionsSucceeded"), FAILED("ExecutionsFailed"), TIMED_OUT("ExecutionsTimedOut"), ABORTED("ExecutionsAborted");

        private final String metric;

        Ended(String metric) {
            this.metric = metric;
        }
    }

    private static Metric metric(String name, Json.Obj dimensions, String unit, List<Metric.Datapoint> data) {
        return new Metric("AWS/States", name, dimensions, unit, data.stream().sorted((one, other) -> one.at().compareTo(other.at())).toList());
    }
}
