package passo.asl.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"Chek,Check,1", "Ceck,Check,1", "Chcek,Check,1", "Chuck,Check,1", "'',Check,5", "Check,Check,0", "abc,xyz,3"})
    void countsTheMistakes(String written, String meant, int mistakes) {
        assertThat(Spelling.distance(written, meant)).isEqualTo(mistakes);
    }

    @Test void guessesOnlyWhatIsNear() {
        List<String> known = List.of("Next", "End", "Retry", "Catch");

        assertThat(Spelling.nearest("next", known)).contains("Next");
        assertThat(Spelling.nearest("Rerty", known)).contains("Retry");
        assertThat(Spelling.nearest("Comment", known)).isEmpty();
        assertThat(Spelling.nearest("X", known)).isEmpty();
    }

    @Test void aSlipIsSureWhereNothingElseCanBeMeant() {
        List<String> known = List.of("getObject", "acm");

        assertThat(List.of("getobject", "getObjekt", "ACM")).allMatch(written -> Spelling.isSlip(written, known));
        assertThat(List.of("getObject", "pcm", "getObjectV2")).noneMatch(written -> Spelling.isSlip(written, known));
    }
}
