package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.store.TestDatabases;

class DatabasesTest {

    private static final String EXAMPLE = "/en/examples/ola";

    @Test void everyDatabaseServesTheSamePageAndKeepsTheSameDraft() {
        List<String> pages = new ArrayList<>();
        TestDatabases.urls().forEach(url -> {
            try (var server = RunningServer.on(url)) {
                String stranger = server.get(EXAMPLE).body();
                String cookie = server.postForm("/drafts/ola", "definition=mine&input=2&world=").headers().firstValue("Set-Cookie").orElseThrow();
                pages.add(stranger + server.get(EXAMPLE, "Cookie", cookie.split(";")[0]).body());
            }
        });

        assertThat(pages).first().asString().contains("mine");
        assertThat(pages).allMatch(pages.getFirst()::equals);
    }

    @Test void aLearnerOfTheFirstVersionFindsTheDraftInThePage(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("passo");
        TestDatabases.makeOfFirstVersion(url,
                "insert into secret values ('learner-cookie', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
                "insert into draft values ('ana', 'ola', 'STANDARD', 'of the first version', '2', '', '2026-01-01 12:00:00Z')");

        try (var server = RunningServer.on(url)) {
            assertThat(server.get(EXAMPLE, "Cookie", "learner=ana.qlCIi2q806DUyowgOlnAP8u6evniuJzYeZfzLk51syo").body()).contains("of the first version");
        }
    }
}
