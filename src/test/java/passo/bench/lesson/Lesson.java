package passo.bench.lesson;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Executors;

/// A lesson as one table: `mvn -q test-compile exec:exec@load -Durl=http://localhost:8080 -Dlearners=100 -Dminutes=10 -Dpid=<the server's>`.
/// Ends with 1 where anything was refused, or pages and runs took 300 ms and more.
final class Lesson {

    private static final Duration ALLOWED = Duration.ofMillis(300);
    /// All have come after this part of the lesson.
    private static final int ARRIVALS = 10;
    private static final int TEACHERS = 2;

    private final URI site = URI.create(System.getProperty("url"));
    private final int learners = Integer.getInteger("learners");
    private final Duration length = Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("minutes"))));
    private final long seed = Long.getLong("seed");
    private final Optional<Memory> memory = ProcessHandle.of(Long.getLong("pid", 0)).map(Memory::new);
    /// The owner's; where it is told, all join one class, and two watch its panel.
    private final String phrase = System.getProperty("phrase", "");
    private final Times times = new Times();

    static void main() throws Exception {
        System.exit(new Lesson().hold() ? 0 : 1);
    }

    private boolean hold() throws IOException, InterruptedException {
        var material = Material.read(Path.of("exercises"));
        long begin = System.nanoTime();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<String> classroom = phrase.isEmpty() ? Optional.empty() : Optional.of(Teacher.open(phrase, new Browser(client, site, times)));
            for (int number = 0; number < learners; number++) {
                Pace pace = pace(number, begin);
                var learner = new Learner(material, classroom, "Learner " + number, number % 2 == 0 ? "pt-BR" : "en", new Browser(client, site, times), pace);
                long arrival = begin + length.toNanos() / ARRIVALS * number / learners;
                threads.submit(() -> attend(learner, pace, arrival));
            }
            for (int number = 0; number < TEACHERS && classroom.isPresent(); number++) {
                Pace pace = pace(learners + number, begin);
                var teacher = new Teacher(phrase, classroom.get(), new Browser(client, site, times), pace);
                threads.submit(() -> attend(teacher, pace, begin));
            }
            if (memory.isPresent()) watch(memory.get(), begin);
        }
        times.print();
        return times.errors() == 0 && times.p95().compareTo(ALLOWED) < 0;
    }

    private Pace pace(int number, long begin) {
        return new Pace(new Random(31 * seed + number), begin + length.toNanos());
    }

    /// Who was refused something has had it counted, and begins again.
    private static Void attend(Person person, Pace pace, long arrival) throws InterruptedException {
        pace.until(arrival);
        while (!pace.isOver()) {
            try {
                person.attend();
            } catch (IOException counted) {
                pace.think(5);
            }
        }
        return null;
    }

    /// Once a minute. The heap is swept after all have come, and at the end.
    private void watch(Memory server, long begin) throws InterruptedException {
        Times.row("Minute", "memory of the process", "heap in use", "time on a core");
        Times.row("---:", "---:", "---:", "---:");
        long minutes = Math.max(1, length.toMinutes());
        for (long minute = 1; minute <= minutes; minute++) {
            Duration before = server.onCores();
            Thread.sleep(Duration.ofNanos(Math.max(0, begin + length.toNanos() * minute / minutes - System.nanoTime())));
            OptionalLong heap = minute == Math.ceilDiv(minutes, ARRIVALS) || minute == minutes ? server.heap() : OptionalLong.empty();
            Times.row(String.valueOf(minute), megabytes(server.resident()), megabytes(heap), "%.1f s".formatted(server.onCores().minus(before).toMillis() / 1000.0));
        }
        System.out.println();
    }

    private static String megabytes(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() + " MB" : "";
    }
}
