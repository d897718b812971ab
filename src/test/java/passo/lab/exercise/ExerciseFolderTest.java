package passo.lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.json.Json;
import passo.json.JsonText;

class ExerciseFolderTest {

    static final String ROLE = "machine: {trust: {Version: '2012-10-17', Statement: []}, policy: {Version: '2012-10-17', Statement: []}}\n";

    @TempDir Path folder;

    @Test void aSolutionIsKeptAsItWouldBeHandedIn() {
        Exercise exercise = Folders.read(folder, "starter.roles.yaml", ROLE, "solutions/reference.roles.yaml", ROLE);

        assertThat(exercise.reference().names()).containsExactlyInAnyOrder("definition", "roles");
        assertThat(exercise.asksForRoles()).containsExactly("machine");
    }

    @Test void whatAnAnswerHasNoFileOfIsTheReferences() {
        Exercise exercise = Folders.read(folder, "starter.roles.yaml", ROLE, "solutions/reference.roles.yaml", ROLE,
                "solutions/other.asl.json", "{}", "wrong/wide.roles.yaml", "machine: {trust: {}, policy: {}}",
                "exercise.yaml", "kind: build\nlevel: 1\nminutes: 5\ntopic: B\nwrong:\n  wide: {caughtBy: ana}\n");

        assertThat(exercise.solutions().get("other")).isEqualTo(exercise.reference().with("definition", Json.of("{}")));
        assertThat(exercise.wrong().get("wide").answer()).isEqualTo(exercise.reference().with("roles", JsonText.parse("{\"machine\": {\"trust\": {}, \"policy\": {}}}")));
    }

    @Test void whatTheReferenceHasBesideTheMachineIsAskedForAndDoesNotStandInTheWorld() {
        assertThatIllegalArgumentException().isThrownBy(() -> Folders.read(folder, "starter.roles.yaml", ROLE))
                .withMessageContaining("starter.roles.yaml is broken: the reference has no roles");
        assertThatIllegalArgumentException().isThrownBy(() -> Folders.read(folder, "starter.roles.yaml", ROLE, "solutions/reference.roles.yaml", ROLE,
                "world.yaml", "roles: {" + ROLE.strip() + "}"))
                .withMessageContaining("world.yaml is broken: what is asked for stands in the world: roles machine");
    }

    @Test void oneMayBeginWithAPartOfItOrWithNothing() {
        Exercise exercise = Folders.read(folder, "starter.roles.yaml", ROLE, "solutions/reference.roles.yaml", ROLE, "solutions/reference.logging.yaml", "level: ERROR");

        assertThat(exercise.asked()).isEqualTo(exercise.reference().without("definition").with("logging", Json.Obj.EMPTY));
    }

    @Test void whatIsNotKnownIsRefusedWithFileAndReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> Folders.read(folder, "notes.txt", "x")).withMessageContaining("notes.txt");
    }
}
