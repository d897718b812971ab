package passo.asl.model;

import java.math.BigDecimal;
import java.util.List;
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

    /// A string.
    ///
    /// @param allowed the values of an enumeration, in its order; empty where any text will do
    record Text(List<String> allowed, long minLength, long maxLength) implements ApiShape {
        public static final Text ANY = new Text(List.of(), 0, Long.MAX_VALUE);
    }

    /// Bytes, which are text in the answer of an SDK integration.
    record Blob(long minLength, long maxLength) implements ApiShape {}

    /// A point in time, which is text.
    record Timestamp() implements ApiShape {}

    record Number(BigDecimal min, BigDecimal max) implements ApiShape {}

    record Flag() implements ApiShape {}

    /// A document: any value at all.
    record Document() implements ApiShape {}

    /// Another shape of the same service.
    record Reference(String name) implements ApiShape {}
}
