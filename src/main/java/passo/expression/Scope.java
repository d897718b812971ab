package passo.expression;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import passo.json.Json;

/// All that an expression can see.
///
/// @param input `$` of JSONPath, `$states.input` of JSONata
/// @param result `$states.result`, where there is one
/// @param errorOutput `$states.errorOutput`, where there is one
/// @param context the Context Object, `$$` or `$states.context`; made when first asked for
/// @param variables the workflow variables as at the state's entry
/// @param random the run's own source of chance: `States.UUID`, `States.MathRandom`, `$random`, `$uuid`
/// @param now the run's own clock, in virtual time
public record Scope(Json input, Optional<Json> result, Optional<Json> errorOutput, Supplier<Json.Obj> context,
        Variables variables, RandomGenerator random, Instant now) {

    /// The same scope where `$` is another value.
    public Scope on(Json input) {
        return new Scope(input, result, errorOutput, context, variables, random, now);
    }

    /// The same scope with another Context Object.
    public Scope withContext(Supplier<Json.Obj> context) {
        return new Scope(input, result, errorOutput, context, variables, random, now);
    }

    /// The same scope with `$states.result`.
    public Scope withResult(Json result) {
        return new Scope(input, Optional.of(result), errorOutput, context, variables, random, now);
    }

    /// The same scope with `$states.errorOutput`.
    public Scope withErrorOutput(Json errorOutput) {
        return new Scope(input, result, Optional.of(errorOutput), context, variables, random, now);
    }

    /// A random UUID (version 4) of the run's own chance.
    public String uuid() {
        return IntrinsicFunction.uuid(random);
    }
}
