package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;

class CurriculumTest {

    @TempDir Path folder;

    @Test void aPathGathersTracksAndExercisesInTheOrderOfTheCurriculum() {
        var curriculum = Curriculum.load(Path.of("exercises"));

        assertThat(curriculum.way("primeira-aula").orElseThrow().exercises()).extracting(Exercise::slug)
                .containsExactly("ola-estado", "leia-o-rastro", "pedido-sumiu", "lab-tres-lambdas");
        assertThat(curriculum.way("data-engineer").orElseThrow().exercises()).extracting(Exercise::track).containsOnly("arquivos-no-s3", "paralelo-e-mapa", "integracoes", "operacao");
        assertThat(curriculum.way("nenhum")).isEmpty();
    }

    @Test void aPathToNowhereStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("curriculum.yaml"), """
                tracks: []
                paths:
                  - {id: short, title: {en: Short, pt-BR: Curto}, exercises: [nowhere]}
                """);

        assertThatThrownBy(() -> Curriculum.load(folder)).hasMessageContaining("curriculum.yaml").hasMessageContaining("nowhere");
    }

    @Test void anIncidentThatIsNoExerciseStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("curriculum.yaml"), "tracks: []");
        Files.writeString(folder.resolve("on-call.yaml"), """
                title: {en: Night, pt-BR: Noite}
                story: {en: Dark., pt-BR: Escura.}
                incidents:
                  - {exercise: nowhere, at: "22:00", alert: {en: Alarm., pt-BR: Alarme.}}
                """);

        assertThatThrownBy(() -> Curriculum.load(folder)).hasMessageContaining("on-call.yaml").hasMessageContaining("nowhere");
    }
}
