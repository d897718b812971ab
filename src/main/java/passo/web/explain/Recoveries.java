package passo.web.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import passo.asl.Catcher;
import passo.asl.Retrier;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.Step;
import passo.expression.ResultPath;
import passo.web.parts.Sentence;

/// What `Retry` and `Catch` do, and what they did.
record Recoveries(Known known, Expressions expressions, ErrorWords errors) {

    private static final int MOST_WAITS = 6;

    /// "Tries up to 3 more times, after 2, 4 and 5 s, only when …."
    List<Sentence> retrier(Retrier retrier) {
        Sentence when = errors.when(retrier.errorEquals());
        if (retrier.maxAttempts() == 0) return List.of(known.say("explained.retry.none", when));
        var said = new ArrayList<Sentence>();
        said.add(retrier.maxAttempts() == 1 ? known.say("explained.retry.once", waits(retrier), when)
                : known.say("explained.retry", retrier.maxAttempts(), waits(retrier), when));
        Duration unlimited = unlimited(retrier);
        if (retrier.maxDelay().compareTo(unlimited) < 0) said.add(known.say("explained.retry.most", known.units().duration(retrier.maxDelay())));
        if (retrier.jitter()) said.add(known.say("explained.retry.jitter"));
        return said;
    }

    /// The last wait if there were no `MaxDelaySeconds`.
    private static Duration unlimited(Retrier retrier) {
        return new Retrier(retrier.errorEquals(), retrier.interval(), retrier.maxAttempts(), retrier.backoffRate(), StateMachine.FOREVER, false)
                .delay(retrier.maxAttempts() - 1);
    }

    /// "after 2, 4 and 5 s", "after 2 s each time".
    private Sentence waits(Retrier retrier) {
        List<Duration> waits = IntStream.range(0, Math.min(retrier.maxAttempts(), MOST_WAITS)).mapToObj(retrier::delay).toList();
        boolean alike = retrier.delay(retrier.maxAttempts() - 1).equals(waits.getFirst());
        if (alike) return known.say(waits.size() == 1 ? "explained.waits.one" : "explained.waits.each", known.units().duration(waits.getFirst()));
        if (retrier.maxAttempts() > MOST_WAITS) {
            return known.say("explained.waits.more", joined(waits.subList(0, 3)), known.units().duration(retrier.delay(retrier.maxAttempts() - 1)));
        }
        return known.say("explained.waits", known.list(durations(waits), "explained.and"));
    }

    private Sentence joined(List<Duration> waits) {
        return Sentence.plain(String.join(", ", durations(waits)));
    }

    /// The unit stands once where all have it: `2`, `4`, `5 s`.
    private List<String> durations(List<Duration> waits) {
        boolean seconds = waits.stream().allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) >= 0 && wait.compareTo(Duration.ofMinutes(1)) < 0);
        List<String> said = new ArrayList<>(waits.stream().map(known.units()::duration).toList());
        if (seconds) for (int i = 0; i < said.size() - 1; i++) said.set(i, said.get(i).replace(" s", ""));
        return said;
    }

    /// What a retrier did in the visit.
    List<Sentence> retried(int number) {
        return known.visit().map(Known.Visit::step).filter(step -> !step.attempts().isEmpty()).map(step -> List.of(retried(step, number))).orElse(List.of());
    }

    private Sentence retried(Step step, int number) {
        List<Step.Attempt> failed = step.attempts().stream().filter(attempt -> attempt.retryAfter().isPresent() && attempt.retrier() == number).toList();
        Step.Attempt last = step.attempts().getLast();
        if (failed.isEmpty()) return last.failure().isPresent() && last.retrier() != number
                ? known.say("explained.retried.other", Known.code(last.failure().get().told())) : known.say("explained.retried.none");
        Sentence times = known.list(failed.stream().map(attempt -> known.clock(attempt.end())).toList(), "explained.and");
        String error = failed.getFirst().failure().orElseThrow().told();
        String end = last.failure().isEmpty() ? "through" : last.retrier() == number ? "spent" : "stopped";
        return known.say("explained.retried." + end + (failed.size() == 1 ? ".one" : ""), failed.size(), Known.code(error), times, known.clock(last.end()));
    }

    /// "When … and no retry is left, goes to …."
    List<Sentence> catcher(Catcher catcher, State.Recoverable state, boolean retried) {
        var said = new ArrayList<Sentence>();
        said.add(known.say(retried ? "explained.catch.afterRetry" : "explained.catch", errors.when(catcher.errorEquals()), known.chip(catcher.next())));
        catcher.output().ifPresentOrElse(output -> said.add(known.say("explained.catch.output", expressions.what(output))),
                () -> said.add(handed(catcher.resultPath(), state)));
        return said;
    }

    private Sentence handed(ResultPath path, State state) {
        boolean jsonata = switch (state.common().language()) {
            case JSONATA -> true;
            case JSONPATH -> false;
        };
        if (jsonata || path == ResultPath.ROOT || path.source().equals("$")) return known.say("explained.catch.replaces");
        return path == ResultPath.DISCARD ? known.say("explained.catch.discards") : known.say("explained.catch.beside", Known.code(path.source()));
    }

    /// What a catcher did in the visit.
    List<Sentence> caught(int number) {
        Optional<Step.Attempt> last = known.visit().map(Known.Visit::step).map(Step::attempts).filter(attempts -> !attempts.isEmpty()).map(List::getLast);
        if (last.isEmpty()) return List.of();
        if (last.get().failure().isEmpty()) return List.of(known.say("explained.caught.none"));
        String error = last.get().failure().get().told();
        return List.of(known.say(last.get().catcher() == number ? "explained.caught" : "explained.caught.other", Known.code(error), known.clock(last.get().end())));
    }
}
