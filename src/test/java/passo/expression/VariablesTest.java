package passo.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import passo.json.Json;

class VariablesTest {

    @Test void anAssignmentChangesNothingThatWasSeenBefore() {
        var before = Variables.NONE.with(Json.Obj.of("a", Json.of(1), "b", Json.of(2)));
        var after = before.with(Json.Obj.of("a", Json.of(3)));

        assertThat(before.own()).isEqualTo(Map.of("a", Json.of(1), "b", Json.of(2)));
        assertThat(after.own()).isEqualTo(Map.of("a", Json.of(3), "b", Json.of(2)));
    }

    @Test void anInnerScopeSeesTheOuterAndChangesItsOwnAlone() {
        var outer = Variables.NONE.with(Json.Obj.of("a", Json.of(1), "b", Json.of(2)));
        var inner = outer.inner().with(Json.Obj.of("a", Json.of(3)));

        assertThat(inner.visible()).isEqualTo(Map.of("a", Json.of(3), "b", Json.of(2)));
        assertThat(inner.own()).isEqualTo(Map.of("a", Json.of(3)));
        assertThat(outer.get("a")).isEqualTo(Json.of(1));
    }

    @Test void afterAnyAssignmentsTheLastOneCountsAndTheOrderIsThatOfTheFirst() {
        var random = new Random(0);
        var expected = new LinkedHashMap<String, Json>();
        var variables = Variables.NONE;
        for (int i = 0; i < 2_000; i++) {
            var assigned = Json.Obj.builder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                String name = "v" + random.nextInt(300);
                assigned.put(name, i);
                expected.put(name, Json.of(i));
            }
            variables = variables.with(assigned.build());
        }

        assertThat(variables.own()).containsExactlyEntriesOf(expected);
    }
}
