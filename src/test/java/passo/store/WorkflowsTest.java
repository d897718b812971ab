package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.asl.Definition;
import passo.json.Json;
import passo.lab.Workflow;

class WorkflowsTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatWasSharedIsFoundAsItWas(String url) {
        try (var database = Database.open(url)) {
            var workflows = new Workflows(database);
            workflows.save(workflow("ação 🪨"), NOON);
            workflows.save(workflow("x".repeat(500_000)), NOON);

            assertThat(workflows.find(workflow("ação 🪨").id())).contains(workflow("ação 🪨"));
            assertThat(workflows.find(workflow("x".repeat(500_000)).id())).contains(workflow("x".repeat(500_000)));
            assertThat(workflows.find("nothing")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatManyShareAtOnceIsThereOnce(String url) {
        try (var database = Database.open(url)) {
            var workflows = new Workflows(database);

            IntStream.range(0, 40).parallel().forEach(i -> workflows.save(workflow("same"), NOON.plusSeconds(i)));

            assertThat(database.jdbi().<Long, RuntimeException>withHandle(handle -> handle.createQuery("select count(*) from workflow").mapTo(Long.class).one())).isEqualTo(1);
        }
    }

    private static Workflow workflow(String definition) {
        return new Workflow(Definition.Type.STANDARD, Json.of(definition), Json.Obj.EMPTY, Json.Obj.EMPTY, Json.Arr.EMPTY, "title", "about", 3);
    }
}
