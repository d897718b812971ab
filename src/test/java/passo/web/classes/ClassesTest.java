package passo.web.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.school.Assignment;
import passo.school.Member;
import passo.store.Classrooms;
import passo.store.Members;
import passo.web.RunningServer;

class ClassesTest {

    static final String SAME = "Sec-Fetch-Site";

    static RunningServer server;
    static String teacher;

    @BeforeAll static void start() {
        server = RunningServer.start();
        teacher = server.teacher("marta");
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void aClassThatIsOpenedHasACodeALinkAndNobodyInIt() {
        String code = open("Turma da noite");
        String page = read("/pt-BR/teach/classes/" + code + "/people", teacher).body();

        assertThat(page).contains("Turma da noite", code, server.address() + "/join/" + code, "QR code do link para entrar", "Ninguém entrou ainda");
        assertThat(read("/en/teach", teacher).body()).contains("Turma da noite", code, "Nobody has joined yet");
    }

    @Test void whatIsWrongWithANewClassIsNamedAndNothingTypedIsLost() {
        assertThat(write("/en/teach/classes", teacher, "name", " ", "zone", "Europe/Lisbon").body()).contains("The class needs a name.", "<option value=\"Europe/Lisbon\" selected");
        assertThat(write("/en/teach/classes", teacher, "name", "x".repeat(81), "zone", "UTC").body()).contains("This name has 81 characters, and 80 fit.", "x".repeat(81));
        assertThat(write("/pt-BR/teach/classes", teacher, "name", "Manhã", "zone", "Mars/Olympus").body()).contains("Este fuso horário não é conhecido.", "value=\"Manhã\"");
    }

    @Test void theClassOfAnotherTeacherIsNotThere() {
        String code = open("Mine");
        String other = server.teacher("other " + code);

        assertThat(List.of("/people", "/people/project", "/people/count", "/delete")).allSatisfy(page -> {
            assertThat(read("/en/teach/classes/" + code + page, other).statusCode()).isEqualTo(404);
            assertThat(read("/en/teach/classes/" + code + page, "").statusCode()).isEqualTo(303);
        });
        assertThat(List.of("/change", "/delete")).allSatisfy(form -> {
            assertThat(write("/en/teach/classes/" + code + form, other, "name", "Theirs", "zone", "UTC").statusCode()).isEqualTo(404);
            assertThat(write("/en/teach/classes/" + code + form, "", "name", "Theirs", "zone", "UTC").statusCode()).isEqualTo(401);
        });
        assertThat(read("/en/teach/classes/" + code + "/people", teacher).body()).contains("Mine");
    }

    @Test void aClassTakesAnotherNameAndEndsWhenItIsDeleted() {
        String code = open("Before");
        write("/en/teach/classes/" + code + "/change", teacher, "name", "After", "zone", "UTC");
        assertThat(read("/en/teach/classes/" + code + "/people", teacher).body()).contains("<h1 translate=\"no\">After</h1>", "<option value=\"UTC\" selected");
        write("/en/teach/classes/" + code + "/delete", teacher);

        assertThat(read("/en/teach/classes/" + code + "/people", teacher).statusCode()).isEqualTo(404);
        assertThat(read("/en/join/" + code, "").body()).contains("No class has the code " + code);
    }

    @Test void aClassTakesAThousandAndNoMore() {
        String code = open("Full");
        var members = new Members(server.database());
        for (int i = 0; i < 1000; i++) members.join(code, "one of many " + i + " of " + code, "One " + i, Instant.now());

        assertThat(write("/en/join/" + code, "", "name", "Ana").body()).contains("The class is full: 1,000 people are in it.", "value=\"Ana\"");
        assertThat(server.postJson("/api/v1/classes/" + code + "/members", "{\"name\": \"Ana\"}").statusCode()).isEqualTo(409);
        assertThat(members.of(code)).hasSize(1000);
    }

    @Test void aLearnerJoinsByCodeHoweverItIsTyped() {
        String code = open("By code");
        var joined = write("/en/join", "", "code", " " + code.toLowerCase().replace("-", " "), "name", "Ana");
        assertThat(joined.headers().firstValue("Location")).hasValue("/en/join/" + code + "?joined=yes");
        String learner = cookie(joined);

        assertThat(read("/en/join/" + code + "?joined=yes", learner).body()).contains("Welcome,", "Ana", "The class has no plan yet.");
        assertThat(read("/en/join", learner).body()).contains("By code", "Ana");
        write("/en/join/" + code + "/leave", learner);
        assertThat(read("/en/join/" + code, learner).body()).contains("Your name").doesNotContain("Welcome");
    }

    @Test void aWrongCodeStaysInTheFieldWithTheName() {
        assertThat(write("/pt-BR/join", "", "code", "zzz zzz", "name", "Ana").body()).contains("Nenhuma turma tem o código ZZZ-ZZZ.", "value=\"zzz zzz\"", "value=\"Ana\"");
        assertThat(write("/en/join/" + open("Nameless"), "", "name", " ").body()).contains("The name is missing.", "Nameless");
    }

    @Test void whatIsTypedAsANameIsShownAsText() {
        String code = open("<b>Names</b>");
        write("/en/join", "", "code", code, "name", "<script>x</script>\u202Efed\u0007\u200B");

        assertThat(read("/en/teach/classes/" + code + "/people", teacher).body()).contains("&lt;script&gt;x&lt;/script&gt;fed<", "&lt;b&gt;Names&lt;/b&gt;").doesNotContain("<script>x", "<b>Names", "\u202E", "\u0007");
    }

    @Test void aProgramJoinsAndIsThatLearnerFromThenOn() {
        String code = open("Programs");
        var joined = server.postJson("/api/v1/classes/" + code + "/members", "{\"name\": \"Ana\"}");
        Member ana = new Members(server.database()).of(code).getFirst();

        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(joined.body()).isEqualTo("{\"class\":\"" + code + "\",\"name\":\"Ana\",\"member\":\"" + ana.id() + "\"}");
        assertThat(read("/en/join/" + code, cookie(joined)).body()).contains("You are here as", "Ana");
    }

    @Test void aProgramIsToldWhatIsWrong() {
        var unknown = server.postJson("/api/v1/classes/zzz-zz2/members", "{\"name\": \"Ana\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(unknown.body()).contains("No class has the code ZZZ-ZZ2");
        assertThat(server.postJson("/api/v1/classes/" + open("Empty") + "/members", "{\"name\": \" \"}").body()).contains("\\\"name\\\" is missing or empty");
    }

    @Test void threeHundredJoinFromOneAddressAndOnlyWrongCodesCount() {
        try (var own = RunningServer.start()) {
            String code = open(own, own.teacher("marta"), "Large");
            List<Integer> joins = IntStream.range(0, 300).mapToObj(i -> own.postJson("/api/v1/classes/" + code + "/members", "{\"name\": \"Learner " + i + "\"}").statusCode()).toList();
            assertThat(joins).containsOnly(201);
            List<Integer> wrong = IntStream.range(0, 101).mapToObj(_ -> own.get("/en/join/ZZZ-ZZZ").statusCode()).toList();

            assertThat(wrong).startsWith(200).endsWith(429);
            assertThat(own.postJson("/api/v1/classes/" + code + "/members", "{\"name\": \"Guessed\"}").statusCode()).isEqualTo(429);
            assertThat(own.postForm("/en/join", "code=ZZZZZZ&name=Ana").body()).contains("Too many wrong codes came from here. Try again in one minute.", "value=\"ZZZZZZ\"", "value=\"Ana\"");
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aHundredJoinAtOnceEachOnce(String url) throws Exception {
        try (var own = RunningServer.on(url); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String code = open(own, own.teacher("marta"), "At once");
            List<Callable<Integer>> joins = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i -> () -> own.postJson("/api/v1/classes/" + code + "/members", "{\"name\": \"Learner " + i + "\"}").statusCode()).toList();

            for (var joined : threads.invokeAll(joins)) assertThat(joined.get()).isEqualTo(201);
            assertThat(new Members(own.database()).of(code)).extracting(Member::name).doesNotHaveDuplicates().hasSize(100);
        }
    }

    @Test void aListIsSavedOnlyWhenItIsConfirmedAndTwiceItIsTheSame() {
        String code = open("Listed");
        String roster = "/pt-BR/teach/classes/" + code + "/people/roster";
        String text = "Nome;RA\nAraci <b>Lima</b>;17\n;18\nUbiratã Neto;19";
        assertThat(write(roster + "/preview", teacher, "text", text).body()).contains("Araci &lt;b&gt;Lima&lt;/b&gt;", "2 pessoas novas.", "Falta o nome. A linha fica de fora.").doesNotContain("<b>Lima");
        assertThat(new Members(server.database()).of(code)).isEmpty();
        assertThat(write(roster + "/save", teacher, "text", text).headers().firstValue("Location")).hasValue("/pt-BR/teach/classes/" + code + "/people?done=imported");
        var members = new Members(server.database()).of(code);
        write(roster + "/save", teacher, "text", text);

        assertThat(members).extracting(Member::name).containsExactly("Araci <b>Lima</b>", "Ubiratã Neto");
        assertThat(new Members(server.database()).of(code)).isEqualTo(members);
        assertThat(write(roster + "/preview", teacher, "text", text).body()).contains("2 pessoas ficam como estão.");
    }

    @Test void whyAListCannotBeTakenIsSaidAndItsTextStays() {
        String roster = "/en/teach/classes/" + open("Refused") + "/people/roster/preview";

        assertThat(write(roster, teacher, "text", "RA;Email\n17;a@b.example").body()).contains("No column has names.", "17;a@b.example</textarea>");
        assertThat(write(roster, teacher, "text", " ").body()).contains("There is nobody in it.");
        assertThat(write(roster, teacher, "text", "Nome\n" + "Learner\n".repeat(501)).body()).contains("The list names 501 people, and 500 fit.");
        assertThat(write(roster, teacher, "text", "é".repeat(1 << 20)).body()).contains("The list has more than 1 MB.");
    }

    @Test void whoTookAWrongNameMakesRoomForTheRightOne() {
        String code = open("Wrong name");
        write("/en/teach/classes/" + code + "/people/roster/save", teacher, "text", "Araci Lima");
        String wrong = cookie(write("/en/join", "", "code", code, "name", "araci lima"));
        Member araci = new Members(server.database()).of(code).getFirst();
        write("/en/teach/classes/" + code + "/people/" + araci.id() + "/unlink", teacher);
        String right = cookie(write("/en/join", "", "code", code, "name", "Araci Lima"));

        assertThat(read("/en/join/" + code, wrong).body()).contains("Your name").doesNotContain("You are here as");
        assertThat(read("/en/join/" + code, right).body()).contains("You are here as", "Araci Lima");
        assertThat(new Members(server.database()).of(code)).hasSize(1);
    }

    @Test void twoWhoHaveBothJoinedAreNotPutTogether() {
        String code = open("Two");
        write("/en/join", "", "code", code, "name", "Araci");
        write("/en/join", "", "code", code, "name", "Cici");
        List<Member> both = new Members(server.database()).of(code);
        String answer = write("/en/teach/classes/" + code + "/people/" + both.getFirst().id() + "/merge", teacher, "other", both.getLast().id()).body();

        assertThat(answer).contains("These two cannot be put together");
        assertThat(new Members(server.database()).of(code)).isEqualTo(both);
    }

    @Test void aMemberIsWrittenOtherwiseWithinWhatFits() {
        String code = open("Written");
        write("/en/join", "", "code", code, "name", "Araci");
        String address = "/en/teach/classes/" + code + "/people/" + new Members(server.database()).of(code).getFirst().id();
        assertThat(write(address + "/change", teacher, "name", " ", "number", "9".repeat(41), "email", "a@b.example").body())
                .contains("The name is missing.", "This has 41 characters, and 40 fit.", "a@b.example");
        write(address + "/change", teacher, "name", "Araci Lima", "number", "17", "email", "a@b.example");

        assertThat(read(address, teacher).body()).contains("value=\"Araci Lima\"", "value=\"17\"", "value=\"a@b.example\"");
        assertThat(read("/en/teach/classes/" + open("Elsewhere") + address.substring(address.indexOf("/people")), teacher).statusCode()).isEqualTo(404);
    }

    @Test void theFileOfOnesDataTellsTheClasses() {
        String code = open("Kept");
        String learner = cookie(write("/en/join", "", "code", code, "name", "Araci"));

        assertThat(read("/en/me/export", learner).body()).endsWith(",\"classes\":[{\"code\":\"" + code + "\",\"class\":\"Kept\",\"name\":\"Araci\"}]}");
    }

    @Test void thePlanOfAClassIsShownToItsLearnersUntilTheEndOfADayInItsZone() {
        String code = open("Planned");
        var due = Instant.parse("2031-03-10T02:59:59Z");
        new Classrooms(server.database()).plan(code, List.of(new Assignment("ola-estado", Optional.of(due)), new Assignment("no-such", Optional.empty())));
        String learner = cookie(write("/en/join", "", "code", code, "name", "Araci"));

        assertThat(read("/en/join/" + code, learner).body()).contains("One exercise is in the plan of the class.", "/en/exercises/ola-estado", "to do", "until Mar 9, 2031");
        assertThat(read("/en/learn", learner).body()).contains("Planned", "0 of 1", "until Mar 9, 2031");
        assertThat(read("/en/learn", "").body()).doesNotContain("class-asked");
    }

    private static String open(String name) {
        return open(server, teacher, name);
    }

    private static String open(RunningServer server, String teacher, String name) {
        String people = server.postForm("/en/teach/classes", form("name", name, "zone", "America/Sao_Paulo"), "Cookie", teacher, SAME, "same-origin").headers().firstValue("Location").orElseThrow();
        return people.replaceAll("/en/teach/classes/|/people", "");
    }

    private static HttpResponse<String> read(String path, String cookie) {
        return cookie.isEmpty() ? server.get(path) : server.get(path, "Cookie", cookie);
    }

    private static HttpResponse<String> write(String path, String cookie, String... fields) {
        return cookie.isEmpty() ? server.postForm(path, form(fields)) : server.postForm(path, form(fields), "Cookie", cookie, SAME, "same-origin");
    }

    private static String form(String... fields) {
        return String.join("&", IntStream.range(0, fields.length / 2).mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8)).toList());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("learner=")).findFirst().orElseThrow().replaceAll(";.*", "");
    }
}
