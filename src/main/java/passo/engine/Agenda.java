package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// Virtual time: the clock of a run and what is to happen when. Two events at the same instant happen in the order in
/// which they were put here. Shared by an execution, its children and its services; confined to one thread.
public final class Agenda {

    private record Entry(Instant at, long order, Runnable event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /// What someone outside says of a task that waits for its token. AWS, SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat.
    public sealed interface Answer {
        /// A worker takes an activity's task (GetActivityTask): `ActivityStarted`. No other task has such an answer.
        record Started(String workerName) implements Answer {}

        record Success(Json output) implements Answer {}

        /// @param error empty where none was sent; so `cause`
        record Failure(String error, String cause) implements Answer {}

        record Heartbeat() implements Answer {}
    }

    private final TreeSet<Entry> later = new TreeSet<>();
    private final ArrayDeque<Runnable> atOnce = new ArrayDeque<>();
    private final Map<String, Task> waiting = new HashMap<>();
    private final Budget budget;
    private Starter starter = (_, _, _) -> {};
    private Instant now;
    private Instant end = Instant.MAX;
    private long order;
    /// How many executions go on, and how many promises are still to be kept.
    private int busy;
    /// How many of the events happen only while something else is to come.
    private int idle;

    public Agenda(Instant start) {
        this(start, new Budget(Limits.NORMAL));
    }

    Agenda(Instant start, Budget budget) {
        now = start;
        this.budget = budget;
    }

    public Instant now() {
        return now;
    }

    /// Puts an event here, `delay` from now; a negative delay is none.
    public void after(Duration delay, Runnable event) {
        if (delay.isZero() || delay.isNegative()) atOnce.add(event);
        else until(delay, event);
    }

    /// Puts an event here that may be taken back, so that nothing is kept for its sake: a deadline.
    ///
    /// @return takes it back
    Runnable until(Duration delay, Runnable event) {
        var entry = new Entry(now.plus(delay), order++, event);
        later.add(entry);
        return () -> later.remove(entry);
    }

    /// Lets the run last, though every execution may have ended before, until a service has done what it took upon itself.
    ///
    /// @param what it took; this counts among what the run keeps, so that services do not go on for ever among themselves
    /// @return to be called once, when it is done
    public Runnable promise(Json what) {
        budget.keep(what);
        budget.event();
        busy++;
        return () -> busy--;
    }

    /// Nothing that is due after this instant happens.
    void endsAt(Instant last) {
        end = last;
    }

    void begun() {
        busy++;
    }

    void ended() {
        busy--;
    }

    /// Is there anything that the run must last for?
    boolean isBusy() {
        return busy > 0;
    }

    /// Puts an event here that happens only if something else is to come as well, such as the next turn of a schedule without end.
    public void meanwhile(Duration delay, Runnable event) {
        idle++;
        until(delay, () -> {
            idle--;
            budget.event();
            event.run();
        });
    }

    /// Starts a state machine that no task asks for; the run lasts until it has ended.
    ///
    /// @param step of the run's first execution to which it goes back
    public void start(StartExecution execution, int step, Consumer<Trace> whenEnded) {
        starter.start(execution, step, whenEnded);
    }

    @FunctionalInterface
    interface Starter {
        void start(StartExecution execution, int step, Consumer<Trace> whenEnded);
    }

    void startsBy(Starter run) {
        starter = run;
    }

    /// What became of an answer.
    public sealed interface Heard {
        /// A task took it.
        record Taken() implements Heard {}

        /// The task of this token waits no more.
        ///
        /// @param resource of the task
        record TooLate(String resource) implements Heard {}

        /// No task ever had this token.
        record Unknown() implements Heard {}
    }

    private record Task(String resource, Predicate<Answer> taker) {}

    /// Gives an answer to the task that waits for this token.
    public Heard answer(String token, Answer answer) {
        Task task = waiting.get(token);
        if (task == null) return new Heard.Unknown();
        return task.taker.test(answer) ? new Heard.Taken() : new Heard.TooLate(task.resource);
    }

    void await(String token, String resource, Predicate<Answer> taker) {
        waiting.put(token, new Task(resource, taker));
    }

    void forget(String token) {
        waiting.computeIfPresent(token, (_, task) -> new Task(task.resource, _ -> false));
    }

    /// The next event, after moving the clock to it; `null` where nothing is left to happen.
    public @Nullable Runnable next() {
        // What is due at this instant was put here before what happens now asks for more.
        if (!later.isEmpty() && !atOnce.isEmpty() && later.first().at.equals(now)) return later.pollFirst().event;
        Runnable event = atOnce.poll();
        if (event != null) return event;
        if (later.size() == idle) return nothing();
        if (later.isEmpty() || later.first().at.isAfter(end)) return nothing();
        Entry entry = later.pollFirst();
        now = entry.at;
        return entry.event;
    }

    /// Time goes on even where nothing happens.
    private @Nullable Runnable nothing() {
        if (end.isAfter(now) && end.isBefore(Instant.MAX)) now = end;
        return null;
    }
}
