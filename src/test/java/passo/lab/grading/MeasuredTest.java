package passo.lab.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;

class MeasuredTest {

    static final Exercise LOST_ORDER = ExerciseFolder.read(Path.of("exercises/pedido-sumiu"), "dados-com-jsonpath");

    @Test void ownMachineStandsBeforeTheSolutions() {
        List<Measured> all = compared();

        assertThat(all).extracting(Measured::name).startsWith("", "reference").hasSize(LOST_ORDER.solutions().size() + 1);
        assertThat(all.get(1)).isEqualTo(new Measured("reference", all.getFirst().states(), all.getFirst().transitions(), all.getFirst().duration(),
                all.getFirst().dollars(), all.getFirst().permissions()));
    }

    @Test void transitionsCostAndPermissionsAreThoseOfTheVisibleTests() {
        Measured own = compared().getFirst();

        assertThat(own.transitions()).isEqualTo(2);
        assertThat(own.dollars()).isEqualByComparingTo(new BigDecimal("0.00005"));
        assertThat(own.permissions()).containsExactly(new Measured.Permission("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:111122223333:table/Pedidos"),
                new Measured.Permission("sns:Publish", "arn:aws:sns:us-east-1:111122223333:pedidos"));
    }

    private static List<Measured> compared() {
        return Measured.compared(LOST_ORDER, Submission.of(LOST_ORDER.reference()),
                (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions));
    }
}
