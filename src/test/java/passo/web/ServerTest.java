package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.store.Drafts;

class ServerTest {

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void isHealthyOnceItListens() {
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
    }

    @Test void everyAnswerForbidsWhatIsNotOurs() {
        assertThat(server.get("/health").headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'");
    }

    @Test void anUnknownPageIsSaidInTheLanguageOfTheBrowser() {
        var answer = server.get("/nowhere", "Accept-Language", "pt-PT,en;q=0.5");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("lang=\"pt-BR\"", "Nada por aqui");
    }

    @Test void theAddressOutweighsTheBrowser() {
        assertThat(server.get("/en/nowhere", "Accept-Language", "pt-BR").body()).contains("Nothing here");
    }

    @Test void theLastLanguageReadIsRemembered() {
        var cookie = cookie(server.get("/pt-BR/nowhere"));

        assertThat(server.get("/nowhere", "Cookie", cookie, "Accept-Language", "en").body()).contains("Nada por aqui");
    }

    @Test void aPageIsTheSameInAnotherLanguage() {
        assertThat(server.get("/en/gallery?tag=C1&more=%22x").body()).contains("href=\"/pt-BR/gallery?tag=C1&amp;more=%22x\"");
    }

    @Test void aProgramIsToldInJson() {
        var answer = server.get("/api/v1/nowhere");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).isEqualTo("""
                {"title":"Not Found","status":404,"detail":"Endpoint GET /api/v1/nowhere not found"}""");
    }

    @Test void aDraftIsKeptForTheLearnerWhoWroteIt() {
        var cookie = cookie(server.postForm("/drafts/hello", "definition={}&input=1&world={}"));
        server.postForm("/drafts/hello", "definition={}&input=2&world={}&type=EXPRESS", "Cookie", cookie, "Sec-Fetch-Site", "same-origin");

        var draft = new Drafts(server.database()).find(cookie.replaceAll("learner=([^.]+).*", "$1"), "hello").orElseThrow();
        assertThat(draft.input()).isEqualTo("2");
        assertThat(draft.type()).isEqualTo("EXPRESS");
    }

    @Test void aForgedLearnerIsAStranger() {
        var answer = server.postForm("/drafts/hello", "definition={}&input=1&world={}", "Cookie", "learner=somebody.else", "Sec-Fetch-Site", "same-origin");

        assertThat(cookie(answer)).startsWith("learner=").doesNotContain("somebody");
    }

    @Test void anotherSiteCannotWriteInALearnersName() {
        var form = "definition={}&input=1&world={}";

        assertThat(server.postForm("/drafts/hello", form, "Cookie", "learner=x", "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(server.postForm("/drafts/hello", form, "Cookie", "learner=x", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(server.postForm("/drafts/hello", form, "Cookie", "learner=x").statusCode()).isEqualTo(403);
        assertThat(server.postForm("/drafts/hello", form, "Cookie", "learner=x", "Origin", server.address()).statusCode()).isEqualTo(204);
    }

    @Test void aRequestBeyondTheLimitIsRefused() {
        assertThat(server.postForm("/drafts/hello", "definition=" + "x".repeat(9 << 20)).statusCode()).isEqualTo(413);
        assertThat(server.postForm("/drafts/hello", "definition=" + "x".repeat(2 << 20) + "&input=1&world={}").statusCode()).isEqualTo(413);
    }

    @Test void aFieldThatIsMissingIsABadRequest() {
        assertThat(server.postForm("/drafts/hello", "definition={}").statusCode()).isEqualTo(400);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    }
}
