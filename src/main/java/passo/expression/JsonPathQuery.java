package passo.expression;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.EvaluationListener.EvaluationContinuation;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// A path that may name many places, asked of the JSONPath library that the service's own paths are modelled on.
///
/// The library sees our values through `JsonPathView`, without a copy. Work and results are counted, so that a query
/// that would take for ever stops at the same place on every machine.
final class JsonPathQuery {

    /// The text is no path.
    static final class Invalid extends Exception {
        Invalid(String reason) {
            super(reason, null, false, false);
        }
    }

    private static final int MOST_RESULTS = 10_000;

    private final JsonPath path;
    private final boolean isCall;
    private final boolean slicesRoot;

    private JsonPathQuery(JsonPath path, String text) {
        this.path = path;
        this.isCall = JsonPathText.isCall(text);
        this.slicesRoot = JsonPathText.slicesRoot(text);
    }

    /// Compiles a path that begins with `$`.
    static JsonPathQuery compile(String text) throws Invalid {
        JsonPathText.check(text);
        try {
            return new JsonPathQuery(JsonPath.compile(JsonPathText.quoteBareWords(text)), text);
        } catch (InvalidPathException invalid) {
            throw new Invalid(invalid.getMessage());
        }
    }

    /// What the path finds: a value, or for a path that may name many places an array, empty if need be.
    @Nullable Json find(Json document) {
        try {
            return read(document);
        } catch (PathNotFoundException missing) {
            return isEmpty() ? Json.Arr.EMPTY : null;
        }
    }

    /// Why nothing is found.
    String miss(Json document) {
        try {
            read(document);
        } catch (PathNotFoundException missing) {
            return missing.getMessage();
        }
        throw new IllegalStateException("Nothing is missing at " + path.getPath());
    }

    // AWS: a wildcard, slice or filter on missing data finds nothing, which is an empty array; a slice of the root,
    // where the root is no array, fails.
    private boolean isEmpty() {
        return !isCall && !path.isDefinite() && !slicesRoot;
    }

    private Json read(Json document) {
        // AWS takes a function such as `$.numbers.sum()` for a path, and then finds nothing there.
        if (isCall) throw new PathNotFoundException("No results for path: " + path.getPath());
        var view = new JsonPathView();
        try {
            return view.answer(path.read(document, Configuration.builder().jsonProvider(view).mappingProvider(view)
                    .evaluationListener(found -> atMost(found.index())).build()));
        } catch (PathNotFoundException missing) {
            throw missing;
        } catch (JsonPathException failed) {
            throw new QueryError("States.Runtime", "Invalid path '" + path.getPath() + "' : " + failed.getMessage());
        }
    }

    private static EvaluationContinuation atMost(int results) {
        if (results >= MOST_RESULTS) throw JsonPathView.tooMuch();
        return EvaluationContinuation.CONTINUE;
    }
}
