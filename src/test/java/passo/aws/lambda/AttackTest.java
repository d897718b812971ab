package passo.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How long attacks take is measured by `FunctionLoad`; here is what does not depend on the machine.
class AttackTest {

    /// Enough for any function that means well; what ends later would only take longer here.
    private static final long TICKS = 300_000;

    @ParameterizedTest
    @MethodSource("attacks")
    void endsAtItsLastTickAndLeavesNothing(Attack attack) {
        Code.Run good = Attack.good(attack.runtime());

        Code.Run run = attack.make(TICKS);

        assertThat(run.ticks()).isLessThanOrEqualTo(TICKS);
        assertThat(run.ending()).isNotInstanceOf(Ending.Stopped.class);
        assertThat(attack.make(TICKS)).isEqualTo(run);
        assertThat(Attack.good(attack.runtime())).isEqualTo(good);
    }

    static List<Attack> attacks() {
        return Attack.all();
    }
}
