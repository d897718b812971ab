package passo.web.teach;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passo.school.Teacher;
import passo.store.Teachers;
import passo.web.RunningServer;

/// Who is let in, and who is not.
class DoorsTest {

    static final String PHRASE = "chuva-na-laje-quente";
    static final String PASSWORD = "correct-horse-battery";
    static final String WRONG = "wrong-horse-battery";

    RunningServer server;

    @BeforeEach void start() {
        server = RunningServer.start();
    }

    @AfterEach void stop() {
        server.close();
    }

    @Test void onTheMachineItselfThePhraseIsSetOnTheFirstVisit() {
        assertThat(server.get("/en/admin").body()).contains("action=\"/en/admin/setup\"");
        HttpResponse<String> set = setUp();

        assertThat(set.headers().firstValue("Location")).hasValue("/en/admin");
        assertThat(server.get("/en/admin", "Cookie", cookie(set)).body()).contains("Nobody but you teaches here yet");
        assertThat(server.get("/en/admin").body()).contains("action=\"/en/admin/enter\"");
    }

    @Test void fromElsewhereOnlyWhoHasTheCodeMaySetIt() {
        String[] elsewhere = {"X-Forwarded-For", "203.0.113.9"};
        String code = Ownership.of(server.database()).code().orElseThrow();
        assertThat(server.get("/en/admin", elsewhere).body()).doesNotContain("/admin/setup").doesNotContain(code);
        assertThat(server.get("/en/admin", "Forwarded", "for=203.0.113.9").body()).doesNotContain("/admin/setup");
        assertThat(server.postForm("/en/admin/setup", "password=" + PHRASE, elsewhere).statusCode()).isEqualTo(403);
        assertThat(server.postForm("/en/admin/setup", "password=" + PHRASE + "&code=" + code.toLowerCase(), elsewhere).statusCode()).isEqualTo(403);
        assertThat(server.get("/en/admin?code=" + code, elsewhere).body()).contains("/admin/setup");

        assertThat(cookie(server.postForm("/en/admin/setup", "password=" + PHRASE + "&code=" + code, elsewhere))).startsWith("teacher=");
        assertThat(Ownership.of(server.database()).code()).isEmpty();
    }

