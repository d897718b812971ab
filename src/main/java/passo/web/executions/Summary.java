package passo.web.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.Coverage;
import passo.store.Execution;
import passo.store.Executions;

/// What a row keeps of a run, for lists and charts.
///
/// @param steps how many states were entered
/// @param retries how many tries were made again
/// @param throttled how many tries a service refused because there were too many
record Summary(int steps, int retries, int throttled) {

    /// What services call it.
    private static final Pattern THROTTLED = Pattern.compile(".*(TooManyRequests|Throttl|ThroughputExceeded|SlowDown|RequestLimitExceeded).*");
    private static final int LONGEST_CAUSE = 2_000;

    static Summary of(Trace trace) {
        List<Step.Attempt> attempts = trace.executions().flatMap(execution -> execution.steps().stream()).flatMap(step -> step.attempts().stream()).toList();
        return new Summary((int) trace.executions().mapToLong(execution -> execution.steps().size()).sum(),
                (int) attempts.stream().filter(attempt -> attempt.retryAfter().isPresent()).count(),
                (int) attempts.stream().filter(attempt -> attempt.failure().filter(failure -> THROTTLED.matcher(failure.error()).matches()).isPresent()).count());
    }

    static Summary of(Executions.Line line) {
        Json.Obj json = (Json.Obj) JsonText.parse(line.metrics());
        return new Summary(number(json, "steps"), number(json, "retries"), number(json, "throttled"));
    }

    private static int number(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Num(var number) ? number.intValue() : 0;
    }

    private Json.Obj json() {
        return Json.Obj.builder().put("steps", steps).put("retries", retries).put("throttled", throttled).build();
    }

    /// The row of an execution, with what its run came to.
    ///
    /// @param decisions that the run was made with
    static Execution row(Execution execution, String decisions, Trace trace) {
        boolean open = trace.status() == Trace.Status.RUNNING;
        Instant stopped = open ? null : trace.end();
        Optional<Outcome.Failure> failure = trace.failure();
        return new Execution(execution.machine(), execution.name(), execution.revision(), execution.qualifier(), execution.type(), execution.input(),
                execution.world(), execution.seed(), decisions, execution.startedBy(), trace.status().name(), execution.startedAt(), stopped,
                Duration.between(execution.startedAt(), trace.end()).toMillis(), trace.transitions(), shortened(failure.map(Outcome.Failure::error).orElse(""), 256),
                shortened(failure.map(Outcome.Failure::cause).orElse(""), LONGEST_CAUSE), shortened(last(trace), 80),
                (int) trace.executions().mapToLong(one -> one.waiting().size()).sum(), Coverage.of(trace.start().machine(), trace).json().toString(),
                of(trace).json().toString());
    }

    /// The state where it failed, else where it stands or ended.
    private static String last(Trace trace) {
        Stream<Step> latest = trace.steps().reversed().stream();
        return latest.filter(step -> switch (trace.status()) {
            case FAILED -> step.status() == Step.Status.FAILED || step.status() == Step.Status.TIMED_OUT;
            case RUNNING -> step.status() == Step.Status.RUNNING;
            case TIMED_OUT, ABORTED -> step.status() == Step.Status.ABORTED || step.status() == Step.Status.TIMED_OUT;
            case SUCCEEDED -> true;
        }).findFirst().or(() -> trace.steps().reversed().stream().findFirst()).map(Step::state).orElse("");
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
