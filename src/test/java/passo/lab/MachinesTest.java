package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;
import passo.lab.exercise.Machines;

/// The machines that an exercise brings along, as its folder says.
class MachinesTest {

    @TempDir Path folder;

    @BeforeEach void copy() throws IOException {
        Path shipped = Path.of("exercises/ordem-dos-filtros");
        try (var files = Files.walk(shipped)) {
            for (Path file : files.toList()) if (!file.equals(shipped)) Files.copy(file, folder.resolve(shipped.relativize(file)));
        }
    }

    @Test void aRunKnowsItsWorldAndWhenItMayBeSeen() {
        Exercise exercise = read();

        assertThat(exercise.machines().runs()).hasSize(4).allMatch(Machines.Shown::after);
        assertThat(exercise.machines().runs()).extracting(Machines.Shown::world).containsOnly(exercise.world());
    }

    @Test void aMachineThatNothingNamesStopsTheStart() throws IOException {
        Files.copy(folder.resolve("machines/original.asl.json"), folder.resolve("machines/spare.asl.json"));

        assertThatThrownBy(this::read).hasMessageContaining("exercise.yaml is broken: machines that nothing names: [spare.asl.json]");
    }

    @Test void aMachineThatIsNoneStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("machines/original.asl.json"), "{\"StartAt\": \"A\", \"States\": {}}");

        assertThatThrownBy(this::read).hasMessageContaining("machines/original.asl.json is broken");
    }

    @Test void aRunOfAMachineThatIsNotThereStopsTheStart() throws IOException {
        change("machine: original", "machine: nowhere");

        assertThatThrownBy(this::read).hasMessageContaining("machines/nowhere.asl.json is broken: it cannot be read");
    }

    @Test void aRunIsSeenBeforeOrAfter() throws IOException {
        change("when: after", "when: sometimes");

        assertThatThrownBy(this::read).hasMessageContaining("a run is shown before or after the answers, not sometimes");
    }

    @Test void onlyTheKindTestsHasMachinesToTellApart() throws IOException {
        change("kind: predict", "kind: tests");

        assertThatThrownBy(this::read).hasMessageContaining("an exercise of the kind tests, and no other, has right and wrong machines");
    }

    private Exercise read() {
        return ExerciseFolder.read(folder, "track");
    }

    private void change(String text, String other) throws IOException {
        Path file = folder.resolve("exercise.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst(text, other));
    }
}
