package passo.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

class MeTest {

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void whoHasNothingCanExportAndDeleteAllTheSame() {
        assertThat(server.get("/en/me/export").body()).startsWith("{\"passo\":1,\"exported\":\"").contains("\"tables\":{\"machine\":[],");
        assertThat(server.get("/en/me/export").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(server.postForm("/en/me/delete", "").headers().firstValue("Location")).hasValue("/en/me?done=deleted");
    }

    @Test void aPhraseIsNotKeptByTheBrowser() {
        assertThat(server.postForm("/en/me/phrase", "").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test void theCookieIsSecureBehindTlsAndGoneAfterTheEnd() {
        assertThat(cookie(server.postForm("/en/me/phrase", "", "X-Forwarded-Proto", "https"))).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(cookie(server.postForm("/en/me/delete", ""))).startsWith("learner=;").contains("Expires=Thu, 01 Jan 1970");
    }

    @Test void anotherSiteCanNeitherDeleteNorTry() {
        assertThat(server.postForm("/en/me/delete", "", "Cookie", "learner=x", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(server.postForm("/en/me/enter", "phrase=x", "Cookie", "learner=x", "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
    }

    @Test void tryingPhrasesIsSlowedByLearnerAndByAddress() {
        try (var own = RunningServer.start()) {
            String cookie = cookie(own.postForm("/en/me/phrase", "")).replaceAll(";.*", "");
            assertThat(IntStream.range(0, 11).mapToObj(_ -> own.postForm("/en/me/enter", "phrase=x", "Cookie", cookie, "Sec-Fetch-Site", "same-origin").statusCode()))
                    .startsWith(200).endsWith(429);
            var last = IntStream.range(0, 90).mapToObj(_ -> own.postForm("/pt-BR/me/enter", "phrase=x")).toList().getLast();

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(last.body()).contains("Foram muitas frases em pouco tempo. Tente de novo em um minuto.");
        }
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("learner=")).findFirst().orElseThrow();
    }
}
