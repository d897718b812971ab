package passo.web.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.aws.cloudwatch.FilterPattern;
import passo.aws.cloudwatch.LogLevel;
import passo.engine.Trace;
import passo.store.Execution;
import passo.store.Executions;
import passo.store.Executions.Line;
import passo.store.Machine;
import passo.store.Monitoring;
import passo.store.Revision;
import passo.web.Page;
import passo.web.executions.MonitorView.ExecutionRow;
import passo.web.executions.MonitorView.GuideStrip;
import passo.web.executions.MonitorView.Listed;
import passo.web.executions.MonitorView.LogPanel;
import passo.web.executions.MonitorView.Opened;
import passo.web.executions.MonitorView.RangeView;
import passo.web.executions.MonitorView.StatusTab;
import passo.web.executions.MonitorView.TypeRow;
import passo.web.parts.Money;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// Tells how the executions of a machine went. Made for one view, then dropped.
final class Monitor {

    static final int ROWS = 50;
    /// So many executions are made again for the log.
    private static final int LOGGED = 20;
    private static final List<String> TABS = List.of("all", "bad", "RUNNING", "SUCCEEDED");
    private static final List<String> LEVELS = List.of("ALL", "ERROR", "FATAL");

    private final Desk desk;
    private final Page page;
    private final Machine machine;
    private final Remake remake;
    private final Look look;
    private final Monitoring monitoring;
    private final Range range;
    private final Times times;
    private final Units units;
    private final String base;

    Monitor(Desk desk, Page page, Machine machine, Remake remake, Look look) {
        this.desk = desk;
        this.page = page;
        this.machine = machine;
        this.remake = remake;
        this.look = look;
        monitoring = desk.monitors().of(machine);
        range = look.range(monitoring.clock());
        times = new Times(page, monitoring.clock());
        units = new Units(page.language().locale());
        base = page.to(StartHandler.base(machine));
    }

    MonitorView view(List<Sentence> said, boolean alarmRefused) {
        List<Line> all = lines(new Executions.Wanted(List.of(), "", range.from(), range.to(), ""), Executions.MOST);
        Figures figures = Figures.of(range, all);
        Revision newest = desk.revisions().newest(machine.learner(), machine.id()).orElseThrow();
        StateMachine model = remake.definition(newest.number()).machine().orElse(null);
        var alarms = Alarms.views(page, machine, monitoring.alarms(), all, range, monitoring.clock());
        return new MonitorView(machine.name(), base, express(), times.exact(monitoring.clock()), desk.executions().waiting(machine.learner()), rangeView(), said, guide(figures, alarms.isEmpty()),
                new Charts(page, figures, look, times).all(), list(), types(figures, newest), twice(model), log(newest), alarms,
                new MonitorView.AlarmForm(Alarms.METRICS, alarmRefused));
    }

    private boolean express() {
        return machine.type().equals("EXPRESS");
    }

    private List<Line> lines(Executions.Wanted wanted, int most) {
        return desk.executions().lines(machine.learner(), machine.id(), wanted, most);
    }

    private RangeView rangeView() {
        String label = range.key().equals("part") ? page.text("monitor.range.part", times.of(range.from()), times.of(range.to())) : page.text("monitor.range." + range.key());
        return new RangeView(range.key(), label, Range.keys(), look.first());
    }

    private GuideStrip guide(Figures figures, boolean noAlarm) {
        Figures.Period total = figures.total();
        Sentence task = total.timedOut() > 0 ? Sentence.of(page, "monitor.task.timedOut", strong("monitor.task.timedOut.what", total.timedOut()))
                : total.notSucceeded() > 0 ? Sentence.of(page, "monitor.task.failed", strong("monitor.task.failed.what", total.notSucceeded()))
                : total.started() > 0 ? Sentence.of(page, "monitor.task.well") : Sentence.of(page, "monitor.task.nothing");
        List<String> did = new ArrayList<>();
        if (range.key().equals("part")) did.add("peak");
        if (!look.status().equals("all") && !look.status().equals("SUCCEEDED")) did.add("runs");
        if (!look.get("open").isEmpty() || !look.get("log").isEmpty()) did.add("log");
        if (!noAlarm) did.add("alarm");
        return new GuideStrip(task, String.join(" ", did));
    }

    private Sentence.Part strong(String key, int count) {
        return new Sentence.Part.Strong(page.text(key, count));
    }

    private Listed list() {
        List<Line> shown = lines(look.page(range), ROWS);
        int all = count(look.status());
        int first = look.skipped() + 1;
        String older = look.skipped() + shown.size() >= all || shown.isEmpty() ? "" : look.with("before", Long.toString(shown.getLast().startedAt().toEpochMilli()),
                "after", shown.getLast().name(), "skip", Integer.toString(look.skipped() + shown.size()));
        List<StatusTab> tabs = new ArrayList<>();
        for (String key : TABS) tabs.add(tab(key));
        if (!TABS.contains(look.status())) tabs.add(tab(look.status()));
        return new Listed(tabs, look.status(), look.get("find"), shown.stream().map(this::row).toList(), shown.isEmpty() ? 0 : first, all,
                look.skipped() > 0 ? look.first() : "", older);
    }

    private StatusTab tab(String key) {
        return new StatusTab(key, page.text("monitor.tab." + key), count(key), look.first("status", key.equals("all") ? "" : key), key.equals(look.status()));
    }

    private int count(String status) {
        return desk.executions().count(machine.learner(), machine.id(), look.wanted(status, range));
    }

