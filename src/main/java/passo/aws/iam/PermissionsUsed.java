package passo.aws.iam;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passo.json.Json;

/// The least-privilege meter of one role in one run: what it was asked for, what its policies allow beyond that, and the smallest
/// policy that would do.
///
/// @param omitted how often it was asked for something that is not among the uses, for there were too many different ones
public record PermissionsUsed(Role role, List<Use> uses, long omitted) {

    /// One access that was needed.
    ///
    /// @param steps the numbers of the first steps that needed it
    /// @param times how often
    public record Use(Access access, Need.Moment moment, Verdict verdict, List<Integer> steps, long times) {
        public Use {
            steps = List.copyOf(steps);
        }
    }

    /// What a statement allows beyond what was used: patterns for which there was no use, and patterns that stand for more than was used.
    public record Excess(Statement statement, List<Beyond> actions, List<Beyond> resources) {}

    /// A pattern that allows more than was used.
    ///
    /// @param usedFor what it was used for: nothing, or less than its wildcards stand for
    public record Beyond(String pattern, List<String> usedFor) {}

    public PermissionsUsed {
        uses = List.copyOf(uses);
    }

    /// What was needed and not allowed.
    public List<Use> refused() {
        return uses.stream().filter(use -> !use.verdict.allows()).toList();
    }

    /// Statement by statement, what is allowed beyond the uses; nothing of a role that is not restricted.
    public List<Excess> excess() {
        return role.statements().filter(Statement::allows).map(this::excess)
                .filter(excess -> !excess.actions.isEmpty() || !excess.resources.isEmpty()).toList();
    }

    private Excess excess(Statement statement) {
        List<Access> served = uses.stream().map(Use::access)
                .filter(access -> role.policies().stream().anyMatch(policy -> policy.statements().contains(statement)
                        && statement.speaksOf(access, policy.variables()))).toList();
        return new Excess(statement,
                beyond(statement.actions(), served, Access::action, pattern -> access -> Statement.isAction(pattern, access.action())),
                beyond(statement.resources(), served, SmallestPolicy::written, pattern -> access -> Statement.isResource(pattern, access, true)));
    }

    private static List<Beyond> beyond(Statement.Patterns patterns, List<Access> served, Function<Access, String> name,
            Function<String, Predicate<Access>> matching) {
        if (patterns.except()) return List.of(new Beyond("not " + String.join(", ", patterns.list()), names(served.stream(), name)));
        return patterns.list().stream()
                .map(pattern -> new Beyond(pattern, names(served.stream().filter(matching.apply(pattern)), name)))
                .filter(beyond -> beyond.usedFor.isEmpty() || Wildcards.isPattern(beyond.pattern) && !beyond.usedFor.equals(List.of(beyond.pattern)))
                .toList();
    }

    private static List<String> names(Stream<Access> accesses, Function<Access, String> name) {
        return accesses.map(name).distinct().toList();
    }

    /// The smallest policy under which the run would have got everything it asked for.
    public Json.Obj smallestPolicy() {
        return SmallestPolicy.of(uses.stream().map(Use::access).toList());
    }
}
