package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import passo.Main;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Teacher;
import passo.store.Attempts;
import passo.store.Classrooms;
import passo.store.Database;
import passo.store.Drafts;
import passo.store.Helps;
import passo.store.Members;
import passo.store.Passes;
import passo.store.Teachers;
import passo.store.TestDatabases;

/// Two servers on one PostgreSQL, and a class that is spread over both when one of them is killed: all goes on with the other, and nothing
/// that was acknowledged is lost.
class TwoServersIT {

    private static final String CODE = "MKR-7Q4";
    private static final int PUPILS = 38;
    /// About half of what all pupils write together.
    private static final int BEFORE_THE_END = 180;
    /// What one server answers while forty ask it at once.
    private static final int MILLIS = 30_000;

    @Test void nothingThatWasAcknowledgedIsLostWithOneOfThem() throws Exception {
        Optional<String> url = TestDatabases.urls().filter(one -> one.startsWith("jdbc:postgresql:")).findFirst();
        assumeThat(url).as("a PostgreSQL for this system").isPresent();
        try (var database = Database.open(url.get()); var mortal = Running.start(url.get()); var other = Running.start(url.get()); var browser = TestBrowser.open()) {
            Teacher teacher = new Teacher("marta", "marta");
            openClass(database, teacher);
            Page ana = browser.newcomer();
            ana.setDefaultTimeout(MILLIS);
            Lesson.join(ana, mortal.address, CODE, "Ana");
            Lesson.open(ana, mortal.address, "ola-estado");
            Lesson.write(ana, Pupil.text("ola-estado/solutions/reference.asl.json"));
            assertThat(ana.locator("#saved")).containsText("saved");
            Page rui = browser.newcomer();
            rui.setDefaultTimeout(MILLIS);
            Lesson.join(rui, other.address, CODE, "Rui");

            var written = new CountDownLatch(BEFORE_THE_END);
            List<Pupil> pupils = Lesson.pupils(PUPILS, number -> number % 2 == 0 ? List.of(mortal.address, other.address) : List.of(other.address, mortal.address), written::countDown);
            var lesson = CompletableFuture.runAsync(() -> Lesson.learn(pupils, CODE));
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            mortal.kill();
            Lesson.open(ana, other.address, "ola-estado");
            assertThat(ana.locator("#panel-definition .cm-content")).containsText("Saúda quem chega");
            ana.locator("#panel-definition .cm-content").click();
            ana.keyboard().press("Control+Enter");
            ana.locator("#passed").waitFor();
            Lesson.open(rui, other.address, "ola-estado");
            Lesson.handIn(rui, "ola-estado/wrong/texto-fixo.asl.json");
            rui.locator("#tests .note .say").waitFor();
            lesson.get(30, TimeUnit.SECONDS);

            Map<String, Map<String, String>> grades = Lesson.grades(grades(other.address, new Passes(database).issue(Passes.Kind.TOKEN, teacher.id(), Instant.now())));
            assertThat(grades.get("Ana ola-estado")).containsEntry("grade", "100");
            assertThat(grades.get("Rui ola-estado")).containsEntry("tries", "1");
            for (Pupil pupil : pupils) isKept(database, grades, pupil);
        }
    }

    /// What was acknowledged is there. What was not may be there as well: an answer can be lost on its way.
    private static void isKept(Database database, Map<String, Map<String, String>> grades, Pupil pupil) {
        assertThat(new Members(database).find(CODE, pupil.member())).hasValueSatisfying(member -> assertThat(member.learner()).hasValue(pupil.learner()));
        pupil.tries().forEach((slug, tries) -> {
            assertThat(new Attempts(database).of(pupil.learner(), slug)).hasSizeGreaterThanOrEqualTo(tries);
            Map<String, String> grade = grades.values().stream().filter(row -> row.get("id").equals(pupil.member()) && row.get("exercise").equals(slug)).findFirst().orElseThrow();
            assertThat(Integer.parseInt(grade.get("tries"))).isGreaterThanOrEqualTo(tries);
            assertThat(grade).containsEntry("stars", String.valueOf(pupil.stars().get(slug)));
        });
        pupil.hints().forEach((slug, hints) -> assertThat(new Helps(database).rungs(pupil.learner(), slug)).hasSizeGreaterThanOrEqualTo(hints));
        pupil.drafts().forEach((name, text) -> assertThat(new Drafts(database).find(pupil.learner(), name)).hasValueSatisfying(draft -> assertThat(draft.definition()).isEqualTo(text)));
    }

    private static void openClass(Database database, Teacher teacher) {
        new Teachers(database).add(teacher, Instant.now());
        var classrooms = new Classrooms(database);
        classrooms.open(new Classroom(CODE, teacher.id(), "Turma da noite", ZoneId.of("America/Sao_Paulo"), Instant.now()));
        classrooms.plan(CODE, Lesson.EXERCISES.stream().map(slug -> new Assignment(slug, Optional.empty())).toList());
    }

    private static String grades(String server, String token) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server + "/api/v1/classes/" + CODE + "/grades.csv")).headers("Authorization", "Bearer " + token, "Accept-Language", "en").build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /// A server that is a process.
    private static final class Running implements AutoCloseable {

        private static final String SAYS = "Passo listens on ";

        private final Process process;
        private final String address;

        private Running(Process process, String address) {
            this.process = process;
            this.address = address;
        }

        static Running start(String databaseUrl) throws IOException {
            var java = ProcessHandle.current().info().command().orElseThrow();
            var builder = new ProcessBuilder(java, "-Xmx512m", "-cp", System.getProperty("java.class.path"), Main.class.getName());
            builder.environment().putAll(Map.of("PORT", "0", "PASSO_DATABASE_URL", databaseUrl, "PASSO_RUNS_PER_SECOND", "0"));
            var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream()));
            String line = output.readLine();
            assertThat(line).startsWith(SAYS);
            Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
            return new Running(process, line.substring(SAYS.length()));
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override public void close() {
            process.destroy();
        }
    }
}
