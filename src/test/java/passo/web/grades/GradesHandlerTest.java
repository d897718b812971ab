package passo.web.grades;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Curriculum;
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

    @Test void aPathIsAddedOnceAndNothingIsSavedBeforeItIsSaved() {
        assertThat(slugs(post("do", "path:primeira-aula"))).containsExactly("ola-estado", "leia-o-rastro", "pedido-sumiu", "lab-tres-lambdas");
        assertThat(slugs(post("slug", "leia-o-rastro", "do", "path:primeira-aula"))).containsExactly("leia-o-rastro", "ola-estado", "pedido-sumiu", "lab-tres-lambdas");
        assertThat(post("do", "path:primeira-aula").body()).contains("not saved yet", "4 exercises · about 73 min");
        assertThat(plan()).isEmpty();
        assertThat(post("slug", "leia-o-rastro", "slug", "ola-estado", "do", "save").headers().firstValue("Location")).hasValue("/en" + CLASS + "/plan?saved=yes");

        assertThat(plan()).extracting(Assignment::slug).containsExactly("leia-o-rastro", "ola-estado");
    }

    @Test void exercisesAreMovedTakenOffAndAddedOneByOne() {
        assertThat(slugs(post("slug", "ola-estado", "slug", "leia-o-rastro", "slug", "pedido-sumiu", "do", "up:pedido-sumiu"))).containsExactly("ola-estado", "pedido-sumiu", "leia-o-rastro");
        assertThat(slugs(post("slug", "ola-estado", "slug", "leia-o-rastro", "do", "down:ola-estado"))).containsExactly("leia-o-rastro", "ola-estado");
        assertThat(slugs(post("slug", "ola-estado", "slug", "leia-o-rastro", "do", "up:ola-estado"))).containsExactly("ola-estado", "leia-o-rastro");
        assertThat(slugs(post("slug", "ola-estado", "slug", "pedido-sumiu", "do", "remove:ola-estado", "add", "dois-ramos"))).containsExactly("pedido-sumiu");
        assertThat(slugs(post("slug", "ola-estado", "slug", "pedido-sumiu", "marked", "pedido-sumiu", "do", "clear"))).containsExactly("ola-estado");
        assertThat(slugs(post("slug", "pedido-sumiu", "do", "add", "add", "ola-estado-sozinho", "add", "dois-ramos", "add", "pedido-sumiu"))).containsExactly("pedido-sumiu", "ola-estado-sozinho", "dois-ramos");
        assertThat(slugs(post("slug", "pedido-sumiu", "do", "track:decisoes"))).containsExactly("pedido-sumiu", "escolha-simples", "escolha-com-default", "tipos-na-escolha", "ordem-das-regras", "aprovacao-por-faixas");
    }

    @Test void whatCanBeAddedIsFilteredAndWhatIsTickedStaysTicked() {
        String found = post("add", "dois-ramos", "item", "C2", "level", "1", "find", "ARQUIVO existe", "do", "find").body();
        assertThat(offered(found)).containsExactly("arquivo-existe", "arquivo-existe-sozinho", "dois-ramos");
        assertThat(found).contains("value=\"dois-ramos\" checked", "value=\"ARQUIVO existe\"");

        assertThat(offered(post("item", "C2", "do", "all").body())).hasSize(Curriculum.load(Path.of("exercises")).all().toList().size());
    }

    @Test void aDateIsTheEndOfADayInTheClass() {
        post("slug", "ola-estado", "due", "2026-03-31", "slug", "pedido-sumiu", "due", "", "do", "save");
        assertThat(plan()).containsExactly(Assignment.until("ola-estado", LocalDate.of(2026, 3, 31), SAO_PAULO), new Assignment("pedido-sumiu", Optional.empty()));
        assertThat(server.get("/pt-BR" + CLASS + "/plan", "Cookie", teacher).body()).contains("value=\"2026-03-31\"", "America/Sao_Paulo").doesNotContain("ainda não salvo");
        String dated = post("slug", "ola-estado", "due", "2026-03-31", "slug", "pedido-sumiu", "due", "", "marked", "pedido-sumiu", "date", "2026-04-02", "do", "date").body();
        assertThat(dates(dated)).containsExactly("2026-03-31", "2026-04-02");
        assertThat(dates(post("slug", "ola-estado", "due", "2026-03-31", "slug", "pedido-sumiu", "due", "", "date", "2026-04-02", "do", "dates").body())).containsExactly("2026-04-02", "2026-04-02");

        assertThat(post("slug", "ola-estado", "due", "", "date", "2026-04-02", "do", "date").body()).contains("No exercise is selected.");
    }

    @Test void whatIsWrongIsNamedAndNothingIsSavedOrLost() {
        post("slug", "ola-estado", "do", "save");
        String wrong = post("slug", "dois-ramos", "due", "31/03", "slug", "gone", "due", "2026-03-31", "do", "save").body();

        assertThat(wrong).contains("The date of Two branches is not a date: 31/03.", "value=\"31/03\"", "There is no exercise called gone.");
        assertThat(dates(wrong)).containsExactly("31/03", "2026-03-31");
        assertThat(plan()).extracting(Assignment::slug).containsExactly("ola-estado");
    }

    @Test void anExerciseThatIsNotThereAnyLongerIsShownAndCanBeTakenOff() {
        classrooms().plan(CODE, List.of(new Assignment("gone", Optional.empty()), new Assignment("ola-estado", Optional.empty())));

        assertThat(server.get("/en" + CLASS + "/plan", "Cookie", teacher).body()).contains("There is no exercise called gone. Remove it from the plan.", "remove:gone");
    }

    @Test void everythingIsInOneFileForTheSpreadsheetsOfTheLanguage() {
        classOfTwo();
        String ana = members().of(CODE).getFirst().id();
        String rui = members().of(CODE).getLast().id();

        assertThat(file("/pt-BR", "long")).isEqualTo("\uFEFF" + String.join("\r\n",
                "id;nome;exercício;nota;tentativas;dicas;entregue_em;matrícula;e-mail;título;estrelas;dicas_antes_de_passar;primeira_tentativa;passou_em;prazo;atrasado;origem",
                ana + ";\"Ana; \"\"a primeira\"\"\";ola-estado;100;2;2;2026-03-02T12:01:00-03:00;17;ana@escola.example;Olá, estado;3;1;2026-03-02T12:00:00-03:00;2026-03-02T12:01:00-03:00;2026-03-01;sim;",
                ana + ";\"Ana; \"\"a primeira\"\"\";dois-ramos;0;0;0;;17;ana@escola.example;Dois ramos;0;0;;;;;",
                rui + ";'=Rui();ola-estado;0;0;0;;;;Olá, estado;0;0;;;2026-03-01;;passou em um arquivo, não conta",
                rui + ";'=Rui();dois-ramos;50;1;0;2026-03-02T12:00:00-03:00;;;Dois ramos;1;0;2026-03-02T12:00:00-03:00;;;;", ""));
    }

    @Test void pointsAreInAnotherAndMoodleHasItsOwn() {
        classOfTwo();
        String ana = members().of(CODE).getFirst().id();
        String rui = members().of(CODE).getLast().id();

        assertThat(file("/en", "matrix&separator=semicolon")).isEqualTo("\uFEFF" + String.join("\r\n",
                "id;name;number;email;Hello, state;Two branches;sum;per cent", ana + ";\"Ana; \"\"a primeira\"\"\";17;ana@escola.example;100;0;100;50", rui + ";'=Rui();;;0;50;50;25", ""));
        assertThat(file("/pt-BR", "matrix&language=en")).isEqualTo(file("/en", "matrix"));
        assertThat(server.get("/en" + CLASS + "/grades.csv?language=fr", "Cookie", teacher).statusCode()).isEqualTo(400);
    }

    /// A row without that by which Moodle knows people would be taken for one of the person before.
    @Test void moodleGetsWhomItCanKnow() {
        classOfTwo();
        String head = ",First name,Last name,\"Passo: Olá, estado\",Passo: Dois ramos,Passo: Total";
        assertThat(file("/pt-BR", "moodle")).isEqualTo(String.join("\r\n", "ID number,Email address" + head, "17,ana@escola.example,Ana;,\"\"\"a primeira\"\"\",100,0,50", ""));
        assertThat(server.get("/en" + CLASS + "/grades", "Cookie", teacher).body()).contains("One person is not in the file for Moodle, which knows people by an email or a number: =Rui().");
        members().change(CODE, members().of(CODE).getLast().id(), "=Rui()", "", "@rui");

        assertThat(file("/pt-BR", "moodle")).isEqualTo(String.join("\r\n", "Email address" + head, "ana@escola.example,Ana;,\"\"\"a primeira\"\"\",100,0,50", "'@rui,'=Rui(),,0,50,25", ""));
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
        new Helps(server.database()).take("ana", "ola-estado", 2, NOON.plusSeconds(90));
        members.change(CODE, members.of(CODE).getFirst().id(), members.of(CODE).getFirst().name(), "17", "ana@escola.example");
        attempt("rui", "dois-ramos", 1, NOON);
        attempt("somebody", "ola-estado", 3, NOON);
        var belongings = new Belongings(server.database());
        belongings.add("rui", belongings.of("somebody"));
    }

    private void attempt(String learner, String slug, int stars, Instant at) {
        new Attempts(server.database()).save(new Attempt(learner + "-" + slug + "-" + stars, learner, slug, "hash", "{}", stars, "[]", at));
    }

    private static String token(String page) {
        return found("data-copy=\"([^\"]+)\"", page).getFirst();
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

    /// The exercises of a plan as the page shows it.
    private static List<String> slugs(HttpResponse<String> page) {
        return found("name=\"slug\" value=\"([^\"]+)\"", page.body());
    }

    private static List<String> dates(String page) {
        return found("name=\"due\" value=\"([^\"]+)\"", page);
    }

    private static List<String> offered(String page) {
        return found("name=\"add\" value=\"([^\"]+)\"", page);
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
    }

    private HttpResponse<String> post(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) form.append("&").append(fields[i]).append("=").append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return server.postForm("/en" + CLASS + "/plan", form.toString(), "Cookie", teacher, "Sec-Fetch-Site", "same-origin");
    }
}
