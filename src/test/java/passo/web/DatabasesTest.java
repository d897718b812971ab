package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
