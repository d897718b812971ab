package passo.bench.lesson;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How long each thing took that was asked for, and what went wrong. May be shared between threads.
final class Times {

    private static final int COMPLAINTS = 10;
    private static final int SAID = 300;

    private final Map<Ask, Queue<Answered>> answered = new EnumMap<>(Ask.class);
    private final Map<Ask, Queue<String>> failed = new EnumMap<>(Ask.class);

    private record Answered(String path, long nanos) {}

    Times() {
        for (Ask ask : Ask.values()) {
            answered.put(ask, new ConcurrentLinkedQueue<>());
            failed.put(ask, new ConcurrentLinkedQueue<>());
        }
    }

    interface Request<T> {

        T send() throws IOException, InterruptedException;
    }

    /// Sends a request and notes how it went.
    <T> T of(Ask ask, String path, Request<T> request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            T answer = request.send();
            answered.get(ask).add(new Answered(path, System.nanoTime() - start));
            return answer;
        } catch (IOException mistake) {
            failed.get(ask).add(path + ": " + mistake);
            throw mistake;
        }
    }

    int errors() {
        return failed.values().stream().mapToInt(Queue::size).sum();
    }

    /// Of what one waits for.
    Duration p95() {
        return Duration.ofNanos(at(answered(ask -> ask.waited), 95).nanos());
    }

    void print() {
        row("What", "answers", "errors", "p50", "p95", "p99", "the longest", "which was");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---");
        for (Ask ask : Ask.values()) row(ask.words, ask::equals);
        row("pages and runs", ask -> ask.waited);
        row("all", ask -> true);
        failed.values().stream().flatMap(Queue::stream).limit(COMPLAINTS).forEach(said -> System.out.println(said.substring(0, Math.min(said.length(), SAID))));
    }

    private void row(String words, Predicate<Ask> which) {
        List<Answered> times = answered(which);
        int errors = failed.entrySet().stream().filter(entry -> which.test(entry.getKey())).mapToInt(entry -> entry.getValue().size()).sum();
        if (times.size() + errors > 0) row(words, "%,d".formatted(times.size()), String.valueOf(errors), millis(at(times, 50)), millis(at(times, 95)), millis(at(times, 99)),
                millis(at(times, 100)), at(times, 100).path());
    }

    static void row(String... cells) {
        System.out.println("| " + String.join(" | ", List.of(cells)) + " |");
    }

    /// The quickest first.
    private List<Answered> answered(Predicate<Ask> which) {
        return Stream.of(Ask.values()).filter(which).flatMap(ask -> answered.get(ask).stream()).sorted(Comparator.comparingLong(Answered::nanos)).toList();
    }

    private static Answered at(List<Answered> times, int percent) {
        return times.isEmpty() ? new Answered("", 0) : times.get(Math.min(times.size() - 1, times.size() * percent / 100));
    }

    private static String millis(Answered answer) {
        return "%.0f ms".formatted(answer.nanos() / 1e6);
    }
}