    /// A page of another site would be read and sent by a browser that stands on this machine.
    @Test void anotherSiteCannotSetItThroughABrowserHere() {
        assertThat(server.postForm("/en/admin/setup", "password=" + PHRASE, "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(server.postForm("/en/admin/setup", "password=" + PHRASE, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    }

    @Test void ofTwoWhoSetItAtOnceOneDoes() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> both = List.of(this::setUp, this::setUp);

            assertThat(people.invokeAll(both).stream().map(answer -> answer.resultNow().statusCode())).containsExactlyInAnyOrder(303, 200);
        }
    }

    @Test void aPhraseThatIsTooShortIsNotTaken() {
        assertThat(server.postForm("/pt-BR/admin/setup", "password=curta").body()).contains("Pelo menos 12 caracteres: mais algumas palavras bastam.");
        assertThat(Ownership.of(server.database()).code()).isPresent();
    }

    @Test void theEnvironmentHasTheLastWordAndEndsOldSessions() {
        String owner = cookie(setUp());
        Ownership.of(server.database()).insist(new Password(PHRASE));
        assertThat(server.get("/en/admin", "Cookie", owner).body()).contains("/admin/teachers");
        Ownership.of(server.database()).insist(new Password(PASSWORD));

        assertThat(server.get("/en/admin", "Cookie", owner).body()).doesNotContain("/admin/teachers");
        assertThat(server.postForm("/en/admin/enter", "password=" + PHRASE).body()).contains("The phrase is another one.");
        assertThat(server.postForm("/en/admin/enter", "password=" + PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test void whoIsInvitedChoosesAPasswordOnce() {
        String link = invite(cookie(setUp()), "Marta ");
        assertThat(server.get(link).body()).contains("value=\"marta\"");
        assertThat(server.postForm(link, "password=marta").body()).contains("At least 12 characters");
        HttpResponse<String> set = server.postForm(link, "password=" + PASSWORD);

        assertThat(set.headers().firstValue("Location")).hasValue("/en/teach");
        assertThat(server.get("/en/teach/password", "Cookie", cookie(set)).body()).contains("Change the password", ">marta<");
        assertThat(server.postForm(link, "password=" + PASSWORD).statusCode()).isEqualTo(404);
        assertThat(signIn(server, "MARTA", PASSWORD).headers().firstValue("Location")).hasValue("/en/teach");
    }

    @Test void aNewLinkEndsTheOneBeforeAndThePasswordItReplaces() {
        String owner = cookie(setUp());
        String first = invite(owner, "marta");
        String address = match(server.get("/en/admin", "Cookie", owner).body(), "action=\"(/en/admin/teachers/[^\"]+)/invitation\"");
        String second = link(post(address + "/invitation", "", owner));
        assertThat(server.get(first).statusCode()).isEqualTo(404);
        String old = cookie(server.postForm(second, "password=" + PASSWORD));
        server.postForm(link(post(address + "/invitation", "", owner)), "password=" + PHRASE);

        assertThat(server.get("/en/teach/password", "Cookie", old).statusCode()).isEqualTo(303);
        assertThat(signIn(server, "marta", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test void onlyTheOwnerSaysWhoTeaches() {
        String marta = server.teacher("marta");
        String owner = cookie(setUp());
        String address = match(server.get("/en/admin", "Cookie", owner).body(), "action=\"(/en/admin/teachers/[^\"]+)/invitation\"");

        assertThat(server.get("/en/admin", "Cookie", marta).body()).contains("/admin/enter").doesNotContain("/admin/teachers");
        for (String path : List.of("/en/admin/teachers", address + "/invitation", address + "/remove")) {
            assertThat(post(path, "name=eva", marta).statusCode()).isEqualTo(404);
            assertThat(server.postForm(path, "name=eva").statusCode()).isEqualTo(401);
        }
        assertThat(server.get(address + "/remove", "Cookie", marta).statusCode()).isEqualTo(404);
        assertThat(post("/en/admin/teachers/owner/invitation", "", owner).statusCode()).isEqualTo(404);
        assertThat(post("/en/admin/teachers/owner/remove", "", owner).statusCode()).isEqualTo(404);
        post(address + "/remove", "", owner);
        assertThat(new Teachers(server.database()).all()).isEmpty();
    }

    @Test void aNameIsThereOnce() {
        String owner = cookie(setUp());
        invite(owner, "marta");

        assertThat(post("/en/admin/teachers", "name=MARTA", owner).body()).contains("There is a teacher called marta already.");
        assertThat(post("/en/admin/teachers", "name=%E2%80%8B", owner).body()).contains("A name is missing.");
    }

    @Test void theOwnerTakesABackupHome() {
        HttpResponse<String> backup = server.get("/en/admin/backup", "Cookie", cookie(setUp()));

        assertThat(backup.headers().map()).containsEntry("Content-Type", List.of("application/zip")).containsEntry("Cache-Control", List.of("no-store"));
        assertThat(backup.headers().firstValue("Content-Disposition").orElseThrow()).matches("attachment; filename=\"passo-backup-\\d{4}-\\d\\d-\\d\\d\\.zip\"");
        assertThat(backup.body()).contains("teacher.jsonl", "manifest.json");
    }

    @Test void twoServersOnOneDatabaseKnowTheSameSessionsAndTheSameCode() {
        String database = "jdbc:h2:mem:" + UUID.randomUUID();
        try (var one = RunningServer.on(database); var other = RunningServer.on(database)) {
            assertThat(Ownership.of(one.database()).code()).isEqualTo(Ownership.of(other.database()).code()).isPresent();
            String owner = cookie(one.postForm("/en/admin/setup", "password=" + PHRASE));

            assertThat(other.get("/en/admin", "Cookie", owner).body()).contains("/admin/teachers");
            other.postForm("/en/teach/sign-out", "", "Cookie", owner, "Sec-Fetch-Site", "same-origin");
            assertThat(one.get("/en/admin", "Cookie", owner).body()).doesNotContain("/admin/teachers");
        }
    }

    @Test void signingOutEndsACopiedCookieToo() {
        teacher("marta");
        String copied = cookie(signIn(server, "marta", PASSWORD));
        HttpResponse<String> left = post("/en/teach/sign-out", "", copied);

        assertThat(left.headers().firstValue("Location")).hasValue("/en/teach/sign-in?left");
        assertThat(left.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith("teacher=;").contains("Expires=Thu, 01 Jan 1970"));
        assertThat(server.get("/en/teach/password", "Cookie", copied).headers().firstValue("Location")).hasValue("/en/teach/sign-in?to=%2Fteach%2Fpassword");
    }

    @Test void signingInAgainEndsTheSessionBefore() {
        teacher("marta");
        String before = cookie(signIn(server, "marta", PASSWORD));
        String after = cookie(post("/en/teach/sign-in", "name=marta&password=" + PASSWORD, before));

        assertThat(server.get("/en/teach/password", "Cookie", before).statusCode()).isEqualTo(303);
        assertThat(server.get("/en/teach/password", "Cookie", after).statusCode()).isEqualTo(200);
    }

    @Test void anotherPasswordEndsTheOtherSessions() {
        teacher("marta");
        String laptop = cookie(signIn(server, "marta", PASSWORD));
        String phone = cookie(signIn(server, "marta", PASSWORD));
        assertThat(post("/en/teach/password", "old=" + WRONG + "&password=" + PHRASE, phone).body()).contains("The present password is another one.");
        HttpResponse<String> changed = post("/en/teach/password", "old=" + PASSWORD + "&password=" + PHRASE, phone);

        assertThat(changed.body()).contains("Only this browser is still signed in.");
        assertThat(server.get("/en/teach/password", "Cookie", cookie(changed)).statusCode()).isEqualTo(200);
        assertThat(server.get("/en/teach/password", "Cookie", laptop).statusCode()).isEqualTo(303);
        assertThat(signIn(server, "marta", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test void aHashThatIsOutgrownIsMadeAnewAndNobodyIsSignedOut() {
        String id = teacher("marta");
        var teachers = new Teachers(server.database());
        teachers.password(id, Argon2Function.getInstance(8_192, 2, 1, 32, Argon2.ID).hash(PASSWORD, "a salt of no note").getResult());
        String first = cookie(signIn(server, "marta", PASSWORD));

        assertThat(teachers.password(id).orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn(server, "marta", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(server.get("/en/teach/password", "Cookie", first).statusCode()).isEqualTo(200);
    }

    @Test void aNameThatNobodyHasGetsTheSameWords() {
        teacher("marta");

        assertThat(signIn(server, "marta", WRONG).body()).isEqualTo(signIn(server, "lucia", WRONG).body().replace("lucia", "marta")).contains("Name and password do not go together.");
        assertThat(signIn(server, "", PHRASE).statusCode()).isEqualTo(200);
    }

    @Test void signingInLeadsToAPageOfOursAndNowhereElse() {
        teacher("marta");
        assertThat(goes("/teach/classes/MKR-7Q4/plan")).isEqualTo("/en/teach/classes/MKR-7Q4/plan");
        for (String elsewhere : List.of("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/teach//elsewhere.example", "/teach%0d%0aX: y", "/me", "")) {
            assertThat(goes(elsewhere)).isEqualTo("/en/teach");
        }
    }

    @Test void theCookieIsForThisSiteAloneAndSecureBehindTls() {
        teacher("marta");
        assertThat(setCookie(signIn(server, "marta", PASSWORD))).contains("; HttpOnly", "; SameSite=Lax", "Max-Age=604800").doesNotContain("Secure");

        assertThat(signIn(server, "marta", PASSWORD, "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("teacher"))
                .hasSize(2).allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
    }

    @Test void nothingOfItIsKeptByTheBrowser() {
        String owner = cookie(setUp());
        HttpResponse<String> invited = post("/en/admin/teachers", "name=marta", owner);

        assertThat(List.of(invited, server.get(link(invited)), server.get("/en/admin", "Cookie", owner), signIn(server, "marta", WRONG), server.get("/admin")))
                .allSatisfy(answer -> assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store"));
    }

    @Test void tryingIsSlowedButSomebodyElseInTheRoomGetsIn() {
        teacher("marta");
        teacher("lucia");
        var last = IntStream.rangeClosed(0, 10).mapToObj(_ -> server.postForm("/pt-BR/teach/sign-in", "name=marta&password=" + WRONG)).toList().getLast();

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow()).isBetween(1, 61);
        assertThat(last.body()).contains("Foram muitas tentativas em pouco tempo. Tente de novo em um minuto.");
        assertThat(signIn(server, "lucia", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test void nobodyKeepsATeacherOutOfABrowserInWhichTheyWereBefore() {
        teacher("marta");
        String marta = signIn(server, "marta", PASSWORD).headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("teacher-before="))
                .map(cookie -> cookie.replaceAll(";.*", "")).findFirst().orElseThrow();
        assertThat(IntStream.rangeClosed(0, 10).mapToObj(_ -> signIn(server, "marta", WRONG).statusCode())).endsWith(429);

        assertThat(signIn(server, "marta", PASSWORD, "Cookie", marta, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
        assertThat(signIn(server, "marta", PASSWORD, "Cookie", marta + "x", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(429);
    }

    @Test void tryingThePhraseIsSlowedToo() {
        setUp();

        assertThat(IntStream.rangeClosed(0, 10).mapToObj(_ -> server.postForm("/en/admin/enter", "password=" + WRONG).statusCode())).startsWith(200).endsWith(429);
    }

    private HttpResponse<String> setUp() {
        return server.postForm("/en/admin/setup", "password=" + PHRASE);
    }

    /// Makes a teacher with a password.
    private String teacher(String name) {
        var teacher = new Teacher(UUID.randomUUID().toString(), name);
        var teachers = new Teachers(server.database());
        teachers.add(teacher, Instant.now());
        teachers.password(teacher.id(), new Passwords().hash(new Password(PASSWORD)));
        return teacher.id();
    }

    private static HttpResponse<String> signIn(RunningServer server, String name, String password, String... headers) {
        return server.postForm("/en/teach/sign-in", "name=" + name + "&password=" + password, headers);
    }

    private String goes(String to) {
        return server.postForm("/en/teach/sign-in", "name=marta&password=" + PASSWORD + "&to=" + to.replace("\\", "%5C").replace(" ", "+")).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> post(String path, String form, String cookie) {
        return server.postForm(path, form, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
    }

    /// @return the link that the teacher is to follow
    private String invite(String owner, String name) {
        return link(post("/en/admin/teachers", "name=" + name, owner));
    }

    private String link(HttpResponse<String> answer) {
        return "/en" + match(answer.body(), "value=\"" + server.address() + "(/teach/invitation/[\\w-]{43})\"");
    }

    private static String match(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return setCookie(answer).replaceAll(";.*", "");
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("teacher=")).toList().getLast();
    }
}
