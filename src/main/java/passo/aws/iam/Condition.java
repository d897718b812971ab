package passo.aws.iam;

import java.util.List;
import java.util.Optional;

/// One condition of a statement: of a key of the request, compared with some values.
///
/// @param quantifier of a key with several values
/// @param ifExists does it hold where the request does not tell the key?
public record Condition(Quantifier quantifier, Operator operator, boolean ifExists, String key, List<String> values) {

    /// AWS, "Multivalued context keys".
    enum Quantifier { ANY, ALL, SINGLE }

    public Condition {
        values = List.copyOf(values);
    }

    /// @param variables are `${…}` in the values replaced?
    boolean holds(Access access, boolean variables) {
        Optional<List<String>> told = access.told(key);
        List<String> wanted = variables ? values.stream().map(value -> Variables.replace(value, access)).toList() : values;
        if (operator == Operator.Null) return operator.holds(wanted, String.valueOf(told.isEmpty()));
        if (told.isEmpty() || told.get().isEmpty()) return ifExists || quantifier == Quantifier.ALL || operator.holdsOfNothing();
        return switch (quantifier) {
            case ANY, SINGLE -> told.get().stream().anyMatch(value -> operator.holds(wanted, value));
            case ALL -> told.get().stream().allMatch(value -> operator.holds(wanted, value));
        };
    }
}
