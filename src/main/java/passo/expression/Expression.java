package passo.expression;

import passo.json.Json;

/// Something written in a definition that becomes a value when a state runs: a literal, a path, an intrinsic function, a
/// payload template or a JSONata expression. Compiled, immutable, may be shared between threads.
public sealed interface Expression permits Literal, Path, Intrinsic, Template, Jsonata {

    /// The value in this scope.
    ///
    /// @throws QueryError if there is none, as the service would report it
    Json evaluate(Scope scope);

    /// The text as it stands in the definition: of a JSONata expression without `{%` and `%}`, of a literal its JSON.
    String source();
}
