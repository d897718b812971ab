package passo.web.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.web.RunningServer;

/// What the map says after what a learner has done; how it is used is `LearnIT`'s.
class MapTest {

    static final Instant NOW = Instant.now();

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void whoComesForTheFirstTimeIsToldWhatThisIsAndWhereToBegin() {
        var map = server.get("/en/learn").body();

        assertThat(map).contains("Learn Step Functions by doing", "href=\"/en/exercises/ola-estado\"", "/en/learn/placement", "3 of 3 to go")
                .doesNotContain("class=\"stone done\"");
    }

    @Test void theHeadlineIsTheUnfinishedItemByName() {
        var ana = new Learner();
        ana.does("arquivo-existe", 3, NOW);
        ana.does("validar-arquivo-s3", 0, NOW);

        assertThat(ana.map("pt-BR")).contains("Faltam 2 passos para o C2", "Você parou em <b>Valide o arquivo que chegou</b>");
    }

    @Test void aTwinIsOfferedTheDayAfter() {
        var ana = new Learner();
        ana.does("ola-estado", 3, NOW);
        ana.does("arquivo-existe", 3, NOW.minus(Duration.ofDays(3)));

        assertThat(ana.map("en")).contains("for tomorrow", "from 3 days ago", "passed, 3 stars; a similar one is left to do on your own");
    }

    @Test void aPathAndAGoalAreChosenAndKept() {
        var ana = new Learner();
        var chosen = ana.post("/en/learn/path", "path=primeira-aula");
        ana.post("/en/learn/goal", "goal=5");

        assertThat(chosen.headers().firstValue("Location")).contains("/en/learn#tracks");
        assertThat(ana.map("en")).contains("value=\"primeira-aula\" aria-pressed=\"true\"", "goal: 5 days", "Two roles, three Lambdas").doesNotContain("Two branches</span></a>");
    }

    @Test void aGoalOfNoDaysIsRefused() {
        assertThat(new Learner().post("/en/learn/goal", "goal=0").statusCode()).isEqualTo(400);
    }

    @Test void whatIsSkippedCanBeTakenBack() {
        var ana = new Learner();
        ana.post("/en/learn/skip", "track=primeiro-fluxo&track=nenhuma");

        assertThat(ana.map("en")).contains("you know this", "href=\"/en/exercises/caminhos-e-cifrao\">Continue");
        ana.post("/en/learn/unskip", "track=primeiro-fluxo");
        assertThat(ana.map("en")).contains("href=\"/en/exercises/ola-estado\">Begin");
    }

    @Test void thePlacementTellsWhatIsKnownAndKeepsNothing() {
        var ana = new Learner();
        var told = ana.get("/en/learn/placement?end=end&result=result&path=values").body();

        assertThat(told).contains("1 of ", " tracks is familiar to you", "name=\"track\" value=\"primeiro-fluxo\" checked", "Begin with <b>Paths and .$</b>")
                .doesNotContain("name=\"track\" value=\"dados-com-jsonpath\"");
        assertThat(ana.map("en")).doesNotContain("you know this");
    }

    @Test void programsReadTheProgress() {
        var ana = new Learner();
        ana.does("ola-estado", 3, NOW);
        var progress = (Json.Obj) JsonText.parse(ana.get("/api/v1/progress").body());

        assertThat(progress.get("next")).isEqualTo(Json.of("cadeia-de-passos"));
        assertThat(((Json.Arr) progress.get("items")).get(0)).isEqualTo(JsonText.parse("""
                {"id": "C1", "done": false, "missing": 2, "steps": [{"alone": false, "done": true, "exercise": "ola-estado"},
                  {"alone": false, "done": false, "exercise": "cadeia-de-passos"}, {"alone": true, "done": false, "exercise": "ola-estado-sozinho"}]}"""));
        assertThat(server.get("/api/v1/progress").body()).contains("\"next\":\"ola-estado\"");
    }

    @Test void aDayBeginsWhereTheBrowserIs() {
        assertThat(server.get("/en/learn", "Cookie", "zone=Asia/Tokyo").body()).contains("Asia/Tokyo");
        assertThat(server.get("/en/learn", "Cookie", "zone=Nowhere").body()).contains("America/Sao_Paulo");
    }

    /// Somebody with a cookie.
    private static final class Learner {

        private final String cookie = server.postForm("/drafts/new", "definition=&input=&world=").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        void does(String slug, int stars, Instant at) {
            String id = cookie.substring(cookie.indexOf('=') + 1, cookie.lastIndexOf('.'));
            new Attempts(server.database()).save(new Attempt(UUID.randomUUID().toString(), id, slug, "hash", "{}", stars, "[]", at));
        }

        String map(String language) {
            return get("/" + language + "/learn").body();
        }

        HttpResponse<String> get(String path) {
            return server.get(path, "Cookie", cookie);
        }

        HttpResponse<String> post(String path, String form) {
            return server.postForm(path, form, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
        }
    }
}
