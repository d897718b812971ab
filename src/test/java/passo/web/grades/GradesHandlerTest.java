package passo.web.grades;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Belongings;
import passo.store.Classrooms;
import passo.store.Helps;
import passo.store.Members;
import passo.store.Teachers;
import passo.web.RunningServer;

class GradesHandlerTest {

    static final String CODE = "MKR-7Q4";
    static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    static final Instant NOON = Instant.parse("2026-03-02T15:00:00Z");
    static final String CLASS = "/teach/classes/" + CODE;

    RunningServer server;
    String teacher;
    String other;

    @BeforeEach void openAClass() {
        server = RunningServer.start();
        teacher = server.teacher("marta");
        other = server.teacher("other");
        classrooms().open(new Classroom(CODE, new Teachers(server.database()).named("marta").orElseThrow().id(), "Noite", SAO_PAULO, NOON));
    }

    @AfterEach void stop() {
        server.close();
    }

    @Test void aPathIsAddedToThePlanOnceAndKeepsItsOrder() {
        assertThat(post("do", "path:primeira-aula").statusCode()).isEqualTo(303);
        assertThat(plan()).extracting(Assignment::slug).containsExactly("ola-estado", "leia-o-rastro", "pedido-sumiu", "lab-tres-lambdas");
        post("slug", "ola-estado", "slug", "leia-o-rastro", "do", "path:primeira-aula");

        assertThat(plan()).extracting(Assignment::slug).containsExactly("ola-estado", "leia-o-rastro", "pedido-sumiu", "lab-tres-lambdas");
    }

    @Test void exercisesAreMovedTakenOffAndAddedOneByOne() {
        post("slug", "ola-estado", "slug", "leia-o-rastro", "slug", "pedido-sumiu", "do", "up:pedido-sumiu");
        assertThat(plan()).extracting(Assignment::slug).containsExactly("ola-estado", "pedido-sumiu", "leia-o-rastro");
        post("slug", "ola-estado", "slug", "pedido-sumiu", "do", "remove:ola-estado", "add", "dois-ramos");
        assertThat(plan()).extracting(Assignment::slug).containsExactly("pedido-sumiu");
        post("slug", "pedido-sumiu", "do", "add", "add", "ola-estado-sozinho", "add", "dois-ramos", "add", "pedido-sumiu");

        assertThat(plan()).extracting(Assignment::slug).containsExactly("pedido-sumiu", "ola-estado-sozinho", "dois-ramos");
    }

    @Test void aDateIsTheEndOfADayInTheClass() {
        post("slug", "ola-estado", "slug", "pedido-sumiu", "due-ola-estado", "2026-03-31", "do", "save");
        assertThat(plan()).containsExactly(Assignment.until("ola-estado", LocalDate.of(2026, 3, 31), SAO_PAULO), new Assignment("pedido-sumiu", Optional.empty()));
        assertThat(server.get("/pt-BR" + CLASS + "/plan", "Cookie", teacher).body()).contains("value=\"2026-03-31\"", "O dia termina à meia-noite em America/Sao_Paulo.");
        post("slug", "ola-estado", "slug", "pedido-sumiu", "due-ola-estado", "2026-03-31", "pick", "pedido-sumiu", "date", "2026-04-02", "do", "dates");

        assertThat(plan()).containsExactly(Assignment.until("ola-estado", LocalDate.of(2026, 3, 31), SAO_PAULO), Assignment.until("pedido-sumiu", LocalDate.of(2026, 4, 2), SAO_PAULO));
    }

    @Test void whatIsWrongIsNamedAndNothingIsSavedOrLost() {
        post("do", "path:primeira-aula");
        var wrong = post("slug", "dois-ramos", "due-dois-ramos", "31/03", "do", "save");
        assertThat(wrong.body()).contains("Nothing was saved: a date cannot be read.", "31/03 is no day.", "value=\"31/03\"");
        assertThat(post("slug", "dois-ramos", "slug", "gone", "do", "save").body()).contains("there is no exercise named gone any longer");

        assertThat(plan()).hasSize(4);
    }

    @Test void everythingIsInOneFileForTheSpreadsheetsOfTheLanguage() {
        classOfTwo();
        String ana = members().of(CODE).getFirst().id();
        String rui = members().of(CODE).getLast().id();

        assertThat(file("/pt-BR", "long")).isEqualTo("\uFEFF" + String.join("\r\n",
                "id;nome;exercício;nota;tentativas;dicas;entregue_em;matrícula;e-mail;título;estrelas;primeira_tentativa;prazo;atrasado;origem",
                ana + ";\"Ana; \"\"a primeira\"\"\";ola-estado;100;2;1;2026-03-02T12:01:00-03:00;;;Olá, estado;3;2026-03-02T12:00:00-03:00;2026-03-01;sim;",
                ana + ";\"Ana; \"\"a primeira\"\"\";dois-ramos;0;0;0;;;;Dois ramos;0;;;;",
                rui + ";'=Rui();ola-estado;0;0;0;;;;Olá, estado;0;;2026-03-01;;passou em um arquivo, não conta",
                rui + ";'=Rui();dois-ramos;50;1;0;;;;Dois ramos;1;2026-03-02T12:00:00-03:00;;;", ""));
    }

