package passo.web.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Member;
import passo.school.Teacher;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Belongings;
import passo.store.Classrooms;
import passo.store.Helps;
import passo.store.Members;
import passo.store.Teachers;
import passo.web.RunningServer;

class PanelTest {

    static final Exercise HELLO = ExerciseFolder.read(Path.of("exercises/ola-estado"), "primeiros-passos");
    static final Instant NOW = Instant.now();

    static RunningServer server;
    static String marta;
    static Teacher teacher;

    String code;

    @BeforeAll static void start() {
        server = RunningServer.start();
        marta = server.teacher("marta");
        teacher = new Teachers(server.database()).named("marta").orElseThrow();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @BeforeEach void open() {
        code = Classroom.newCode();
        new Classrooms(server.database()).open(new Classroom(code, teacher.id(), "Night", ZoneId.of("America/Sao_Paulo"), NOW));
    }

    @Test void anEmptyPanelSaysHowItFills() {
        assertThat(read("").body()).contains("Nobody has joined yet", code, "/teach/classes/" + code + "/people/project");
        join("Ana");
        assertThat(read("").body()).contains("Nobody has tried an exercise yet", "Choose a plan", "0 of 1 present");
        new Classrooms(server.database()).plan(code, List.of(new Assignment(HELLO.slug(), Optional.empty())));
        assertThat(read("").body()).contains("Hello, state", "not begun", "0/1");
    }

    @Test void aRowTellsWhereSomebodyIs() {
        Member ana = join("Ana");
        attempt(ana, "texto-fixo", 0, Duration.ofMinutes(3));
        assertThat(cells()).containsExactly("Ana, Hello, state: now, 1 try");
        new Helps(server.database()).take(ana.learner().orElseThrow(), HELLO.slug(), 1, NOW.minus(Duration.ofMinutes(2)));
        assertThat(cells()).containsExactly("Ana, Hello, state: now, 1 try, 1 hint");
        attempt(ana, "reference", 3, Duration.ofMinutes(1));
        assertThat(cells()).containsExactly("Ana, Hello, state: passed, 3 of 3 stars, 2 tries, 1 hint");
    }

    @Test void whoStandsStillIsNamedBeside() {
        Member ana = join("Ana");
        attempt(ana, "texto-fixo", 0, Duration.ofMinutes(7));
        attempt(join("Bia"), "texto-fixo", 0, Duration.ofMinutes(90));

        assertThat(cells()).containsExactly("Ana, Hello, state: standing still for 7 minutes, 1 try", "Bia, Hello, state: left, not passed, 1 try");
        assertThat(read("").body()).containsPattern("(?s)id=\"stuck\".*aria-label=\"7 minutes\".*>Ana</a>");
    }

    @Test void whatCameInAFileDoesNotCount() {
        Member ana = join("Ana");
        var belongings = new Belongings(server.database());
        String friend = UUID.randomUUID().toString();
        save(friend, HELLO.reference(), 3, NOW);
        belongings.add(ana.learner().orElseThrow(), belongings.of(friend));

        new Classrooms(server.database()).plan(code, List.of(new Assignment(HELLO.slug(), Optional.empty())));
        assertThat(cells()).containsExactly("Ana, Hello, state: not begun, passed only in a file that was brought along, which does not count");
        assertThat(read("").body()).contains("0/1");
        assertThat(read("/members/" + ana.id() + "/" + HELLO.slug()).body()).contains("came in a file, does not count");
    }

    @Test void thePollAnswersOnlyWhatHasChanged() {
        Member ana = join("Ana");
        attempt(ana, "texto-fixo", 0, Duration.ofMinutes(1));
        String seen = seen(read("").body());
        assertThat(read("/live?seen=" + seen).statusCode()).isEqualTo(204);

        attempt(ana, "reference", 3, Duration.ZERO);
        HttpResponse<String> changed = read("/live?seen=" + seen);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("hx-swap-oob=\"true\"", "passed, 3 of 3 stars").doesNotContain("<html");
        assertThat(seen(changed.body())).isNotEqualTo(seen);
    }

    @Test void whoNeedsHelpComesFirst() {
        attempt(join("Ana"), "reference", 3, Duration.ofMinutes(1));
        attempt(join("Bia"), "texto-fixo", 0, Duration.ofMinutes(9));

        assertThat(cells()).first().asString().startsWith("Ana");
        assertThat(found(read("?sort=need").body(), "aria-label=\"([^\"]*Hello, state:[^\"]*)\"")).first().asString().startsWith("Bia");
    }

    @Test void hiddenNamesAreNowhere() {
        Member ana = join("Anabella");
        attempt(ana, "texto-fixo", 0, Duration.ofMinutes(6));
        attempt(join("Bernarda"), "texto-fixo", 0, Duration.ofMinutes(1));
        String page = read("?names=hidden").body();
        String fruit = found(page, "<th scope=\"row\"><a id=\"m" + ana.id().substring(0, 8) + "\"[^>]*>([^<]*)<").getFirst();

        List<String> links = found(page, "href=\"(/en/teach/classes/" + code + "/(?:members|answers)/[^\"]*)\"");
        assertThat(links).isNotEmpty().allMatch(link -> link.contains("names=hidden"));
        assertThat(links.stream().map(link -> link.replace("&amp;", "&")).map(link -> server.get(link, "Cookie", marta).body())).allMatch(body -> body.contains("· Passo</title>"))
                .noneMatch(body -> body.contains("Anabella") || body.contains("Bernarda"));
        assertThat(page).doesNotContain("Anabella", "Bernarda");
        assertThat(read("/live?names=hidden").body()).contains(fruit).doesNotContain("Anabella", "Bernarda");
        assertThat(read("/members/" + ana.id() + "?names=hidden").body()).contains(fruit);
    }

    @Test void anAttemptIsShownAsTheLearnerSeesItAndOpensInTheTrace() {
        Member ana = join("Ana");
        attempt(ana, "texto-fixo", 0, Duration.ofMinutes(2));
        String page = read("/members/" + ana.id() + "/" + HELLO.slug()).body();
        String trace = found(page, "href=\"(/en/teach/classes/[^\"]*/tests/[^\"]*)\"").getFirst();

        assertThat(page).contains("Attempt 1", "is a fixed text", "No hint was taken.");
        assertThat(server.get(trace, "Cookie", marta).body()).contains("data-layout=\"trace\"", "/members/" + ana.id() + "/" + HELLO.slug() + "?attempt=");
    }

    @Test void aMembersPageTellsAllTheyDid() {
        Member ana = join("Ana");
        attempt(ana, "reference", 3, Duration.ofMinutes(2));

        assertThat(read("/members/" + ana.id()).body()).contains("<h1 translate=\"no\">Ana</h1>", "1 of 3", "passed, 3 of 3 stars, 1 try", "last active");
    }

    @Test void answersThatAreWrongInTheSameWayAreOneGroup() {
        for (String name : List.of("Ana", "Bia", "Caio")) attempt(join(name), "texto-fixo", 0, Duration.ofMinutes(2));
        attempt(join("Dora"), "sem-cifrao", 0, Duration.ofMinutes(2));
        attempt(join("Eva"), "reference", 3, Duration.ofMinutes(2));
        String page = read("").body();
        String wall = found(page, "href=\"(/en/teach/classes/[^\"]*/answers/[^\"/]*/[^\"/]*)\"").getFirst();

        assertThat(found(page, "<b class=\"count\"[^>]*>(\\d+)<")).containsExactly("3");
        assertThat(server.get(wall, "Cookie", marta).body()).contains("3 people", "is a fixed text", "A hint").doesNotContain("Ana<", ">Bia", "Caio");
        assertThat(server.get(wall + "/texts", "Cookie", marta).body()).contains("Answer 1", "3 people").doesNotContain("Answer 2", ">Bia", "Caio");
        assertThat(read("/answers/" + HELLO.slug() + "/000000000000").statusCode()).isEqualTo(404);
    }

    @Test void nobodyElseSeesAnyOfIt() {
        Member ana = join("Ana");
        attempt(ana, "texto-fixo", 0, Duration.ofMinutes(2));
        String other = server.teacher("other " + code);

        assertThat(List.of("", "/live", "/members/" + ana.id(), "/members/" + ana.id() + "/" + HELLO.slug())).allSatisfy(path -> {
            assertThat(server.get("/en/teach/classes/" + code + path, "Cookie", other).statusCode()).isEqualTo(404);
            assertThat(server.get("/en/teach/classes/" + code + path).headers().firstValue("Location").orElse("")).contains("/teach/sign-in");
        });
        assertThat(read("/members/nobody").statusCode()).isEqualTo(404);
    }

    private Member join(String name) {
        return new Members(server.database()).join(code, UUID.randomUUID().toString(), name, NOW);
    }

    private static void attempt(Member member, String answer, int stars, Duration ago) {
        Json.Obj text = answer.equals("reference") ? HELLO.reference() : HELLO.wrong().get(answer).answer();
        save(member.learner().orElseThrow(), text, stars, NOW.minus(ago));
    }

    private static void save(String learner, Json.Obj answer, int stars, Instant at) {
        new Attempts(server.database()).save(new Attempt(UUID.randomUUID().toString(), learner, HELLO.slug(), HELLO.hash(), answer.toString(), stars, "[]", at));
    }

    private List<String> cells() {
        return found(read("").body(), "aria-label=\"([^\"]*Hello, state:[^\"]*)\"");
    }

    private static String seen(String body) {
        return found(body, "seen=([0-9a-f]+)").getFirst();
    }

    private static List<String> found(String body, String pattern) {
        return Pattern.compile(pattern).matcher(body).results().map(match -> match.group(1)).toList();
    }

    private HttpResponse<String> read(String path) {
        return server.get("/en/teach/classes/" + code + path, "Cookie", marta);
    }
}
