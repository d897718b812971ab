package passo.engine;

import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Exit;
import passo.engine.semantics.Transition;
import passo.json.Json;

/// Counts what the variables of an execution take, all that are in scope. AWS, "Quotas".
final class VariablesLimit {

    private static final long MOST_BYTES = 10L << 20;

    private long bytes;

    /// Counts what a state assigns.
    ///
    /// @return the exit, or the end of the execution where that is too much
    Exit limited(Branch branch, Exit exit) {
        if (exit.assigned().isEmpty()) return exit;
        long growth = branch.growth(exit.assigned());
        long over = bytes + growth - MOST_BYTES;
        if (over > 0) {
            return new Exit(new Transition.Halt(DataLimit.tooManyVariables(branch.state, over)), exit.selected(), exit.placed(), Json.Obj.EMPTY,
                    "Assign", exit.handling());
        }
        count(branch, growth);
        return exit;
    }

    /// Gives a branch's variables other values, as people decided.
    void decided(Branch branch, Json.Obj assigned) {
        count(branch, branch.growth(assigned));
        branch.variables = branch.variables.with(assigned);
    }

    private void count(Branch branch, long growth) {
        bytes += growth;
        branch.variableBytes += growth;
    }

    /// The branch's variables go out of scope.
    void left(Branch branch) {
        bytes -= branch.variableBytes;
    }

    /// They are in scope again.
    void back(Branch branch) {
        bytes += branch.variableBytes;
    }
}
