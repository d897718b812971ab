package passo.web.executions;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.json.Json;
import passo.store.Machine;
import passo.store.Monitoring;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Sentence;

/// The executions of a machine: list, metrics, log, alarms; and the clock of its console.
public final class MonitorHandler {

    private static final Map<String, Duration> STEPS = Map.of("1m", Duration.ofMinutes(1), "1h", Duration.ofHours(1), "1d", Duration.ofDays(1), "1w", Duration.ofDays(7));

    private final Desk desk;

    public MonitorHandler(Desk desk) {
        this.desk = desk;
    }

    public void open(Context ctx) {
        Machine machine = desk.machine(ctx);
        Page page = desk.pages().of(ctx);
        show(ctx, machine, Optional.ofNullable(ctx.queryParam("passed")).filter(count -> count.matches("\\d{1,3}"))
                .map(count -> Sentence.of(page, count.equals("0") ? "monitor.passed.0" : "monitor.passed", count)).stream().toList(), false);
    }

    /// Lets time pass.
    public void pass(Context ctx) {
        desk.rate().take(ctx);
        Machine machine = desk.machine(ctx);
        Operations operations = desk.operations(ctx, machine);
        Operations.Passed passed = operations.pass(time(Form.field(ctx, "time", 20)));
        if ("inbox".equals(ctx.formParam("back"))) ctx.redirect(desk.pages().of(ctx).to("/console/inbox"), HttpStatus.SEE_OTHER);
        else to(ctx, machine, "?passed=" + passed.started());
    }

    /// At most a year.
    private static Duration time(String text) {
        if (STEPS.containsKey(text)) return STEPS.get(text);
        try {
            Duration given = Duration.parse(text);
            return given.isNegative() || given.compareTo(Duration.ofDays(366)) > 0 ? Duration.ZERO : given;
        } catch (DateTimeParseException noDuration) {
            return Duration.ZERO;
        }
    }

    /// Sets an alarm, or takes one away.
    public void alarm(Context ctx) {
        Machine machine = desk.machine(ctx);
        Monitoring monitoring = desk.monitors().of(machine);
        String name = Form.field(ctx, "alarm", 100).strip();
        if (ctx.formParam("remove") != null) {
            desk.monitors().saveAlarms(machine, Alarms.without(monitoring.alarms(), name));
            to(ctx, machine, "#alarms");
            return;
        }
        Optional<Json.Obj> described = Alarms.described(ctx, machine);
        if (described.isEmpty() || name.isEmpty()) {
            show(ctx, machine, List.of(), true);
            return;
        }
        desk.monitors().saveAlarms(machine, Alarms.with(monitoring.alarms(), name, described.get()));
        to(ctx, machine, "#alarms");
    }

    private void show(Context ctx, Machine machine, List<Sentence> said, boolean alarmRefused) {
        Page page = desk.pages().of(ctx);
        Remake remake = desk.operations(ctx, machine).remake();
        desk.pages().show(ctx, "executions/monitor.jte", new Monitor(desk, page, machine, remake, Look.of(ctx)).view(said, alarmRefused));
    }

    private void to(Context ctx, Machine machine, String rest) {
        ctx.redirect(desk.pages().of(ctx).to(StartHandler.base(machine) + "/executions" + rest), HttpStatus.SEE_OTHER);
    }
}
