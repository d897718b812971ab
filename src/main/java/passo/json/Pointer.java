package passo.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON Pointer (RFC 6901): the steps from the root of a value to a place in it.
public record Pointer(List<String> steps) {

    public static final Pointer ROOT = new Pointer(List.of());

    public Pointer {
        steps = List.copyOf(steps);
    }

    /// Reads `/a/0/b~1c`; nothing where the text is not a pointer.
    public static Optional<Pointer> parse(String text) {
        if (text.isEmpty()) return Optional.of(ROOT);
        if (!text.startsWith("/")) return Optional.empty();
        var steps = new ArrayList<String>();
        for (String step : text.substring(1).split("/", -1)) steps.add(step.replace("~1", "/").replace("~0", "~"));
        return Optional.of(new Pointer(steps));
    }

    public Pointer child(String name) {
        var longer = new ArrayList<>(steps);
        longer.add(name);
        return new Pointer(longer);
    }

    public Pointer child(int index) {
        return child(Integer.toString(index));
    }

    /// A place in the value at this place.
    public Pointer under(Pointer inside) {
        var longer = new ArrayList<>(steps);
        longer.addAll(inside.steps);
        return new Pointer(longer);
    }

    /// The place around this one; the root has none.
    public Pointer parent() {
        return new Pointer(steps.subList(0, steps.size() - 1));
    }

    /// The value at this place, or nothing where a step leads nowhere.
    public Optional<Json> find(Json root) {
        Json here = root;
        for (String step : steps) {
            here = switch (here) {
                case Json.Obj obj -> obj.get(step);
                case Json.Arr arr -> isIndex(step) && Long.parseLong(step) < arr.size() ? arr.get(Integer.parseInt(step)) : null;
                case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> null;
            };
            if (here == null) return Optional.empty();
        }
        return Optional.of(here);
    }

    /// The value with another one at this place; nothing where the place does not exist. A member that is not there yet is added
    /// to its object.
    public Optional<Json> replace(Json root, Json value) {
        return replace(root, value, 0);
    }

    private Optional<Json> replace(Json here, Json value, int depth) {
        if (depth == steps.size()) return Optional.of(value);
        String step = steps.get(depth);
        return switch (here) {
            case Json.Obj obj when obj.has(step) -> replace(obj.get(step), value, depth + 1).map(inner -> obj.with(step, inner));
            case Json.Obj obj when depth == steps.size() - 1 -> Optional.of(obj.with(step, value));
            case Json.Arr arr when isIndex(step) && Long.parseLong(step) < arr.size() -> {
                int index = Integer.parseInt(step);
                yield replace(arr.get(index), value, depth + 1).map(inner -> {
                    var items = new ArrayList<>(arr.items());
                    items.set(index, inner);
                    return new Json.Arr(items);
                });
            }
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    private static boolean isIndex(String step) {
        return step.length() <= 9 && !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')
                && (step.length() == 1 || step.charAt(0) != '0');
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String step : steps) text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        return text.toString();
    }
}
