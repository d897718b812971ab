package passo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.store.Restartable;
import passo.store.TestDatabases;

/// A database that is restarted while a server is running on it.
class OutageTest {

    private static final String EXAMPLE = "/en/examples/ola";

    @Test void whileItIsAwayEveryAnswerSaysSoAndAfterwardsAllIsThere(@TempDir Path folder) throws Exception {
        assumeTrue(TestDatabases.urls().count() > 1, "no PostgreSQL for this system");
        try (var postgresql = new Restartable(folder.resolve("data")); var server = RunningServer.on(postgresql.url())) {
            String cookie = server.postForm("/drafts/ola", "definition=mine&input=2&world=").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

            postgresql.down();
            assertThat(server.get("/health").statusCode()).isEqualTo(503);
            var answer = server.get(EXAMPLE, "Cookie", cookie);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.body()).contains("Back in a moment").doesNotContain("We stumbled");
            assertThat(server.get("/api/v1/workflows/0123456789abcdef").statusCode()).isEqualTo(503);
            assertThat(server.postForm("/drafts/ola", "definition=lost&input=2&world=", "Cookie", cookie, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(503);

            postgresql.up();
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            assertThat(server.get(EXAMPLE, "Cookie", cookie).body()).contains("mine");
        }
    }
}
