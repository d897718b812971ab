package passo.web.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.aws.cloudwatch.LogLevel;
import passo.aws.cloudwatch.Logging;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;
import passo.store.Attempt;
import passo.store.Draft;

class WorkTest {

    static final Exercise WITH_ROLES = ExerciseFolder.read(Path.of("exercises/lab-tres-lambdas"), "lambda-e-papeis");
    static final Exercise WITH_LOGGING = ExerciseFolder.read(Path.of("exercises/logs-que-contam"), "operacao");
    static final Exercise WITHOUT = ExerciseFolder.read(Path.of("exercises/pedido-sumiu"), "dados-com-jsonpath");

    @Test void whatStandsThereAtFirstIsHandedInAsItIs() {
        assertThat(Work.starter(WITH_ROLES).answer()).isEqualTo(WITH_ROLES.untouched());
        assertThat(Work.starter(WITHOUT).answer()).isEqualTo(WITHOUT.untouched());
    }

    @Test void ofADraftThatWasWrittenBesideAWholeWorldTheRolesAreTaken() {
        var draft = new Draft("learner", "exercise-lab-tres-lambdas", "STANDARD", "{}", "{}", "{\"seed\": 1, \"roles\": {\"role-maquina\": {}}}", Instant.EPOCH);

        assertThat(JsonText.parse(Work.of(WITH_ROLES, draft, List.of()).roles())).isEqualTo(JsonText.parse("{\"roles\": {\"role-maquina\": {}}}"));
    }

    @Test void howTheMachineLogsIsKeptInTheDraft() {
        var work = new Work("{}", "", new Logging(LogLevel.ERROR, true));

        assertThat(Work.of(WITH_LOGGING, work.draft("learner", WITH_LOGGING), List.of())).isEqualTo(work);
        assertThat(work.answer()).isEqualTo(JsonText.parse("{\"definition\": \"{}\", \"logging\": {\"level\": \"ERROR\", \"includeExecutionData\": true}}"));
    }

    @Test void ofADraftThatWasWrittenOnTheRunOfATestTheMachineLogsAsItWasHandedIn() {
        var draft = new Draft("learner", "exercise-logs-que-contam", "EXPRESS", "{\"a\": 1}", "{}", "{\"sqs\": {}}", Instant.EPOCH);
        var attempt = new Attempt("1", "learner", "logs-que-contam", "", new Work("{}", "", new Logging(LogLevel.FATAL, false)).answer().toString(), 0, "[]",
                Instant.EPOCH);

        assertThat(Work.of(WITH_LOGGING, draft, List.of(attempt))).isEqualTo(new Work("{\"a\": 1}", "", new Logging(LogLevel.FATAL, false)));
        assertThat(Work.of(WITH_LOGGING, draft, List.of())).isEqualTo(new Work("{\"a\": 1}", "", Logging.NONE));
    }

    @Test void rolesThatCannotBeReadAreKeptAndNotHandedIn() {
        var draft = new Draft("learner", "exercise-lab-tres-lambdas", "STANDARD", "{}", "{}", "{\"roles\": ", Instant.EPOCH);

        assertThat(Work.of(WITH_ROLES, draft, List.of())).isEqualTo(new Work("{}", "{\"roles\": ", Logging.NONE));
        assertThat(Work.of(WITH_ROLES, draft, List.of()).answer()).isEqualTo(Json.Obj.of("definition", Json.of("{}")));
    }
}
