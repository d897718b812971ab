package passo.lab.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;

class MeasuredTest {

    static final Exercise LOST_ORDER = ExerciseFolder.read(Path.of("exercises/pedido-sumiu"), "dados-com-jsonpath");

    @Test void transitionsCostAndPermissionsAreThoseOfTheVisibleTests() {
        Measured own = Measured.of(Measured.OWN, LOST_ORDER, LOST_ORDER.reference(), (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions))
                .orElseThrow();


        assertThat(own.transitions()).isEqualTo(2);
        assertThat(own.dollars()).isEqualByComparingTo(new BigDecimal("0.00005"));
        assertThat(own.permissions()).containsExactly(new Measured.Permission("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:111122223333:table/Pedidos"),
                new Measured.Permission("sns:Publish", "arn:aws:sns:us-east-1:111122223333:pedidos"));
    }

    @Test void whatIsNoMachineTakesNothing() {
        assertThat(Measured.of(Measured.OWN, LOST_ORDER, Json.Obj.EMPTY, (_, _, _) -> null)).isEmpty();
    }
}
