package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.lab.progress.Plan;

class PlansTest {

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void thePlanOfALearnerIsTheLastOneSaved(String url) {
        try (var database = Database.open(url)) {
            var plans = new Plans(database);
            plans.save("ana", new Plan("rapido", 3, List.of()));
            plans.save("ana", new Plan("rapido", 5, List.of("primeiro-fluxo", "decisoes")));

            assertThat(plans.of("ana")).isEqualTo(new Plan("rapido", 5, List.of("primeiro-fluxo", "decisoes")));
            assertThat(plans.of("rui")).isEqualTo(Plan.NONE);
        }
    }
}
