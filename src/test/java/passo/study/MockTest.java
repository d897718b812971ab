package passo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Words;
import passo.study.Question.Option;

class MockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Words WORDS = new Words(Map.of("en", "words", "pt-BR", "palavras"));
    private static final List<Question> POOL = IntStream.range(0, 30).mapToObj(i -> question("q" + i, i < 24 ? "F" : "G")).toList();
    private static final Questions BANK = new Questions(List.of(new Questions.Topic("F", WORDS), new Questions.Topic("G", WORDS), new Questions.Topic("H", WORDS)), List.of(), POOL);

    @Test void twentyDifferentQuestionsAreDrawnAndTheTopicsTakeTurns() {
        Mock mock = mock();

        assertThat(mock.questions()).hasSize(20).doesNotHaveDuplicates();
        assertThat(mock.questions().stream().map(id -> BANK.find(id).orElseThrow().topic()).filter("G"::equals)).hasSize(6);
        assertThat(mock.questions()).isEqualTo(mock().questions());
    }

    @Test void aSmallPoolIsAskedWhole() {
        assertThat(Mock.draw("m", "", POOL.subList(0, 3), 1, NOW).questions()).containsExactlyInAnyOrder("q0", "q1", "q2");
    }

    @Test void ofQuestionsThatStandApartOnlyOneIsDrawn() {
        Question apart = question("apart", "F", Set.of("q0"));

        assertThat(Mock.draw("m", "", List.of(POOL.get(0), apart), 1, NOW).questions()).hasSize(1);
        assertThat(Mock.draw("m", "", List.of(apart, POOL.get(0), POOL.get(1)), 2, NOW).questions()).hasSize(2).contains("q1");
    }

    @Test void itLastsTwoMinutesAQuestion() {
        assertThat(mock().isOver(NOW.plusSeconds(2399))).isFalse();
        assertThat(mock().isOver(NOW.plusSeconds(2400))).isTrue();
    }

    @Test void anAnswerCanBeChangedAndTakenBackUntilItIsOver() {
        Mock mock = mock();
        String first = mock.questions().getFirst();

        Mock changed = mock.answer(first, List.of("a"), NOW).answer(first, List.of("b"), NOW).flag(first, true, NOW);

        assertThat(changed.answers()).isEqualTo(Map.of(first, List.of("b")));
        assertThat(changed.flagged()).isEqualTo(Set.of(first));
        assertThat(changed.answer(first, List.of(), NOW).flag(first, false, NOW)).isEqualTo(mock);
        assertThatThrownBy(() -> changed.answer(first, List.of("a"), NOW.plusSeconds(2400))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> changed.finish(NOW).flag(first, true, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test void whatIsHandedInTooLateWasHandedInWhenTheTimeWasUp() {
        assertThat(mock().finish(NOW.plusSeconds(9999)).finished()).contains(NOW.plusSeconds(2400));
        assertThat(mock().finish(NOW.plusSeconds(60)).finish(NOW.plusSeconds(90)).finished()).contains(NOW.plusSeconds(60));
    }

    @Test void whatIsKeptOfItIsWhatWasAnsweredWhole() {
        Mock mock = new Mock("m", "", List.of("q0", "q1", "q2", "q3"), Map.of("q0", List.of("a"), "q1", List.of("b"), "q2", List.of("a", "b")), Set.of(), NOW, Optional.empty());

        assertThat(mock.finish(NOW).answered(BANK)).containsExactly(new Answered("q0", true, true, NOW), new Answered("q1", false, false, NOW));
        assertThatThrownBy(() -> mock.answered(BANK)).isInstanceOf(IllegalStateException.class);
    }

    @Test void theReportSaysOfWhichTopicsItKnowsTooLittle() {
        Mock mock = new Mock("m", "", List.of("q0", "q1", "q2", "q3", "q4", "q24"), Map.of("q0", List.of("a"), "q1", List.of("b"), "q24", List.of("a")), Set.of(), NOW, Optional.empty());

        Report report = Report.of(BANK, mock);

        assertThat(report.lines()).containsExactly(new Report.Line(BANK.topics().get(0), 1, 5), new Report.Line(BANK.topics().get(1), 1, 1));
        assertThat(report.lines()).extracting(Report.Line::enough).containsExactly(true, false);
        assertThat(report.right()).isEqualTo(2);
        assertThat(report.asked()).isEqualTo(6);
    }

    private static Mock mock() {
        return Mock.draw("m", "DVA-C02", POOL, 7, NOW);
    }

    private static Question question(String id, String topic) {
        return question(id, topic, Set.of());
    }

    private static Question question(String id, String topic, Set<String> apart) {
        return new Question(id, topic, 1, Map.of("DVA-C02", "2026-11"), Question.Kind.SINGLE, WORDS, List.of(new Option("a", WORDS, true, WORDS), new Option("b", WORDS, false, WORDS)),
                List.of(), List.of(), LocalDate.parse("2026-11-22"), Optional.empty(), apart, List.of());
    }
}
