package passo.web.watch;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.billing.Bill;
import passo.aws.cloudwatch.Alarm;
import passo.aws.cloudwatch.LogGroup;
import passo.aws.cloudwatch.LogLevel;
import passo.aws.cloudwatch.Logging;
import passo.aws.cloudwatch.Metric;
import passo.engine.Event;
import passo.engine.History;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.Units;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;
import passo.web.watch.WatchView.AlarmView;
import passo.web.watch.WatchView.BillView;
import passo.web.watch.WatchView.ChangeRow;
import passo.web.watch.WatchView.FunctionLogView;
import passo.web.watch.WatchView.LogRow;
import passo.web.watch.WatchView.MetricRow;

/// Tells in the words of a page what a run leaves for who watches it. Made for one view, then dropped.
public final class Watch {

    /// The tab *Monitor*.
    public static final class Tab implements View {

        @Override public String template() {
            return "watch.jte";
        }

        @Override public WatchView of(Ran ran, Asked asked) {
            return new Watch(ran.page(), ran.trace(), ran.cloud()).view();
        }
    }

    private static final int MOST_LINES = 100;
    private static final int MOST_METRICS = 60;
    private static final Set<Event.Type> NOT_EXPRESS = Set.of(Event.Type.TaskSubmitted, Event.Type.ActivityScheduled, Event.Type.MapRunStarted);

    private final Page page;
    private final Units units;
    private final Trace trace;
    private final Cloud cloud;
    private final NumberFormat money;

    public Watch(Page page, Trace trace, Cloud cloud) {
        Locale locale = page.language().locale();
        this.page = page;
        this.units = new Units(locale);
        this.trace = trace;
        this.cloud = cloud;
        money = NumberFormat.getNumberInstance(locale);
        money.setMinimumFractionDigits(2);
    }

    public WatchView view() {
        List<Metric> metrics = cloud.metrics(trace);
        Bill bill = Bill.of(trace);
        return new WatchView(LogGroup.ofMachine(trace.start().machineName()), trace.events().stream().limit(MOST_LINES).map(this::line).toList(),
                Math.max(0, trace.events().size() - MOST_LINES), functions(), metrics.stream().limit(MOST_METRICS).map(this::metric).toList(),
                cloud.alarms().stream().map(alarm -> alarm(alarm, metrics)).toList(),
                Stream.of(Definition.Type.STANDARD, Definition.Type.EXPRESS).map(this::bill).toList(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.language().locale()).format(bill.checked()), bill.estimated(), couldBeExpress());
    }

    /// AWS: an Express execution lasts five minutes at most and waits for no job, token, activity or Map Run.
    private boolean couldBeExpress() {
        return Duration.between(trace.start().at(), trace.end()).compareTo(StartExecution.EXPRESS_LIFE) <= 0
                && trace.events().stream().noneMatch(event -> NOT_EXPRESS.contains(event.type()));
    }

    private LogRow line(Event event) {
        Json.Obj details = History.details(event.detail());
        String about = Stream.of("name", "error", "resource", "cause").filter(details::has).limit(2)
                .map(name -> ((Json.Str) details.get(name)).value()).collect(Collectors.joining(" · "));
        return new LogRow(LogLevel.of(event.type()).name(), units.clock(Duration.between(trace.start().at(), event.at())), event.type().name(), about);
    }

    private List<FunctionLogView> functions() {
        return LogGroup.of(trace, Logging.NONE, cloud.logs()).stream()
                .map(group -> new FunctionLogView(group.name(), group.entries().stream().limit(MOST_LINES).map(LogGroup.Entry::message).toList())).toList();
    }

    private MetricRow metric(Metric metric) {
        String about = metric.dimensions().values().stream().map(value -> ((Json.Str) value).value())
                .map(arn -> arn.replaceFirst("^arn:aws:states:::|^arn:aws:[a-z]+:[^:]*:\\d*:[^:]+:", "")).collect(Collectors.joining(", "));
        double sum = metric.data().stream().mapToDouble(Metric.Datapoint::value).sum();
        double average = sum / metric.data().size();
        return new MetricRow(metric.name(), about, switch (metric.unit()) {
            case "Milliseconds" -> page.text("watch.average", units.duration(Duration.ofMillis(Math.round(average))));
            case "Megabytes" -> amount(BigDecimal.valueOf(average), 0) + " MB";
            default -> amount(BigDecimal.valueOf(sum), 2);
        });
    }

    private AlarmView alarm(Alarm alarm, List<Metric> metrics) {
        List<Alarm.Change> changes = alarm.changes(metrics, trace.start().at(), trace.end());
        Alarm.State last = Alarm.last(changes);
        return new AlarmView(alarm.name(), status(last), last.name(), changes.stream().map(change -> new ChangeRow(
                units.clock(Duration.between(trace.start().at(), change.at())), status(change.to()), change.to().name(), change.reason())).toList());
    }

    private static String status(Alarm.State state) {
        return switch (state) {
            case OK -> "ok";
            case ALARM -> "fail";
            case INSUFFICIENT_DATA -> "wait";
        };
    }

    private BillView bill(Definition.Type type) {
        Bill run = Bill.ofRun(trace, type);
        return new BillView(type == Definition.Type.STANDARD ? "Standard" : "Express", type == trace.start().type(),
                run.lines().stream().map(this::arithmetic).toList(), dollars(run.total(), 10),
                WatchView.RUNS.stream().map(runs -> dollars(Bill.ofMonth(trace, type, runs).total(), 2)).toList());
    }

    private String arithmetic(Bill.Line line) {
        return page.text("watch.item." + line.item(), amount(line.quantity(), 6), dollars(line.price(), 10), dollars(line.amount(), 10));
    }

    private String dollars(BigDecimal amount, int digits) {
        money.setMaximumFractionDigits(digits);
        return page.text("watch.dollars", money.format(amount));
    }

    private String amount(BigDecimal number, int digits) {
        NumberFormat plain = NumberFormat.getNumberInstance(page.language().locale());
        plain.setMaximumFractionDigits(digits);
        return plain.format(number);
    }

    /// A number of runs, as people of the page's language write it.
    public static String runs(Page page, long runs) {
        return NumberFormat.getIntegerInstance(page.language().locale()).format(runs);
    }
}
