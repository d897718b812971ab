package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import passo.asl.Definition;
import passo.asl.advice.Advisor;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.JsonText;

class ExamplesTest {

    static final Path FOLDER = Path.of("exercises/examples");

    @TestFactory Stream<DynamicTest> eachRunsAsItSays() {
        return Examples.load(FOLDER).all().stream().flatMap(example -> example.texts().entrySet().stream().map(entry ->
                DynamicTest.dynamicTest(example.slug() + " in " + entry.getKey(), () -> {
                    for (long seed : new long[] {0, 7, 2026}) {
                        Trace trace = run(example.type(), entry.getValue(), seed);

                        assertThat(trace.status().name()).isEqualTo(entry.getValue().status());
                        assertThat(trace.failure().map(Outcome.Failure::error)).isEqualTo(entry.getValue().error());
                    }
                })));
    }

    @TestFactory Stream<DynamicTest> eachDoesTheSameInEveryLanguage() {
        return Examples.load(FOLDER).all().stream().map(example -> DynamicTest.dynamicTest(example.slug(), () ->
                assertThat(example.texts().values().stream().map(text -> kinds(run(example.type(), text))).distinct()).hasSize(1)));
    }

    @TestFactory Stream<DynamicTest> noneGivesCauseForAdviceExceptTheOneThatIsToBeMended() {
        return Examples.load(FOLDER).all().stream().filter(example -> !example.guided()).flatMap(example -> example.texts().entrySet().stream().map(entry ->
                DynamicTest.dynamicTest(example.slug() + " in " + entry.getKey(), () ->
                        assertThat(Advisor.advise(Definition.parse(entry.getValue().definition(), example.type()))).isEmpty())));
    }

    @Test void aUseCaseIsSmallAndSaysThreeThingsToTry() {
        for (var example : Examples.load(FOLDER).useCases()) {
            for (var text : example.texts().values()) {
                assertThat(text.tries()).as(example.slug()).hasSize(3);
                assertThat(text.definition().split("\"Type\"", -1).length - 1).as(example.slug()).isLessThanOrEqualTo(14);
            }
        }
    }

    @Test void nothingIsAnsweredAutomatically() {
        for (var example : Examples.load(FOLDER).all()) {
            for (var text : example.texts().values()) {
                assertThat(run(example.type(), text).steps()).as(example.slug()).noneMatch(step -> step.automatic());
            }
        }
    }

    @Test void aBrokenExampleIsRefusedWithFileAndReason(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gallery.yaml"), "firstSteps: [nothing]\n");

        assertThatThrownBy(() -> Examples.load(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Path.of("nothing", "example.yaml").toString()).hasMessageContaining("cannot be read");
    }

    private static List<String> kinds(Trace trace) {
        return trace.events().stream().map(event -> event.type().name()).toList();
    }

    private static Trace run(Definition.Type type, Example.Text text) {
        return run(type, text, 0);
    }

    private static Trace run(Definition.Type type, Example.Text text, long seed) {
        var machine = Definition.parse(text.definition(), type).machine().orElseThrow();
        var world = ((Reading.Good<World>) World.parse(JsonText.parse(text.world()))).value();
        var start = new StartExecution(machine, type, "passo", "run", world.account(), JsonText.parse(text.input()), Instant.EPOCH, seed);
        return Execution.run(start, new Cloud(world, List.of(), start), Limits.NORMAL).trace();
    }
}
