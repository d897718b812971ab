package passo.asl.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.json.Json;

/// One service's model: its shapes, and which of them each action is asked and answers with.
///
/// @param requests the shape's name by the action's, as a resource writes it: `getObject`
/// @param results the shape's name by the action's, as a resource writes it: `getObject`
public record ServiceModel(Map<String, ApiShape> shapes, Map<String, String> requests, Map<String, String> results) {

    /// What is wrong with an answer of this action, in AWS's words; nothing where the action or a member is not known.
    ///
    /// @param strict must required members be there?
    public Optional<String> violation(String action, Json answer, boolean strict) {
        String result = results.get(action);
        return result == null ? Optional.empty() : violation("", new ApiShape.Reference(result), answer, strict);
    }

    /// What an action answers with; nothing of one that answers with nothing, or is not known.
    public Optional<ApiShape> result(String action) {
        return Optional.ofNullable(results.get(action)).map(shapes::get);
    }

    /// What an action is asked with; nothing of one that is not known.
    Optional<ApiShape.Structure> request(String action) {
        return Optional.ofNullable(requests.get(action)).map(shapes::get)
                .flatMap(shape -> shape instanceof ApiShape.Structure structure ? Optional.of(structure) : Optional.empty());
    }

    /// The shape itself, where this is only its name.
    public ApiShape plain(ApiShape shape) {
        return shape instanceof ApiShape.Reference(var name) ? shapes.get(name) : shape;
    }

    private Optional<String> violation(String field, ApiShape shape, Json value, boolean strict) {
        return switch (shape) {
            case ApiShape.Reference(var name) -> violation(field, shapes.get(name), value, strict);
            case ApiShape.Structure structure when value instanceof Json.Obj obj -> ofMembers(structure, obj, strict);
            case ApiShape.MapOf(var each) when value instanceof Json.Obj obj -> ofEach(field, each, obj.values().stream(), strict);
            case ApiShape.Structure _, ApiShape.MapOf _ -> because(field, "must be an object");
            case ApiShape.ListOf(var each) when value instanceof Json.Arr arr -> ofEach(field, each, arr.items().stream(), strict);
            case ApiShape.ListOf _ -> because(field, "must be an array");
            case ApiShape.Text text when value instanceof Json.Str(var written) -> ofText(field, text, written);
            case ApiShape.Blob blob when value instanceof Json.Str(var written) -> ofLength(field, blob.minLength(), blob.maxLength(), written);
            case ApiShape.Timestamp() when value instanceof Json.Str -> Optional.empty();
            case ApiShape.Text _, ApiShape.Blob _, ApiShape.Timestamp _ -> because(field, "must be a string");
            case ApiShape.Number number when value instanceof Json.Num written -> ofNumber(field, number, written);
            case ApiShape.Number _ -> because(field, "must be a number");
            case ApiShape.Flag() -> value instanceof Json.Bool ? Optional.empty() : because(field, "must be a boolean");
            case ApiShape.Document() -> Optional.empty();
        };
    }

    private Optional<String> ofMembers(ApiShape.Structure structure, Json.Obj value, boolean strict) {
        Optional<String> missing = structure.required().stream().filter(name -> strict && !value.has(name)).sorted().findFirst();
        if (missing.isPresent()) return Optional.of("Required field '" + missing.get() + "' is missing");
        return value.names().stream().filter(structure.members()::containsKey)
                .flatMap(name -> violation(name, structure.members().get(name), value.get(name), strict).stream()).findFirst();
    }

    private Optional<String> ofEach(String field, ApiShape shape, Stream<Json> values, boolean strict) {
        return values.flatMap(value -> violation(field, shape, value, strict).stream()).findFirst();
    }

    private static Optional<String> ofText(String field, ApiShape.Text text, String written) {
        if (!text.allowed().isEmpty() && !text.allowed().contains(written)) return because(field, "is not an expected value");
        return ofLength(field, text.minLength(), text.maxLength(), written);
    }

    private static Optional<String> ofLength(String field, long min, long max, String written) {
        if (written.length() < min) return because(field, "is smaller than the minimum length");
        return written.length() > max ? because(field, "exceeds the maximum length") : Optional.empty();
    }

    private static Optional<String> ofNumber(String field, ApiShape.Number number, Json.Num written) {
        if (written.value().compareTo(number.min()) < 0) return because(field, "is less than the minimum value");
        return written.value().compareTo(number.max()) > 0 ? because(field, "exceeds the maximum value") : Optional.empty();
    }

    private static Optional<String> because(String field, String what) {
        return Optional.of("Field '" + field + "' " + what);
    }
}
