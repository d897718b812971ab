package passo.engine.items;

import passo.asl.State;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Numbers;
import passo.engine.semantics.Outcome;
import passo.expression.Scope;

/// How many of a Map Run's items may fail. AWS, "Setting failure thresholds for Distributed Map states".
///
/// @param count 0 where it does not count
/// @param percentage likewise
public record Tolerance(long count, double percentage) {

    public static final Tolerance NONE = new Tolerance(0, 0);

    /// The scope's input is the Map's effective input.
    public static Tolerance of(State.Distributed distributed, Scope scope) {
        return new Tolerance(Numbers.nonNegative("ToleratedFailureCount", distributed.toleratedFailureCount(), scope),
                Numbers.percentage("ToleratedFailurePercentage", distributed.toleratedFailurePercentage(), scope));
    }

    // AWS: where both are given, either can be exceeded; 0 is as good as not given.
    public boolean isExceeded(int failed, int of) {
        if (equals(NONE)) return failed > 0;
        return count > 0 && failed > count || percentage > 0 && failed * 100.0 / of > percentage;
    }

    public static Outcome.Failure failure() {
        return new Outcome.Failure(ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD, "The specified tolerated failure threshold was exceeded");
    }
}
