package passo.expression;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// A JSONPath path: into the data (`$.a`), the Context Object (`$$.Execution.Id`) or a variable (`$order.id`).
/// Specification, "Paths".
///
/// A definite path, one that names one place, is a list of steps and is walked here; any other (`*`, `..`, slices,
/// filters, unions) is `JsonPathQuery`'s.
public final class Path implements Expression {

    /// `$`, the whole data.
    public static final Path ROOT = new Path("$", Root.DATA, "", PathText.read("$", 1), null);

    /// What a path starts from.
    public enum Root {
        /// `$`
        DATA,
        /// `$$`
        CONTEXT,
        /// `$name`
        VARIABLE
    }

    /// A step of a definite path.
    public sealed interface Step {

        /// `.name` or `['name']`: a member of an object.
        record Name(String name) implements Step {
            @Override
            public String toString() {
                return "['" + name + "']";
            }
        }

        /// `[0]`: an item of an array; a negative index counts from its end.
        record Index(int index) implements Step {
            @Override
            public String toString() {
                return "[" + index + "]";
            }

            int in(Json.Arr arr) {
                return index < 0 ? arr.size() + index : index;
            }

            @Nullable Json of(Json.Arr arr) {
                int place = in(arr);
                return place >= 0 && place < arr.size() ? arr.get(place) : null;
            }
        }
    }

    private final String source;
    private final Root root;
    private final String variable;
    private final PathText text;
    private final Step[] steps;
    private final @Nullable JsonPathQuery query;

    private Path(String source, Root root, String variable, PathText text, @Nullable JsonPathQuery query) {
        this.source = source;
        this.root = root;
        this.variable = variable;
        this.text = text;
        this.steps = text.steps().toArray(Step[]::new);
        this.query = query;
    }

    /// Compiles a path.
    public static Compiled<Path> compile(String source) {
        if (!source.startsWith("$")) return bad("Path didn't start with '$'");
        if (source.startsWith("$$")) return compile(source, Root.CONTEXT, "", 2);
        int end = PathText.endOfName(source, 1);
        return end == 1 ? compile(source, Root.DATA, "", 1) : compile(source, Root.VARIABLE, source.substring(1, end), end);
    }

    private static Compiled<Path> compile(String source, Root root, String variable, int start) {
        PathText text = PathText.read(source, start);
        if (text.definite()) return new Compiled.Good<>(new Path(source, root, variable, text, null));
        try {
            JsonPathQuery query = JsonPathQuery.compile("$" + source.substring(start));
            return new Compiled.Good<>(new Path(source, root, variable, text, query));
        } catch (JsonPathQuery.Invalid invalid) {
            return bad(invalid.getMessage());
        }
    }

    private static Compiled<Path> bad(String reason) {
        return new Compiled.Bad<>("SCHEMA_VALIDATION_FAILED", "Value is not a valid JSONPath: " + reason, "");
    }

    /// The value at this path, as `InputPath`, `OutputPath` and the other path fields ask for it.
    ///
    /// @throws QueryError `States.Runtime` if there is none
    @Override
    public Json evaluate(Scope scope) {
        Json found = get(scope);
        if (found == null) throw new QueryError("States.Runtime", "Invalid path '" + source + "' : " + miss(scope));
        return found;
    }

    /// The value at this path, as a Payload Template's field, `ErrorPath` or `CausePath` asks for it: here the index
    /// after an array's end finds `null`.
    ///
    /// @param field the field's name, such as `value.$`
    /// @throws QueryError `States.Runtime` if there is none
    public Json evaluate(Scope scope, String field) {
        Json found = get(scope);
        if (found != null) return found;
        if (endsAfterArray(scope)) return Json.NULL;
        String miss = miss(scope);
        Json searched = root == Root.VARIABLE ? scope.input() : start(scope);
        throw new QueryError("States.Runtime", isWrongType(miss) ? miss : "The JSONPath '" + source
                + "' specified for the field '" + field + "' could not be found in the input '" + searched + "'");
    }

    /// The value at this path, or nothing.
    public Optional<Json> find(Scope scope) {
        return Optional.ofNullable(get(scope));
    }

    @Nullable Json get(Scope scope) {
        Json here = start(scope);
        if (query != null) return here == null ? null : query.find(here);
        for (Step step : steps) here = here == null ? null : next(here, step);
        return here;
    }

    /// Why nothing is found, in the words of the service's JSONPath library.
    String miss(Scope scope) {
        Json here = start(scope);
        if (here == null) return "The variable '" + variable + "' has no value";
        if (query != null) return query.miss(here);
        var walked = new StringBuilder("$");
        for (int i = 0; i < steps.length; i++) {
            Json next = next(here, steps[i]);
            if (next == null) return miss(here, i, walked.toString());
            walked.append(steps[i]);
            here = next;
        }
        throw new IllegalStateException("Nothing is missing at " + source);
    }

    private String miss(Json here, int failed, String walked) {
        boolean last = failed == steps.length - 1;
        return switch (steps[failed]) {
            case Step.Index step when !(here instanceof Json.Arr) -> "Filter: " + step
                    + " can only be applied to arrays. Current context is: " + here;
            case Step.Name step when !(here instanceof Json.Obj) -> "Expected to find an object with property " + step
                    + " in path " + walked + " but found '" + here.typeName() + "'";
            case Step step -> (last ? "No results for path: " : "Missing property in path ") + walked + step;
        };
    }

    /// The service passes on its library's sentence about an index into something else, and no other.
    static boolean isWrongType(String miss) {
        return miss.startsWith("Filter: ");
    }

    private boolean endsAfterArray(Scope scope) {
        if (query != null || steps.length == 0 || !(steps[steps.length - 1] instanceof Step.Index)) return false;
        Json here = start(scope);
        for (int i = 0; here != null && i < steps.length - 1; i++) here = next(here, steps[i]);
        return here instanceof Json.Arr;
    }

    private static @Nullable Json next(Json here, Step step) {
        return switch (step) {
            case Step.Name(var name) -> here instanceof Json.Obj obj ? obj.get(name) : null;
            case Step.Index index -> here instanceof Json.Arr arr ? index.of(arr) : null;
        };
    }

    private @Nullable Json start(Scope scope) {
        return switch (root) {
            case DATA -> scope.input();
            case CONTEXT -> scope.context().get();
            case VARIABLE -> scope.variables().get(variable);
        };
    }

    public Root root() {
        return root;
    }

    /// The variable's name; empty where the path does not start from one.
    public String variable() {
        return variable;
    }

    /// The steps of a definite path; of any other those before the first that is not a name or an index.
    public List<Step> steps() {
        return text.steps();
    }

    /// Does it name one place?
    public boolean isDefinite() {
        return text.definite();
    }

    /// Is it a Reference Path: definite, and without the operators `@ , : ? *`?
    public boolean isReference() {
        return text.definite() && !text.hasOperator();
    }

    @Override
    public String source() {
        return source;
    }
}
