package passo.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Grader;
import passo.lab.grading.Submission;

class FaultTest {

    static final Curriculum CURRICULUM = Curriculum.source(false).get();
    static final Exercise HELLO = CURRICULUM.find("ola-estado").orElseThrow();
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test void anAnswerThatPassesHasNone() {
        assertThat(fault(HELLO, HELLO.reference())).isEmpty();
    }

    @Test void theMistakeThatWasRecognisedComesFirst() {
        assertThat(fault(HELLO, HELLO.wrong().get("texto-fixo").answer())).hasValue(new Fault("mistake 1"));
        assertThat(fault(HELLO, HELLO.wrong().get("sem-cifrao").answer())).hasValue(new Fault("mistake 2"));
    }

    @Test void aTextThatIsNoMachineSaysWhy() {
        assertThat(fault(HELLO, machine("{\"StartAt\": \"A\"}"))).hasValue(new Fault("diagnostic These fields are required: [States]"));
    }

    @Test void aTestThatDoesNotPassTellsPlaceByPlaceWhatCame() {
        assertThat(fault(HELLO, machine("""
                {"StartAt": "Saudar", "States": {"Saudar": {"Type": "Pass", "Parameters": {"saudacao.$": "States.Format('Oi, {}', $.nome)"}, "End": true}}}""")))
                .hasValue(new Fault("test ana: OUTPUT DIFFERENT /saudacao \"Oi, Ana\""));
    }

    @Test void theNamesOfStatesMakeNoDifference() {
        assertThat(fault(HELLO, wronglyNamed("Saudar"))).isEqualTo(fault(HELLO, wronglyNamed("Greet"))).isPresent();
    }

    private static Json.Obj wronglyNamed(String state) {
        return machine("{\"StartAt\": \"%s\", \"States\": {\"%s\": {\"Type\": \"Pass\", \"Parameters\": {\"saudacao.$\": \"$.name\"}, \"End\": true}}}".formatted(state, state));
    }

    @Test void ofQuestionsTheFirstThatIsNotRightTells() {
        Exercise prediction = CURRICULUM.all().filter(exercise -> exercise.kind() == Exercise.Kind.PREDICT).findFirst().orElseThrow();

        assertThat(fault(prediction, Json.Obj.EMPTY)).hasValue(new Fault("question " + prediction.questions().getFirst().id() + ": "));
    }

    @Test void whatIsEqualHasTheSameShortKey() {
        assertThat(new Fault("mistake 1").key()).isEqualTo(new Fault("mistake 1").key()).matches("[0-9a-f]{12}").isNotEqualTo(new Fault("mistake 2").key());
    }

    @Test void atLeastTwoEqualAnswersToOneExerciseAreACluster() {
        Map<Deed, Fault> faults = new LinkedHashMap<>();
        faults.put(deed("ana", "one", 1), new Fault("mistake 1"));
        faults.put(deed("bia", "two", 2), new Fault("mistake 1"));
        faults.put(deed("caio", "two", 3), new Fault("mistake 2"));
        faults.put(deed("dora", "two", 4), new Fault("mistake 2"));
        faults.put(deed("eva", "one", 5), new Fault("mistake 3"));
        faults.put(deed("gil", "one", 6), new Fault("mistake 3"));
        faults.put(deed("hugo", "two", 0), new Fault("mistake 2"));

        assertThat(Cluster.of(faults)).containsExactly(
                new Cluster("two", new Fault("mistake 2"), List.of(deed("dora", "two", 4), deed("caio", "two", 3), deed("hugo", "two", 0))),
                new Cluster("one", new Fault("mistake 3"), List.of(deed("gil", "one", 6), deed("eva", "one", 5))));
    }

    private static Deed deed(String learner, String slug, int seconds) {
        Optional<Instant> at = Optional.of(NOON.plusSeconds(seconds));
        return new Deed(learner, slug, 1, 0, 0, at, Optional.empty(), at, at, false);
    }

    private static Optional<Fault> fault(Exercise exercise, Json.Obj answer) {
        return Fault.of(exercise, new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).grade(Submission.of(answer)));
    }

    private static Json.Obj machine(String text) {
        return Json.Obj.of("definition", Json.of(text));
    }
}
