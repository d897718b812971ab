package passo.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// Where a result is put into a state's input: a Reference Path, or nowhere (`null`). Specification, "ResultPath".
public final class ResultPath {

    /// `$`: the result replaces the input.
    public static final ResultPath ROOT = new ResultPath("$", List.of());

    /// `null`: the result is dropped.
    public static final ResultPath DISCARD = new ResultPath("null", List.of());

    private final String source;
    private final List<Path.Step> steps;

    private ResultPath(String source, List<Path.Step> steps) {
        this.source = source;
        this.steps = steps;
    }

    /// Compiles a Reference Path.
    public static Compiled<ResultPath> compile(String source) {
        return switch (Path.compile(source)) {
            case Compiled.Bad<Path> _ when !source.startsWith("$") -> bad("Reference path didn't start with '$'");
            case Compiled.Bad<Path>(_, var message, _) -> bad(message);
            case Compiled.Good<Path>(var path) when path.root() == Path.Root.CONTEXT ->
                bad("A result cannot be put into the Context Object");
            case Compiled.Good<Path>(var path) when path.root() == Path.Root.VARIABLE ->
                bad("A result cannot be put into a variable; use Assign");
            case Compiled.Good<Path>(var path) when !path.isReference() ->
                bad("The path must name one place, without the operators @ .. , : ? *");
            case Compiled.Good<Path>(var path) -> new Compiled.Good<>(new ResultPath(source, path.steps()));
        };
    }

    private static Compiled<ResultPath> bad(String reason) {
        return new Compiled.Bad<>("SCHEMA_VALIDATION_FAILED", "Value is not a Reference Path: " + reason, "");
    }

    /// The input with the result in its place.
    ///
    /// @throws QueryError `States.ResultPathMatchFailure` where the input has no room for it
    public Json place(Json input, Json result) {
        return this == DISCARD ? input : place(input, 0, input, result);
    }

    private Json place(@Nullable Json here, int step, Json input, Json result) {
        if (step == steps.size()) return result;
        return switch (steps.get(step)) {
            case Path.Step.Name(var name) when here == null -> Json.Obj.of(name, place(null, step + 1, input, result));
            case Path.Step.Name(var name) when here instanceof Json.Obj obj ->
                obj.with(name, place(obj.get(name), step + 1, input, result));
            case Path.Step.Index index when here instanceof Json.Arr arr && index.of(arr) != null ->
                arr.with(index.in(arr), place(index.of(arr), step + 1, input, result));
            case Path.Step failed -> throw new QueryError("States.ResultPathMatchFailure",
                    "Unable to apply step \"" + name(failed) + "\" to input " + input);
        };
    }

    private static String name(Path.Step step) {
        return switch (step) {
            case Path.Step.Name(var name) -> name;
            case Path.Step.Index(var index) -> Integer.toString(index);
        };
    }

    /// The steps to the place; none for `$` and for `null`.
    public List<Path.Step> steps() {
        return steps;
    }

    public String source() {
        return source;
    }
}
