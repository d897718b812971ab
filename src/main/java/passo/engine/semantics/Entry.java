package passo.engine.semantics;

import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// What `Semantics.enter` computed.
///
/// @param effectiveInput the input after `InputPath`, as far as it came
/// @param arguments what goes to the work, as far as it came
/// @param rule the number of the Choice rule that holds, -1 where none does or the state is of another kind
public record Entry(Effect effect, @Nullable Json effectiveInput, @Nullable Json arguments, int rule) {}
