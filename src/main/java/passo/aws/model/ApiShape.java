package passo.aws.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// The form of a value in a service's answer, with the constraints that its service model gives. Member names are as a state
/// machine sees them: `StorageClass`, `ExecutionArn`.
public sealed interface ApiShape {

    /// @param members by name; what stands here under no name may be anything
    /// @param required those that an answer always has
    record Structure(Map<String, ApiShape> members, Set<String> required) implements ApiShape {}

    record ListOf(ApiShape member) implements ApiShape {}

    /// @param value of every entry, whatever its key
    record MapOf(ApiShape value) implements ApiShape {}

    /// A string, a timestamp or a blob: all of them are text here.
    ///
    /// @param allowed the values of an enumeration; empty where any text will do
    record Text(Set<String> allowed, long minLength, long maxLength) implements ApiShape {
        public static final Text ANY = new Text(Set.of(), 0, Long.MAX_VALUE);
    }

    record Number(BigDecimal min, BigDecimal max) implements ApiShape {}

    record Flag() implements ApiShape {}

    /// A document: any value at all.
    record Document() implements ApiShape {}

    /// Another shape of the same service.
    record Reference(String name) implements ApiShape {}
}
