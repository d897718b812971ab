package passo.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MentionTest {

    @Test void aBareReferenceIsTheWholeExpression() {
        assertThat(Mention.in("$states.input.order.id")).containsExactly(new Mention("states", List.of("input", "order", "id"), true));
    }

    @Test void anExpressionNamesSeveralPlaces() {
        assertThat(Mention.in("$total > 10 ? $states.result.`a b` & '$no' : $sum($states.input.items.price)")).containsExactly(
                new Mention("total", List.of(), false),
                new Mention("states", List.of("result", "a b"), false),
                new Mention("states", List.of("input", "items", "price"), false));
    }

    @Test void aNameEndsWhereAFilterBegins() {
        assertThat(Mention.in("$states.input.items[price > 3].id")).containsExactly(new Mention("states", List.of("input", "items"), false));
    }

    @Test void theContextItemAndFunctionsAreNone() {
        assertThat(Mention.in("$map([1..3], function($v) { $v * 2 }) ~> $sum")).extracting(Mention::variable).containsExactly("v", "v", "sum");
        assertThat(Mention.in("'a'.($ & $$)")).isEmpty();
    }
}
