package passo.web.executions;

import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import passo.aws.messaging.Scheduler;
import passo.engine.Chance;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Execution;
import passo.store.Executions;
import passo.store.Machine;
import passo.store.Monitoring;
import passo.store.Revision;
import passo.web.Capacity;

/// All that changes the executions of one machine: starts, decisions, and time. Made for one request, then dropped.
final class Operations {

    /// So many are started at once, by a list or because time passes.
    static final int MOST = 200;
    /// So long time goes on at most when something is started or decided.
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);
    /// A decision takes its time.
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_RUNNING = 500;
    private static final int MOST_TRIES = 3;

    /// What is to be started.
    ///
    /// @param qualifier a version, an alias or nothing, which led to the revision
    /// @param world empty for the revision's own
    /// @param by `HAND`, `EVENT` or `SCHEDULE`
    record Ask(String name, Revision revision, String qualifier, String input, String world, Instant at, long seed, String by) {}

    /// What came of it, in AWS's words where it is refused.
    sealed interface Outcome {
        record Done(String name) implements Outcome {}

        record Refused(String error, String message) implements Outcome {}
    }

    /// What happened while time passed.
    ///
    /// @param clock how late it is then: earlier than was asked where too much was due
    record Passed(Instant clock, int started) {}

    private final Desk desk;
    private final Machine machine;
    private final Remake remake;

    Operations(Desk desk, Capacity.Share share, Machine machine) {
        this.desk = desk;
        this.machine = machine;
        this.remake = new Remake(machine, desk.revisions(), share);
    }

    Remake remake() {
        return remake;
    }

    Monitoring monitoring() {
        return desk.monitors().of(machine);
    }

    /// A name as AWS's console gives one that nobody chose.
    static String name(long seed) {
        return Chance.uuid(new SplittableRandom(~seed)).toString();
    }

    /// Starts executions, none of them before the clock's time, and lets time go on until they have ended, or a minute after the last.
    List<Outcome> start(List<Ask> asks) {
        Instant until = asks.stream().map(Ask::at).max(Comparator.naturalOrder()).orElseThrow().plus(AFTERWARDS);
        List<Outcome> outcomes = new ArrayList<>();
        asks.forEach(ask -> outcomes.add(start(ask, until)));
        List<Execution> started = outcomes.stream().flatMap(outcome -> outcome instanceof Outcome.Done(var name) ? find(name).stream() : Stream.<Execution>empty()).toList();
        if (!started.isEmpty()) advance(started.stream().map(row -> row.stoppedAt().orElse(until)).max(Comparator.naturalOrder()).orElseThrow());
        return outcomes;
    }

    /// AWS: what already runs with this name and input is no mistake, and of an Express machine any name may be taken again.
    private Outcome start(Ask ask, Instant until) {
        Optional<Execution> before = find(ask.name);
        boolean express = machine.type().equals("EXPRESS");
        if (before.isPresent() && !express) {
            return before.get().status().equals("RUNNING") && same(before.get().input(), ask.input) ? new Outcome.Done(ask.name) : taken(ask.name);
        }
        String name = before.isEmpty() ? ask.name : ask.name.substring(0, Math.min(ask.name.length(), 60)) + ":" + name(ask.seed).substring(0, 18);
        var row = new Execution(machine.id(), name, ask.revision.number(), ask.qualifier, machine.type(), ask.input, ask.world, ask.seed, "[]", ask.by,
                "RUNNING", ask.at, null, 0, 0, "", "", "", 0, "{}", "{}");
        Optional<Remake.Made> made = remake.make(row, until);
        if (made.isEmpty()) return new Outcome.Refused("RunBudget", "");
        Executions.Outcome kept = desk.executions().add(machine.learner(), Summary.row(row, "[]", made.get().trace()));
        return kept == Executions.Outcome.DONE ? new Outcome.Done(name) : taken(name);
    }

    private static boolean same(String one, String other) {
        return Remake.json(one).equals(Remake.json(other));
    }

    private Outcome taken(String name) {
        return new Outcome.Refused("ExecutionAlreadyExists", "Execution Already Exists: 'arn:aws:states:" + StartExecution.REGION + ":111122223333:execution:"
                + machine.name() + ":" + name + "'");
    }

    Optional<Execution> find(String name) {
        return desk.executions().find(machine.learner(), machine.id(), name);
    }

    /// Lets time pass: schedules start what is due, and what runs goes on.
    Passed pass(Duration time) {
        return advance(monitoring().clock().plus(time));
    }

    private Passed advance(Instant to) {
        Monitoring now = monitoring();
        List<Schedules.Due> due = Schedules.of(now.schedules()).due(now.clock(), to, MOST + 1);
        Instant clock = due.size() > MOST ? due.get(MOST).at() : to;
        Revision revision = due.isEmpty() ? null : desk.revisions().newest(machine.learner(), machine.id()).orElseThrow();
        int started = 0;
        for (Schedules.Due one : due.subList(0, Math.min(due.size(), MOST))) {
            if (start(ask(one, revision), clock) instanceof Outcome.Done) started++;
        }
        for (Execution row : desk.executions().running(machine.learner(), machine.id(), MOST_RUNNING)) {
            remake.make(row, clock).ifPresent(made -> desk.executions().update(machine.learner(), Summary.row(row, row.decisions(), made.trace()), row.decisions()));
        }
        desk.monitors().move(machine, clock);
        return new Passed(clock, started);
    }

    private static Ask ask(Schedules.Due due, Revision revision) {
        long seed = due.at().toEpochMilli() ^ due.schedule().name().hashCode();
        String id = name(seed);
        String input = Scheduler.sent(due.schedule().input(), "arn:aws:scheduler:" + StartExecution.REGION + ":111122223333:schedule/default/" + due.schedule().name(),
                id, due.at(), "111122223333");
        return new Ask(id, revision, "", input, "", due.at(), seed, "SCHEDULE");
    }

    /// Makes one more decision about an execution, upon whatever others were made meanwhile.
    Outcome decide(String name, Wish wish) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Outcome> outcome = decideOnce(name, wish);
            if (outcome.isPresent()) return outcome.get();
        }
        return new Outcome.Refused("Conflict", "");
    }

    /// Empty where another was quicker.
    private Optional<Outcome> decideOnce(String name, Wish wish) {
        Execution row = find(name).orElseThrow(NotFoundResponse::new);
        Instant clock = monitoring().clock();
        Optional<Remake.Made> now = remake.make(row, clock);
        if (now.isEmpty()) return Optional.of(new Outcome.Refused("RunBudget", ""));
        switch (wish.at(clock.plus(PAUSE), now.get().trace())) {
            case Wish.Judged.Refused(var error, var message) -> {
                return Optional.of(new Outcome.Refused(error, message));
            }
            case Wish.Judged.Decision(var json) -> {
                String decisions = new Json.Arr(Stream.concat(((Json.Arr) JsonText.parse(row.decisions())).items().stream(), Stream.of(json)).toList()).toString();
                Instant until = clock.plus(PAUSE).plus(AFTERWARDS);
                Optional<Trace> then = remake.make(row.decided(decisions), until).map(Remake.Made::trace);
                if (then.isEmpty()) return Optional.of(new Outcome.Refused("Unfit", ""));
                if (!desk.executions().update(machine.learner(), Summary.row(row, decisions, then.get()), row.decisions())) return Optional.empty();
                advance(then.get().status() == Trace.Status.RUNNING ? until : then.get().end());
                return Optional.of(new Outcome.Done(name));
            }
        }
    }
}
