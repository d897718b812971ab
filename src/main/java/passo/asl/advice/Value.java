package passo.asl.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import passo.expression.Path;
import passo.json.Json;

/// What is known of a value before the machine runs: its members, and whether there can be others. Where nothing is known
/// it is `Any`, of which nothing can be said to be wrong.
sealed interface Value {

    Value ANY = new Any();

    /// How deep and how wide a value is looked at; beyond, anything may be there.
    int DEEPEST = 6;
    int WIDEST = 40;

    /// Where a value comes from: how a state made it.
    ///
    /// @param state empty where it is no state's
    record Origin(How how, String state) {}

    /// How a value came to be, which says what to do where something is missing in it.
    enum How {
        /// The answer of a service took the place of the state's input.
        RESULT,
        /// So did the answer of `lambda:invoke`, with the function's own inside.
        ENVELOPE,
        /// An attribute of a DynamoDB item, with its type.
        ATTRIBUTE,
        /// A template or a `Result` lists all that there is.
        TEMPLATE,
        /// The Error Output took the place of the state's input.
        ERROR,
        /// A Parallel state's results.
        BRANCHES,
        /// A Map state's results.
        ITERATIONS,
        /// What a Map state iterates over.
        ITEMS
    }

    enum Kind { TEXT, NUMBER, FLAG, NULL }

    record Any() implements Value {}

    record Leaf(Kind kind, Origin origin) implements Value {}

    /// @param rest what any other member is; nothing where there is none
    record Members(SequencedMap<String, Value> named, Optional<Value> rest, Origin origin) implements Value {

        Optional<Value> get(String name) {
            return Optional.ofNullable(named.get(name)).or(() -> rest);
        }
    }

    /// @param first the items that are known one by one; all of them where there are any
    /// @param each what every item is
    record Items(List<Value> first, Value each, Origin origin) implements Value {}

    /// Where a path leads to nothing.
    ///
    /// @param place the value in which the step finds nothing
    /// @param step which step of the path
    record Absence(Value place, int step) {
        Origin origin() {
            return switch (place) {
                case Leaf leaf -> leaf.origin;
                case Members members -> members.origin;
                case Items items -> items.origin;
                case Any _ -> throw new IllegalStateException("Nothing is known to be absent");
            };
        }
    }

    /// What a path leads to, or why it leads to nothing.
    record Found(Value value, Optional<Absence> absence) {
        private static Found of(Value value) {
            return new Found(value, Optional.empty());
        }
    }

    // Made of JSON.

    static Value of(Json json, Origin origin) {
        return of(json, origin, 0);
    }

    private static Value of(Json json, Origin origin, int depth) {
        if (depth > DEEPEST) return ANY;
        return switch (json) {
            case Json.Str _ -> new Leaf(Kind.TEXT, origin);
            case Json.Num _ -> new Leaf(Kind.NUMBER, origin);
            case Json.Bool _ -> new Leaf(Kind.FLAG, origin);
            case Json.Null _ -> new Leaf(Kind.NULL, origin);
            case Json.Obj obj when obj.size() <= WIDEST -> {
                var named = new LinkedHashMap<String, Value>();
                obj.forEach((name, value) -> named.put(name, of(value, origin, depth + 1)));
                yield new Members(named, Optional.empty(), origin);
            }
            case Json.Arr _ -> new Items(List.of(), ANY, origin);
            case Json.Obj _ -> ANY;
        };
    }

    // Read.

    /// @param mapping does a name lead through a list to the members of its items, as it does in JSONata?
    default Found find(List<Path.Step> steps, boolean mapping) {
        Value here = this;
        for (int i = 0; i < steps.size(); i++) {
            Optional<Value> next = here.next(steps.get(i), mapping);
            if (next.isEmpty()) return new Found(ANY, Optional.of(new Absence(here, i)));
            here = next.get();
        }
        return Found.of(here);
    }

    /// The value one step further; nothing where it is known that there is none.
    private Optional<Value> next(Path.Step step, boolean mapping) {
        return switch (this) {
            case Any any -> Optional.of(any);
            case Members members when step instanceof Path.Step.Name(var name) -> members.get(name);
            case Items items when step instanceof Path.Step.Index(var index) ->
                Optional.of(index >= 0 && index < items.first.size() ? items.first.get(index) : items.first.isEmpty() ? items.each : ANY);
            case Members _, Items _, Leaf _ -> mapping && !(this instanceof Leaf) ? Optional.of(ANY) : Optional.empty();
        };
    }

    // Put together.

    /// The value with another at a place in it.
    default Value with(List<Path.Step> place, Value inner, Origin origin) {
        if (place.isEmpty()) return inner;
        if (!(place.getFirst() instanceof Path.Step.Name(var name)) || place.size() > DEEPEST) return ANY;
        List<Path.Step> rest = place.subList(1, place.size());
        return switch (this) {
            case Members members when members.named.size() < WIDEST -> {
                var named = new LinkedHashMap<>(members.named);
                Value there = members.get(name).orElse(nothing(origin));
                named.put(name, there.with(rest, inner, origin));
                yield new Members(named, members.rest, members.origin);
            }
            case Any _ -> {
                var named = new LinkedHashMap<String, Value>();
                named.put(name, (rest.isEmpty() ? ANY : new Members(new LinkedHashMap<>(), Optional.of(ANY), origin)).with(rest, inner, origin));
                yield new Members(named, Optional.of(ANY), origin);
            }
            case Members _, Leaf _, Items _ -> ANY;
        };
    }

    private static Value nothing(Origin origin) {
        return new Members(new LinkedHashMap<>(), Optional.empty(), origin);
    }

    /// What is known of a value that is one of these two.
    default Value or(Value other) {
        if (equals(other)) return this;
        return switch (this) {
            case Members one when other instanceof Members two -> one.origin.equals(two.origin) || one.rest.isEmpty() == two.rest.isEmpty()
                    ? either(one, two) : ANY;
            case Items one when other instanceof Items two -> new Items(one.first.size() != two.first.size() ? List.of()
                    : IntStream.range(0, one.first.size()).mapToObj(i -> one.first.get(i).or(two.first.get(i))).toList(),
                    one.each.or(two.each), one.origin);
            case Leaf one when other instanceof Leaf two && one.kind == two.kind -> one;
            case Any _, Members _, Items _, Leaf _ -> ANY;
        };
    }

    /// A member that one of them alone has may be there or not: it is anything.
    private static Value either(Members one, Members two) {
        var named = new LinkedHashMap<String, Value>();
        var names = new ArrayList<>(one.named.keySet());
        names.addAll(two.named.keySet());
        for (String name : names) {
            Optional<Value> left = one.get(name);
            named.put(name, left.isEmpty() ? ANY : two.get(name).map(right -> left.get().or(right)).orElse(ANY));
        }
        if (named.size() > WIDEST) return ANY;
        Optional<Value> rest = one.rest.isEmpty() ? two.rest : two.rest.isEmpty() ? one.rest : Optional.of(one.rest.get().or(two.rest.get()));
        return new Members(named, rest, one.origin);
    }

    /// What the values are that a map of variables holds, one of two that a state may meet.
    static Map<String, Value> either(Map<String, Value> one, Map<String, Value> two) {
        var both = new LinkedHashMap<String, Value>();
        one.forEach((name, value) -> {
            if (two.containsKey(name)) both.put(name, value.or(two.get(name)));
        });
        return both;
    }
}
