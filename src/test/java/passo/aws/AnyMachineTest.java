package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// Every machine of ours — of the language's documents and of the gallery — can be run with nothing but an example input.
class AnyMachineTest {

    @ParameterizedTest @MethodSource("machines")
    void runsWithoutAWorld(StateMachine machine) {
        assertThatCode(() -> run(machine, ExampleInput.of(machine))).doesNotThrowAnyException();
        assertThatCode(() -> run(machine, Json.Obj.EMPTY)).doesNotThrowAnyException();
    }

    @ParameterizedTest @MethodSource("gallery")
    void anExampleOfTheGallerySucceedsOrFailsAsItIsMeantTo(StateMachine machine) {
        assertThat(run(machine, ExampleInput.of(machine))).isInstanceOfSatisfying(Run.Ended.class,
                ended -> assertThat(ended.trace().status()).isIn(Trace.Status.SUCCEEDED, Trace.Status.FAILED));
    }

    private static Run run(StateMachine machine, Json input) {
        var start = new StartExecution(machine, Definition.Type.STANDARD, "machine", "run", "111122223333", input, Trial.START, 1);
        return Execution.run(start, new Cloud(World.AUTOMATIC, List.of(), start), Limits.NORMAL);
    }

    static Stream<StateMachine> machines() throws IOException {
        return Stream.concat(language(), gallery());
    }

    static Stream<StateMachine> gallery() throws IOException {
        return texts(Path.of("exercises/examples"), ".asl.json").flatMap(text -> machine(JsonText.parse(text)));
    }

    private static Stream<StateMachine> language() throws IOException {
        return texts(Path.of("src/test/resources/language"), ".yaml").flatMap(text -> Stream.of(text.split("(?m)^---$\n")))
                .flatMap(document -> Trial.json(document) instanceof Json.Obj obj && obj.has("definition")
                        ? machine(obj.get("definition")) : Stream.empty());
    }

    private static Stream<StateMachine> machine(Json definition) {
        return Definition.of(definition, Definition.Type.STANDARD).machine().stream();
    }

    private static Stream<String> texts(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(end)).sorted().toList();
            return found.stream().map(AnyMachineTest::text);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
