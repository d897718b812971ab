package passo.aws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import passo.asl.catalogue.Spelling;
import passo.json.Json;
import passo.json.Pointer;

/// What a JSON value must look like: the grammar of the world is written in these.
public sealed interface Shape {

    record Any() implements Shape {}

    record Flag() implements Shape {}

    record Whole() implements Shape {}

    record Number() implements Shape {}

    /// A number from 0 to 1.
    record Share() implements Shape {}

    /// @param expected the message key that says what a good text is
    record Text(Pattern pattern, String expected) implements Shape {}

    /// One of a few words.
    record Word(List<String> words) implements Shape {
        static Word of(String... words) {
            return new Word(List.of(words));
        }
    }

    record Items(Shape item) implements Shape {}

    /// An object whose member names are the author's own.
    record Named(Shape value) implements Shape {}

    /// An object of known members.
    ///
    /// @param oneOf exactly one of these must be there; empty for no such rule
    record Fields(SequencedMap<String, Shape> members, List<String> oneOf) implements Shape {
        Fields with(String name, Shape shape) {
            var more = new LinkedHashMap<>(members);
            more.put(name, shape);
            return new Fields(more, oneOf);
        }

        Fields oneOf(String... names) {
            return new Fields(members, List.of(names));
        }
    }

    record Either(Shape object, Shape other) implements Shape {}

    /// The shape of what a value of this shape holds under a name or a number.
    default Shape inside(Json here, String step) {
        return switch (this) {
            case Fields(var members, _) -> members.getOrDefault(step, new Any());
            case Named(var value) -> value;
            case Items(var item) -> item;
            case Either(var object, var other) -> (here instanceof Json.Obj ? object : other).inside(here, step);
            case Any _, Flag _, Whole _, Number _, Share _, Text _, Word _ -> new Any();
        };
    }

    static Fields fields() {
        return new Fields(new LinkedHashMap<>(), List.of());
    }

    /// Everything about a value that is not of a shape.
    static List<Problem> problems(Json json, Shape shape) {
        var problems = new ArrayList<Problem>();
        check(json, shape, Pointer.ROOT, problems);
        return List.copyOf(problems);
    }

    private static void check(Json json, Shape shape, Pointer at, List<Problem> problems) {
        switch (shape) {
            case Any() -> {}
            case Flag() -> expect(json instanceof Json.Bool, "world.expected.boolean", json, at, problems);
            case Whole() -> expect(json instanceof Json.Num number && number.isInteger(), "world.expected.integer", json, at, problems);
            case Number() -> expect(json instanceof Json.Num, "world.expected.number", json, at, problems);
            case Word(var words) -> {
                boolean good = json instanceof Json.Str(var text) && words.contains(text);
                if (!good) problems.add(new Problem(at, "world.expected.word", List.of(json.toString(), String.join(", ", words))));
            }
            case Share() -> expect(json instanceof Json.Num(var number) && number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0,
                    "world.expected.share", json, at, problems);
            case Text(var pattern, var expected) ->
                expect(json instanceof Json.Str(var text) && pattern.matcher(text).matches(), expected, json, at, problems);
            case Items(var item) -> {
                expect(json instanceof Json.Arr, "world.expected.array", json, at, problems);
                if (json instanceof Json.Arr arr) for (int i = 0; i < arr.size(); i++) check(arr.get(i), item, at.child(i), problems);
            }
            case Named(var value) -> {
                expect(json instanceof Json.Obj, "world.expected.object", json, at, problems);
                if (json instanceof Json.Obj obj) obj.forEach((name, member) -> check(member, value, at.child(name), problems));
            }
            case Fields fields -> {
                expect(json instanceof Json.Obj, "world.expected.object", json, at, problems);
                if (json instanceof Json.Obj obj) members(obj, fields, at, problems);
            }
            case Either(var object, var other) -> check(json, json instanceof Json.Obj ? object : other, at, problems);
        }
    }

    private static void members(Json.Obj obj, Fields fields, Pointer at, List<Problem> problems) {
        obj.forEach((name, member) -> {
            Shape shape = fields.members.get(name);
            if (shape != null) {
                check(member, shape, at.child(name), problems);
            } else {
                Optional<String> meant = Spelling.nearest(name, fields.members.keySet());
                problems.add(meant.isPresent() ? new Problem(at.child(name), "world.unknownMeant", List.of(name, meant.get()))
                        : new Problem(at.child(name), "world.unknown", List.of(name, String.join(", ", fields.members.keySet()))));
            }
        });
        if (!fields.oneOf.isEmpty() && fields.oneOf.stream().filter(obj::has).count() != 1) {
            problems.add(new Problem(at, "world.oneOf", List.of(String.join(", ", fields.oneOf))));
        }
    }

    private static void expect(boolean good, String key, Json json, Pointer at, List<Problem> problems) {
        if (!good) problems.add(new Problem(at, key, List.of(json.toString())));
    }
}
