package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.study.Answered;
import passo.study.Mock;

class StudyTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theAnswersOfALearnerAreKeptInTheirOrder(String url) {
        try (var database = Database.open(url)) {
            var answers = new Answers(database);
            var guess = new Answered("retry-com-teto", true, false, NOON.plusSeconds(60));
            var missed = new Answered(Answered.prediction("ordem-das-regras"), false, false, NOON);
            answers.save("ana-study", guess);
            answers.save("ana-study", missed);
            answers.save("rui-study", guess);

            assertThat(answers.of("ana-study")).containsExactly(missed, guess);
            assertThat(answers.of("eva-study")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void anExamIsHandedInOnceAndItsAnswersAreKeptOnce(String url) {
        try (var database = Database.open(url)) {
            var mocks = new Mocks(database);
            String id = "mock-" + System.nanoTime();
            String learner = "learner-" + id;
            var mock = new Mock(id, "DVA-C02", List.of("a", "b"), Map.of(), Set.of(), NOON, Optional.empty());
            mocks.begin(learner, mock);

            for (int seconds : List.of(60, 90)) {
                assertThat(mocks.finish(learner, id, NOON.plusSeconds(seconds), over -> List.of(new Answered("a", false, false, over.finished().orElseThrow()))))
                        .contains(mock.finish(NOON.plusSeconds(60)));
            }
            assertThat(mocks.finish("somebody-else", id, NOON, _ -> List.of())).isEmpty();
            assertThat(mocks.find(learner, id)).contains(mock.finish(NOON.plusSeconds(60)));
            assertThat(new Answers(database).of(learner)).containsExactly(new Answered("a", false, false, NOON.plusSeconds(60)));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void anExamIsChangedWhereItStandsAndOnlyByWhoTakesIt(String url) {
        try (var database = Database.open(url)) {
            var mocks = new Mocks(database);
            String id = "mock-" + System.nanoTime();
            String learner = "learner-" + id;
            mocks.begin(learner, new Mock(id, "DVA-C02", List.of("a", "b"), Map.of(), Set.of(), NOON, Optional.empty()));

            mocks.change(learner, id, mock -> mock.answer("b", List.of("x", "y"), NOON).flag("a", true, NOON));
            mocks.change("somebody-else", id, mock -> mock.finish(NOON));

            var answered = new Mock(id, "DVA-C02", List.of("a", "b"), Map.of("b", List.of("x", "y")), Set.of("a"), NOON, Optional.empty());
            assertThat(mocks.find(learner, id)).contains(answered);
            assertThat(mocks.change(learner, id, mock -> mock.finish(NOON.plusSeconds(5)))).contains(answered.finish(NOON.plusSeconds(5)));
            assertThat(mocks.of(learner)).containsExactly(answered.finish(NOON.plusSeconds(5)));
            assertThat(mocks.find("somebody-else", id)).isEmpty();
        }
    }
}
