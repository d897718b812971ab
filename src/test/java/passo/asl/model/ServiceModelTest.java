package passo.asl.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passo.asl.model.ApiShape.Flag;
import passo.asl.model.ApiShape.ListOf;
import passo.asl.model.ApiShape.MapOf;
import passo.asl.model.ApiShape.Number;
import passo.asl.model.ApiShape.Reference;
import passo.asl.model.ApiShape.Structure;
import passo.asl.model.ApiShape.Text;
import passo.json.JsonText;

class ServiceModelTest {

    static final ServiceModel LIBRARY = new ServiceModel(
            Map.of("Book", new Structure(
                    Map.of("Title", new Text(List.of(), 1, 10), "Genre", new Text(List.of("NOVEL", "POETRY"), 0, 100),
                            "Pages", new Number(BigDecimal.ONE, BigDecimal.TEN), "Lent", new Flag(), "Tags", new MapOf(Text.ANY),
                            "Sequels", new ListOf(new Reference("Book"))),
                    Set.of("Title"))),
            Map.of(), Map.of("getBook", "Book"));

    @Test void anAnswerOfItsShapeIsGood() {
        assertThat(violation("""
                {"Title": "Dom", "Genre": "NOVEL", "Pages": 10, "Lent": false, "Tags": {"a": "b"}, "Sequels": [{"Title": "II"}], "Else": 1}""")).isEmpty();
    }

    @Test void aValueOfTheWrongTypeIsNamedByItsField() {
        assertThat(violation("{\"Title\": 1}")).isEqualTo("Field 'Title' must be a string");
        assertThat(violation("{\"Title\": \"a\", \"Pages\": \"9\"}")).isEqualTo("Field 'Pages' must be a number");
        assertThat(violation("{\"Title\": \"a\", \"Lent\": 1}")).isEqualTo("Field 'Lent' must be a boolean");
        assertThat(violation("{\"Title\": \"a\", \"Tags\": []}")).isEqualTo("Field 'Tags' must be an object");
        assertThat(violation("{\"Title\": \"a\", \"Sequels\": {}}")).isEqualTo("Field 'Sequels' must be an array");
        assertThat(violation("{\"Title\": \"a\", \"Sequels\": [{\"Title\": \"b\"}, {\"Title\": []}]}")).isEqualTo("Field 'Title' must be a string");
    }

    @Test void aValueOutsideItsLimitsIsNamedByItsField() {
        assertThat(violation("{\"Title\": \"\"}")).isEqualTo("Field 'Title' is smaller than the minimum length");
        assertThat(violation("{\"Title\": \"a\", \"Pages\": 0}")).isEqualTo("Field 'Pages' is less than the minimum value");
        assertThat(violation("{\"Title\": \"a\", \"Pages\": 11}")).isEqualTo("Field 'Pages' exceeds the maximum value");
        assertThat(violation("{\"Title\": \"a\", \"Genre\": \"DRAMA\"}")).isEqualTo("Field 'Genre' is not an expected value");
    }

    @Test void aRequiredFieldMayBeMissingWhereNobodyIsStrict() {
        assertThat(violation("{}")).isEqualTo("Required field 'Title' is missing");
        assertThat(LIBRARY.violation("getBook", JsonText.parse("{}"), false)).isEmpty();
    }

    @Test void nothingIsSaidOfAnActionThatIsNotKnown() {
        assertThat(LIBRARY.violation("burnBook", JsonText.parse("{\"Title\": 1}"), true)).isEmpty();
    }

    private static String violation(String answer) {
        return LIBRARY.violation("getBook", JsonText.parse(answer), true).orElse("");
    }
}