    private ExecutionRow row(Line line) {
        boolean running = line.status().equals("RUNNING");
        boolean redrivable = !express() && !running && !line.status().equals("SUCCEEDED");
        return new ExecutionRow(line.name(), badge(line), page.text(line.waiting() > 0 ? "executions.status.WAITING" : "executions.status." + line.status()),
                base + "/executions/" + StartHandler.encoded(line.name()), times.of(line.startedAt()), units.duration(Duration.ofMillis(line.durationMs())),
                Summary.of(line).steps(), where(line), look.with("open", line.name()) + "#log", line.name().equals(look.get("open")), running && !express(), redrivable);
    }

    private static String badge(Line line) {
        return switch (line.status()) {
            case "SUCCEEDED" -> "ok";
            case "FAILED" -> "fail";
            case "TIMED_OUT" -> "timeout";
            case "ABORTED" -> "stopped";
            default -> line.waiting() > 0 ? "wait" : "run";
        };
    }

    private String where(Line line) {
        return switch (line.status()) {
            case "FAILED" -> line.endedAt() + ": " + line.error();
            case "TIMED_OUT" -> page.text("executions.where.timedOut", line.endedAt(), units.duration(Duration.ofMillis(line.durationMs())));
            case "ABORTED" -> page.text("executions.where.aborted", line.endedAt());
            case "RUNNING" -> page.text(line.waiting() > 0 ? "executions.where.waiting" : "executions.where.running", line.endedAt());
            default -> line.endedAt();
        };
    }

    private List<TypeRow> types(Figures figures, Revision newest) {
        Money money = new Money(page);
        String median = units.duration(Duration.ofMillis(figures.total().median()));
        List<TypeRow> rows = new ArrayList<>();
        for (Definition.Type type : List.of(Definition.Type.STANDARD, Definition.Type.EXPRESS)) {
            boolean standard = type == Definition.Type.STANDARD;
            int unfit = standard ? 0 : figures.tooLongForExpress();
            rows.add(new TypeRow(standard ? "Standard" : "Express", machine.type().equals(type.name()), page.text("types." + type + ".history"), page.text("types." + type + ".each"),
                    page.text(unfit > 0 ? "types.EXPRESS.unfit" : "types." + type + ".longest", unfit), median, money.rounded(figures.price(type)), money.arithmetic(figures.bill(type))));
        }
        return rows;
    }

    /// What an Express machine would mean for this one.
    private List<Sentence> twice(StateMachine model) {
        if (model == null) return List.of();
        List<Sentence> said = new ArrayList<>();
        List<String> calls = model.everyState().filter(State.Task.class::isInstance).map(State::name).distinct().toList();
        if (!calls.isEmpty()) said.add(Sentence.of(page, "types.twice", new Sentence.Part.Code(String.join(", ", calls.subList(0, Math.min(calls.size(), 6))))));
        List<String> unfit = model.everyState().filter(state -> state instanceof State.Task task && task.resource().arn().matches(".*(\\.sync(:2)?|\\.waitForTaskToken)|.*:activity:.*"))
                .map(State::name).distinct().toList();
        if (!unfit.isEmpty()) said.add(Sentence.of(page, "types.unfit", new Sentence.Part.Code(String.join(", ", unfit))));
        return said;
    }

    private LogPanel log(Revision newest) {
        String open = look.get("open");
        Map<String, Trace> traces = new LinkedHashMap<>();
        List<String> names = open.isEmpty() ? lines(look.page(range), LOGGED).stream().map(Line::name).toList() : List.of(open);
        for (String name : names) {
            desk.executions().find(machine.learner(), machine.id(), name).flatMap(row -> remake.make(row, end(row))).ifPresent(made -> traces.put(name, made.trace()));
        }
        String level = LEVELS.contains(look.get("level")) ? look.get("level") : LEVELS.contains(newest.logLevel()) ? newest.logLevel() : "ALL";
        Optional<FilterPattern> filter = FilterPattern.of(look.get("log"));
        Logs logs = Logs.of(page, base, monitoring.clock(), traces, LogLevel.valueOf(level), filter.orElse(FilterPattern.of("").orElseThrow()));
        Optional<Execution> opened = traces.isEmpty() || open.isEmpty() ? Optional.empty() : desk.executions().find(machine.learner(), machine.id(), open);
        return new LogPanel(opened.map(row -> new Opened(row.name(), base + "/executions/" + StartHandler.encoded(row.name()), row.status().equals("RUNNING") && !express(),
                !express() && !row.status().equals("RUNNING") && !row.status().equals("SUCCEEDED"))), level, newest.logLevel(), look.get("log"), filter.isEmpty(),
                (int) logs.lines().stream().filter(line -> line.silence().isEmpty()).count(), logs.all(), traces.size(), logs.lines(), opened.flatMap(this::note));
    }

    /// An execution that has ended is not made longer than it was.
    private Instant end(Execution row) {
        return row.stoppedAt().orElse(monitoring.clock());
    }

    private Optional<Sentence> note(Execution row) {
        return switch (row.status()) {
            case "TIMED_OUT" -> Optional.of(Sentence.of(page, "monitor.note.timedOut"));
            case "RUNNING" -> Optional.of(Sentence.of(page, row.waiting() > 0 ? "monitor.note.waiting" : "monitor.note.running"));
            case "ABORTED" -> Optional.of(Sentence.of(page, "monitor.note.aborted"));
            case "FAILED" -> Optional.of(Sentence.of(page, "monitor.note.failed", new Sentence.Part.Code(row.error())));
            default -> Optional.empty();
        };
    }
}
