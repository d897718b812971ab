package passo.web.executions;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import passo.asl.State;
import passo.aws.automatic.AutomaticMock;
import passo.engine.Event;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Execution;
import passo.store.Machine;
import passo.web.Page;
import passo.web.parts.JsonLines;
import passo.web.parts.Kind;
import passo.web.parts.Units;

/// The approvals inbox: every task of the learner's executions that waits for an answer.
public final class InboxHandler {

    private static final int MOST = 30;
    private static final int DEEPEST = 4;

    private final Desk desk;

    public InboxHandler(Desk desk) {
        this.desk = desk;
    }

    public void open(Context ctx) {
        Page page = desk.pages().of(ctx);
        List<InboxView.Card> cards = new ArrayList<>();
        List<Execution> asking = desk.learners().known(ctx).map(learner -> desk.executions().asking(learner, MOST + 1)).orElse(List.of());
        Map<String, Machine> machines = new HashMap<>();
        Map<String, Remake> remakes = new HashMap<>();
        for (Execution row : asking.subList(0, Math.min(asking.size(), MOST))) {
            Machine machine = machines.computeIfAbsent(row.machine(), id -> desk.machines().find(desk.learners().idOf(ctx), id).orElseThrow());
            Instant clock = desk.monitors().of(machine).clock();
            remakes.computeIfAbsent(row.machine(), _ -> desk.operations(ctx, machine).remake()).make(row, clock)
                    .ifPresent(made -> made.trace().executions().forEach(execution -> execution.waiting().forEach(task -> cards.add(card(page, machine, row, made.trace(), execution, task, clock)))));
        }
        desk.pages().show(ctx, "executions/inbox.jte", new InboxView(cards, asking.size() > MOST));
    }

    private static InboxView.Card card(Page page, Machine machine, Execution row, Trace run, Trace execution, Trace.Waiting task, Instant clock) {
        Asked asked = Asked.of(execution, task);
        Instant beat = Wish.heartbeat(row.decisions(), task.eventId()).map(task.since()::plus).orElse(asked.at);
        var times = new Times(page, clock);
        var units = new Units(page.language().locale());
        Optional<Instant> until = end(asked.at, asked.timeout);
        Optional<Instant> heartbeat = end(beat, asked.heartbeat);
        String href = page.to(StartHandler.base(machine) + "/executions/" + StartHandler.encoded(row.name()));
        Optional<Instant> first = until.filter(end -> heartbeat.isEmpty() || end.isBefore(heartbeat.get())).or(() -> heartbeat);
        return new InboxView.Card(href + "/decisions", href, machine.name(), row.name(), task.eventId(), execution == run ? "" : execution.start().executionArn(), task.state(),
                Kind.of(execution.start().machine().find(task.state()).map(State::type).orElse("Task")), asked.service, times.of(task.since()),
                units.duration(Duration.between(task.since(), clock)), left(times, units, until, clock), left(times, units, heartbeat, clock),
                JsonLines.of(asked.payload, DEEPEST), JsonText.pretty(new AutomaticMock(execution.start().machine()).reply(task.state())),
                page.to(StartHandler.base(machine) + "/time"), first.map(end -> Duration.between(clock, end).plusMillis(1).toString()).orElse(""),
                first.map(end -> units.duration(Duration.between(clock, end))).orElse(""));
    }

    private static Optional<Instant> end(Instant from, OptionalLong seconds) {
        return seconds.isPresent() ? Optional.of(from.plusSeconds(seconds.getAsLong())) : Optional.empty();
    }

    private static String left(Times times, Units units, Optional<Instant> end, Instant clock) {
        return end.map(at -> times.of(at) + " (" + units.duration(Duration.between(clock, at)) + ")").orElse("");
    }

    /// What a task asks for, and how long it waits.
    ///
    /// @param at since when that is counted
    private record Asked(String service, Json payload, Instant at, OptionalLong timeout, OptionalLong heartbeat) {

        static Asked of(Trace execution, Trace.Waiting task) {
            int step = execution.events().get(task.eventId() - 1).step();
            for (Event event : execution.events().subList(0, task.eventId()).reversed()) {
                if (event.step() != step) continue;
                switch (event.detail()) {
                    case Event.Detail.TaskScheduled scheduled -> {
                        return new Asked(scheduled.resourceType() + ":" + scheduled.resource().replaceFirst("\\.waitForTaskToken$", ""), scheduled.parameters(), event.at(),
                                scheduled.timeout(), scheduled.heartbeat());
                    }
                    case Event.Detail.ActivityScheduled scheduled -> {
                        return new Asked(scheduled.resource().substring(scheduled.resource().lastIndexOf(':') + 1), scheduled.input(), event.at(),
                                scheduled.timeout(), scheduled.heartbeat());
                    }
                    default -> {}
                }
            }
            return new Asked("", Json.NULL, task.since(), OptionalLong.empty(), OptionalLong.empty());
        }
    }
}
