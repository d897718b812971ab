package passo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.lab.SampleCheck;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.study.Question.Option;

/// What must be true of every question.
class QuestionsTest {

    static final Path EXERCISES = Path.of("exercises");
    static final Questions BANK = Questions.load(EXERCISES, Curriculum.load(EXERCISES));
    /// How much longer the right option may be than the longest of the others, so that its length does not give it away.
    private static final double LONGER = 1.6;

    @TestFactory Stream<DynamicTest> everyProofGivesWhatItClaims() {
        return BANK.all().stream().flatMap(question -> question.proofs().stream().map(proof ->
                dynamicTest(question.id() + " " + proof.id(), () -> SampleCheck.holds(proof))));
    }

    @Test void whatShowsAMachineIsProved() {
        assertThat(BANK.all().stream().filter(question -> question.proofs().isEmpty() && question.stem().in("en").contains("```json")).map(Question::id)).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"en", "pt-BR"})
    void noOptionGivesItselfAwayByItsLength(String language) {
        assertThat(BANK.all().stream().filter(question -> question.kind() == Question.Kind.SINGLE && longest(question, true, language) > LONGER * longest(question, false, language) + 20)
                .map(Question::id)).isEmpty();
    }

    private static int longest(Question question, boolean right, String language) {
        return question.options().stream().filter(option -> option.right() == right).mapToInt(option -> option.text().in(language).length()).max().orElseThrow();
    }

    @Test void aQuestionWithSeveralRightOptionsSaysHowMany() {
        assertThat(BANK.all().stream().filter(question -> question.kind() == Question.Kind.MULTIPLE)).allSatisfy(question -> {
            assertThat(question.stem().in("en")).as(question.id()).contains(question.choose() == 2 ? "TWO" : "THREE");
            assertThat(question.stem().in("pt-BR")).as(question.id()).containsPattern(question.choose() == 2 ? "DUAS|DOIS" : "TRÊS");
        });
    }

    @Test void whatRestsOnAPriceIsLookedAtAgain() {
        assertThat(BANK.all().stream().filter(question -> question.topic().equals("J") && question.stem().in("en").contains("$") && question.reviewBy().isEmpty()).map(Question::id)).isEmpty();
    }

    @Test void reasonsNameTheTextAndNeverALetter() {
        assertThat(BANK.all()).allSatisfy(question -> assertThat(question.options().stream().map(Option::why).flatMap(why -> Words.LANGUAGES.stream().map(why::in)))
                .as(question.id()).noneMatch(why -> why.matches("(?s).*\\b([Oo]ption|[Aa]lternativa|[Oo]pção) [A-F]\\b.*")));
    }

    @Test void anAnswerIsAllRightOrNotRight() {
        Question question = BANK.find("retry-com-teto").orElseThrow();

        assertThat(question.isRight(List.of("onze"))).isTrue();
        assertThat(question.isRight(List.of("seis"))).isFalse();
        assertThat(question.isAnswer(List.of("onze", "seis"))).isFalse();
        assertThat(question.isAnswer(List.of("vinte"))).isFalse();
    }
}
