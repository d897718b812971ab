package passo.aws.iam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A role: who may assume it, and what it may do.
///
/// @param trust nobody may assume a role without a trust policy
/// @param restricted has it policies? The role of a machine to which the world gives none may do everything
public record Role(String name, Optional<Policy> trust, List<Policy> policies, boolean restricted) {

    public Role {
        policies = List.copyOf(policies);
    }

    /// The role that a machine or a function has where the world gives it none.
    static Role unrestricted(String name) {
        return new Role(name, Optional.empty(), List.of(), false);
    }

    /// AWS, "Policy evaluation logic": a denial decides, then a permission; what no statement speaks of is not allowed.
    public Verdict decide(Access access) {
        if (!restricted) return new Verdict.Unrestricted();
        return on(access, false).<Verdict>map(Verdict.Denied::new)
                .or(() -> on(access, true).map(Verdict.Allowed::new))
                .orElseGet(Verdict.Unmentioned::new);
    }

    private Optional<Statement> on(Access access, boolean allowing) {
        return policies.stream().flatMap(policy -> policy.on(access, allowing)).findFirst();
    }

    /// May a principal assume this role?
    ///
    /// @param context what is known of the request, such as `aws:SourceArn`
    public boolean trusts(Statement.Principal principal, Access context) {
        return !restricted || trust.filter(policy -> policy.trusts(principal, context)).isPresent();
    }

    Stream<Statement> statements() {
        return policies.stream().flatMap(policy -> policy.statements().stream());
    }
}
