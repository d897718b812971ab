package passo.web.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import passo.aws.cloudwatch.LogLevel;
import passo.aws.cloudwatch.Logging;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;
import passo.store.Draft;

class WorkTest {

    static final Exercise WITH_ROLES = ExerciseFolder.read(Path.of("exercises/lab-tres-lambdas"), "lambda-e-papeis");
    static final Exercise WITH_LOGGING = ExerciseFolder.read(Path.of("exercises/logs-que-contam"), "operacao");
    static final Exercise WITHOUT = ExerciseFolder.read(Path.of("exercises/pedido-sumiu"), "dados-com-jsonpath");

    static final Json.Obj LOGS = (Json.Obj) JsonText.parse("{\"definition\": \"{}\", \"logging\": {\"level\": \"ERROR\", \"includeExecutionData\": true}}");

    @Test void whatStandsThereAtFirstIsHandedInAsItIs() {
        assertThat(Work.starter(WITH_ROLES).answer()).isEqualTo(WITH_ROLES.untouched());
        assertThat(Work.starter(WITHOUT).answer()).isEqualTo(WITHOUT.untouched());
    }

    @Test void ofADraftThatWasWrittenBesideAWholeWorldWhatIsAskedForIsTaken() {
        var draft = new Draft("learner", "exercise-lab-tres-lambdas", "STANDARD", "{}", "{}", "{\"seed\": 1, \"roles\": {\"role-maquina\": {}}}", Instant.EPOCH);

        assertThat(JsonText.parse(Work.of(WITH_ROLES, draft).world())).isEqualTo(JsonText.parse("{\"roles\": {\"role-maquina\": {}}}"));
    }

    @Test void howTheMachineLogsIsKeptInTheDraft() {
        var work = Work.of(WITH_LOGGING, LOGS);

        assertThat(Work.of(WITH_LOGGING, work.draft("learner", WITH_LOGGING))).isEqualTo(work);
        assertThat(work.logging()).isEqualTo(new Logging(LogLevel.ERROR, true));
        assertThat(work.answer()).isEqualTo(LOGS);
    }

    @Test void whatCannotBeReadIsKeptAndNotHandedIn() {
        var draft = new Draft("learner", "exercise-lab-tres-lambdas", "STANDARD", "{}", "{}", "{\"roles\": ", Instant.EPOCH);

        assertThat(Work.of(WITH_ROLES, draft)).isEqualTo(new Work("{}", "{\"roles\": "));
        assertThat(Work.of(WITH_ROLES, draft).answer()).isEqualTo(Json.Obj.of("definition", Json.of("{}")));
    }
}
