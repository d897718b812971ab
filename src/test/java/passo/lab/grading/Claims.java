package passo.lab.grading;

import java.util.List;
import passo.aws.Cloud;
import passo.aws.cloudwatch.Logging;
import passo.engine.Trace;
import passo.lab.exercise.Expectation;

/// Holds a run to what is claimed of it, as a test of an exercise does.
public final class Claims {

    private Claims() {}

    /// What is not so; nothing where all is.
    ///
    /// @param logging of the machine
    public static List<Finding> broken(Expectation claim, Trace trace, Cloud cloud, Logging logging) {
        var check = new Check();
        check.execution(claim, trace, cloud, logging);
        check.afterAll(claim, cloud.world());
        return check.findings();
    }
}
