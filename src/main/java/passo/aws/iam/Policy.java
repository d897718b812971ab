package passo.aws.iam;

import java.util.List;
import java.util.stream.Stream;

/// A policy document, read.
///
/// @param name of a named policy; empty for the only one
/// @param variables are `${…}` in it replaced? AWS: only in the version of 2012-10-17
public record Policy(String name, boolean variables, List<Statement> statements) {

    public Policy {
        statements = List.copyOf(statements);
    }

    /// The statements that allow, or those that deny, this access.
    Stream<Statement> on(Access access, boolean allowing) {
        return statements.stream().filter(statement -> statement.allows() == allowing && statement.speaksOf(access, variables));
    }

    /// May this principal do that? Asked of a trust policy.
    boolean trusts(Statement.Principal principal, Access access) {
        return on(access, false).noneMatch(statement -> statement.speaksOf(principal))
                && on(access, true).anyMatch(statement -> statement.speaksOf(principal));
    }
}
