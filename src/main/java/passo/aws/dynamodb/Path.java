package passo.aws.dynamodb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a value stands in an item: an attribute, and names and indexes inside it.
///
/// @param steps the first is a name
record Path(List<Step> steps) implements Comparable<Path> {

    sealed interface Step {
        record Name(String name) implements Step {}

        record Index(int index) implements Step {}
    }

    Path {
        steps = List.copyOf(steps);
    }

    static Path of(String attribute) {
        return new Path(List.of(new Step.Name(attribute)));
    }

    /// The attribute that it begins with.
    String attribute() {
        return steps.getFirst() instanceof Step.Name(var name) ? name : "";
    }

    boolean isNested() {
        return steps.size() > 1;
    }

    /// Does it lead through a list?
    boolean isInList() {
        return steps.stream().anyMatch(Step.Index.class::isInstance);
    }

    /// By the first step that differs: names as texts, indexes by their number.
    @Override
    public int compareTo(Path other) {
        for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
            int order = order(steps.get(i), other.steps.get(i));
            if (order != 0) return order;
        }
        return Integer.compare(steps.size(), other.steps.size());
    }

    private static int order(Step one, Step other) {
        return switch (one) {
            case Step.Name(var name) -> other instanceof Step.Name(var second) ? name.compareTo(second) : -1;
            case Step.Index(var index) -> other instanceof Step.Index(var second) ? Integer.compare(index, second) : 1;
        };
    }

    Optional<Value> find(Value.M item) {
        Optional<Value> here = Optional.of(item);
        for (Step step : steps) here = here.flatMap(value -> inside(value, step));
        return here;
    }

    static Optional<Value> inside(Value value, Step step) {
        return switch (step) {
            case Step.Name(var name) -> value instanceof Value.M map ? map.get(name) : Optional.empty();
            case Step.Index(var index) ->
                value instanceof Value.L(var items) && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        };
    }

    /// How two paths get in each other's way, where they do; as DynamoDB words it.
    static Optional<String> clash(Path one, Path two) {
        for (int i = 0; i < Math.min(one.steps.size(), two.steps.size()); i++) {
            Step left = one.steps.get(i);
            Step right = two.steps.get(i);
            if (left.getClass() != right.getClass()) return Optional.of("Two document paths conflict with each other; " + rewrite(one, two));
            if (!left.equals(right)) return Optional.empty();
        }
        return Optional.of("Two document paths overlap with each other; " + rewrite(one, two));
    }

    private static String rewrite(Path one, Path two) {
        return "must remove or rewrite one of these paths; path one: " + one + ", path two: " + two;
    }

    /// As DynamoDB's messages have it: `[a, b, [0]]`.
    @Override
    public String toString() {
        return steps.stream().map(step -> switch (step) {
            case Step.Name(var name) -> name;
            case Step.Index(var index) -> "[" + index + "]";
        }).collect(Collectors.joining(", ", "[", "]"));
    }
}