    @Test void pointsAreInAnotherAndMoodleHasItsOwn() {
        classOfTwo();
        String ana = members().of(CODE).getFirst().id();
        String rui = members().of(CODE).getLast().id();

        assertThat(file("/en", "matrix&separator=semicolon")).isEqualTo("\uFEFF" + String.join("\r\n",
                "id;name;number;email;Hello, state;Two branches;sum;per cent", ana + ";\"Ana; \"\"a primeira\"\"\";;;100;0;100;50", rui + ";'=Rui();;;0;50;50;25", ""));
        assertThat(file("/pt-BR", "moodle")).isEqualTo(String.join("\r\n",
                "ID number,Email address,First name,Last name,\"Passo: Olá, estado\",Passo: Dois ramos,Passo: Total",
                ",,Ana;,\"\"\"a primeira\"\"\",100,0,50", ",,'=Rui(),,0,50,25", ""));
    }

    @Test void aProgramGetsTheFileWithTheTokenOfTheTeacherWhoseClassItIs() {
        classOfTwo();
        String path = "/api/v1/classes/" + CODE + "/grades.csv";
        var made = server.postForm("/en" + CLASS + "/token", "", "Cookie", teacher, "Sec-Fetch-Site", "same-origin");
        String token = token(made.body());
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");

        assertThat(server.get(path, "Authorization", "Bearer " + token).body()).isEqualTo(file("/en", "long"));
        assertThat(server.get(path, "Cookie", teacher).body()).isEqualTo(file("/en", "long"));
        assertThat(server.get(path).statusCode()).isEqualTo(401);
        assertThat(server.get(path, "Authorization", "Bearer no").statusCode()).isEqualTo(401);
        assertThat(server.get(path, "Authorization", "Bearer no", "Cookie", teacher).statusCode()).isEqualTo(401);
        assertThat(server.get(path, "Cookie", other).statusCode()).isEqualTo(404);
        assertThat(server.get(path + "?form=pdf", "Cookie", teacher).statusCode()).isEqualTo(400);
        assertThat(server.get("/en" + CLASS + "/grades", "Cookie", teacher).body()).contains("There is a token, made").doesNotContain(token);
        server.postForm("/en" + CLASS + "/token/revoke", "", "Cookie", teacher, "Sec-Fetch-Site", "same-origin");
        assertThat(server.get(path, "Authorization", "Bearer " + token).statusCode()).isEqualTo(401);
    }

    @Test void whereNothingIsPlannedWhatSomebodyTriedIsGraded() {
        classOfTwo();
        classrooms().plan(CODE, List.of());

        assertThat(file("/en", "matrix")).contains("Hello, state\",Two branches,sum");
    }

    private void classOfTwo() {
        classrooms().plan(CODE, List.of(Assignment.until("ola-estado", LocalDate.of(2026, 3, 1), SAO_PAULO), new Assignment("dois-ramos", Optional.empty())));
        Members members = members();
        members.join(CODE, "ana", "Ana; \"a primeira\"", NOON);
        members.join(CODE, "rui", "=Rui()", NOON);
        attempt("ana", "ola-estado", 0, NOON);
        new Helps(server.database()).take("ana", "ola-estado", 1, NOON);
        attempt("ana", "ola-estado", 3, NOON.plusSeconds(60));
        attempt("rui", "dois-ramos", 1, NOON);
        attempt("somebody", "ola-estado", 3, NOON);
        var belongings = new Belongings(server.database());
        belongings.add("rui", belongings.of("somebody"));
    }

    private void attempt(String learner, String slug, int stars, Instant at) {
        new Attempts(server.database()).save(new Attempt(learner + "-" + slug + "-" + stars, learner, slug, "hash", "{}", stars, "[]", at));
    }

    private static String token(String page) {
        return Pattern.compile("data-copy=\"([^\"]+)\"").matcher(page).results().map(match -> match.group(1)).findFirst().orElseThrow();
    }

    private String file(String language, String form) {
        return server.get(language + CLASS + "/grades.csv?form=" + form, "Cookie", teacher).body();
    }

    private Classrooms classrooms() {
        return new Classrooms(server.database());
    }

    private Members members() {
        return new Members(server.database());
    }

    private List<Assignment> plan() {
        return classrooms().plan(CODE);
    }

    private HttpResponse<String> post(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) form.append("&").append(fields[i]).append("=").append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return server.postForm("/en" + CLASS + "/plan", form.toString(), "Cookie", teacher, "Sec-Fetch-Site", "same-origin");
    }
}
