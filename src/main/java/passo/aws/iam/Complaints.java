package passo.aws.iam;

import passo.json.Pointer;

/// Hears what is wrong with a policy.
@FunctionalInterface
public interface Complaints {

    /// Nobody listens.
    Complaints UNHEARD = (_, _, _) -> {};

    /// @param at where, in the role
    /// @param key of the message files
    void about(Pointer at, String key, String... arguments);
}
