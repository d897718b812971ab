package passo.web.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Curriculum;
import passo.study.Answered;
import passo.study.Question;
import passo.study.Questions;

/// Which question comes next, and what a form holds.
class PracticeTest {

    static final Questions BANK = Questions.load(Path.of("exercises"), Curriculum.load(Path.of("exercises")));
    static final Practice DATA = new Practice("C", "", false);

    @Test void firstComesWhatWasNeverAnsweredThenWhatWasMissedThenWhatIsLongestAgo() {
        List<String> ids = BANK.about("C").map(Question::id).toList();
        var answers = new ArrayList<Answered>();
        for (int i = 0; i < ids.size(); i++) {
            assertThat(DATA.next(BANK, answers, "")).map(Question::id).hasValueSatisfying(next -> assertThat(answers).extracting(Answered::question).doesNotContain(next));
            answers.add(new Answered(DATA.next(BANK, answers, "").orElseThrow().id(), i != 1, i != 1, Instant.ofEpochSecond(i)));
        }

        assertThat(DATA.next(BANK, answers, "")).map(Question::id).hasValue(answers.get(1).question());
        assertThat(DATA.next(BANK, answers, answers.get(1).question())).map(Question::id).hasValue(answers.getFirst().question());
    }

    @Test void nothingIsAskedOfATopicThatIsNotThere() {
        assertThat(new Practice("Z", "", false).next(BANK, List.of(), "")).isEmpty();
    }

    @Test void anOrderingIsAnsweredByThePlacesOfItsSteps() {
        Question question = BANK.find("ordem-dos-campos").orElseThrow();
        Map<String, List<String>> fields = Map.of("place.inputpath", List.of("1"), "place.parameters", List.of("2"), "place.chamada", List.of("3"), "place.resultselector", List.of("4"),
                "place.resultpath", List.of("5"), "place.outputpath", List.of("6"));

        assertThat(Given.read(question, name -> fields.getOrDefault(name, List.of())).answer()).hasValue(question.right());
        assertThat(Given.read(question, name -> name.equals("place.outputpath") ? List.of("5") : fields.getOrDefault(name, List.of())).answer()).isEmpty();
    }

    @Test void twoOptionsAreNoAnswerWhereOneIsAskedFor() {
        Question question = BANK.find("retry-com-teto").orElseThrow();

        assertThat(Given.read(question, _ -> List.of("seis", "onze")).answer()).isEmpty();
        assertThat(Given.read(question, name -> name.equals("option") ? List.of("onze") : List.of()).answer()).hasValue(List.of("onze"));
    }

    @Test void whatIsHalfAnsweredInAnExamIsKeptAsItWasGiven() {
        Question ordering = BANK.find("ordem-dos-campos").orElseThrow();
        Question single = BANK.find("retry-com-teto").orElseThrow();
        var twice = new Given(ordering, Map.of("inputpath", 1, "parameters", 1, "outputpath", 6));

        assertThat(twice.kept()).containsExactly("inputpath@1", "outputpath@6", "parameters@1");
        assertThat(Given.of(ordering, twice.kept())).isEqualTo(twice);
        assertThat(Given.of(ordering, ordering.right()).answer()).hasValue(ordering.right());
        assertThat(Given.of(single, List.of("onze")).kept()).containsExactly("onze");
        assertThat(Given.of(single, List.of())).isEqualTo(new Given(single, Map.of()));
    }
}
