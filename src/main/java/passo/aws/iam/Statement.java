package passo.aws.iam;

import java.util.List;
import java.util.Locale;
import passo.json.Pointer;

/// One statement of a policy.
///
/// @param sid empty where it has none
/// @param at where it stands in its role, such as `/policy/Statement/0`
/// @param allows or denies
/// @param principals whom a trust policy means; empty in any other
public record Statement(String sid, Pointer at, boolean allows, Patterns actions, Patterns resources, List<Principal> principals,
        List<Condition> conditions) {

    /// What is named: these, or all but these.
    public record Patterns(List<String> list, boolean except) {

        /// Everything there is.
        static final Patterns ALL = new Patterns(List.of("*"), false);

        public Patterns {
            list = List.copyOf(list);
        }
    }

    /// Whom a trust policy means.
    ///
    /// @param kind `Service`, `AWS`, `Federated`, or `*` for everybody
    public record Principal(String kind, String name) {

        /// AWS: an account, by its number or the ARN of its root, stands for all that is in it.
        boolean means(Principal other) {
            if (kind.equals("*") || kind.equals("AWS") && other.kind.equals("AWS") && name.equals("*")) return true;
            if (!kind.equals(other.kind)) return false;
            boolean account = name.matches("\\d{12}|arn:aws:iam::\\d{12}:root");
            return account ? other.name.startsWith("arn:aws:iam::" + name.replaceAll("\\D", "") + ":") : name.equals(other.name);
        }
    }

    public Statement {
        principals = List.copyOf(principals);
        conditions = List.copyOf(conditions);
    }

    /// @param variables are the policy's variables replaced?
    boolean speaksOf(Access access, boolean variables) {
        return names(access.action()) && namesResource(access, variables)
                && conditions.stream().allMatch(condition -> condition.holds(access, variables));
    }

    private boolean names(String action) {
        return actions.list.stream().anyMatch(pattern -> isAction(pattern, action)) != actions.except;
    }

    private boolean namesResource(Access access, boolean variables) {
        return resources.list.stream().anyMatch(pattern -> isResource(pattern, access, variables)) != resources.except;
    }

    /// The case of an action means nothing.
    static boolean isAction(String pattern, String action) {
        return Wildcards.match(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    static boolean isResource(String pattern, Access access, boolean variables) {
        return Wildcards.match(variables ? Variables.replace(pattern, access) : pattern, access.resource());
    }

    boolean speaksOf(Principal principal) {
        return principals.stream().anyMatch(each -> each.means(principal));
    }
}
