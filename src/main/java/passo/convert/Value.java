package passo.convert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import passo.expression.Path;
import passo.json.Json;

/// What a JSONPath field gives, as JSONata will write it: in a template, where each part is an expression of its own, or as one
/// expression.
sealed interface Value {

    Query INPUT = Query.reference("$states.input");
    Query RESULT = Query.reference("$states.result");
    Query ERROR_OUTPUT = Query.reference("$states.errorOutput");
    Query CONTEXT = Query.reference("$states.context");
    Value NOTHING = new Constant(Json.Obj.EMPTY);

    /// What is known of an expression's value.
    enum Type { TEXT, NUMBER, TRUTH, LIST, UNKNOWN }

    /// A value that stands in the definition.
    record Constant(Json json) implements Value {}

    /// An expression.
    ///
    /// @param compound does it need brackets beside an operator?
    /// @param absent can it be undefined, on data that the original stops at?
    record Query(String text, Type type, boolean compound, boolean absent) implements Value {

        static Query reference(String text) {
            return new Query(text, Type.UNKNOWN, false, false);
        }

        static Query call(String text, Type type, boolean absent) {
            return new Query(text, type, false, absent);
        }
    }

    /// An object of known members.
    record Members(SequencedMap<String, Value> members) implements Value {
        public Members {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }
    }

    /// A list of known items.
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// An object with one member replaced or added.
    record Overlay(Value base, String name, Value value) implements Value {
        /// The object itself, where all of it is known.
        Value simplified() {
            SequencedMap<String, Value> members = new LinkedHashMap<>();
            switch (base instanceof Overlay inner ? inner.simplified() : base) {
                case Members(var known) -> members.putAll(known);
                case Constant(Json.Obj known) -> known.forEach((member, json) -> members.put(member, new Constant(json)));
                case Value _ -> {
                    return this;
                }
            }
            members.put(name, value);
            return new Members(members);
        }
    }

    /// The part that a step of a path leads to; nothing where there can be none.
    default Optional<Value> at(Path.Step step) {
        return switch (this) {
            case Constant(var json) -> part(json, step).map(Constant::new);
            case Query query -> query.type() == Type.UNKNOWN || query.type() == Type.LIST && step instanceof Path.Step.Index
                    ? Optional.of(new Query(query.text() + Names.step(step), Type.UNKNOWN, false, true)) : Optional.empty();
            case Members(var members) -> step instanceof Path.Step.Name(var name) ? Optional.ofNullable(members.get(name)) : Optional.empty();
            case Items(var items) -> step instanceof Path.Step.Index(var index) && index >= 0 && index < items.size()
                    ? Optional.of(items.get(index)) : Optional.empty();
            case Overlay(var base, var changed, var value) -> switch (step) {
                case Path.Step.Name(var name) when name.equals(changed) -> Optional.of(value);
                case Path.Step.Name _ -> base.at(step);
                case Path.Step.Index _ -> Optional.empty();
            };
        };
    }

    private static Optional<Json> part(Json json, Path.Step step) {
        return switch (step) {
            case Path.Step.Name(var name) -> json instanceof Json.Obj obj ? Optional.ofNullable(obj.get(name)) : Optional.empty();
            case Path.Step.Index(var index) -> json instanceof Json.Arr arr && index >= 0 && index < arr.size()
                    ? Optional.of(arr.get(index)) : Optional.empty();
        };
    }

    /// The value as a template writes it.
    default Json template(Notes notes) {
        return switch (this) {
            case Constant(var json) -> literal(json);
            case Query(var text, _, _, _) -> Json.of("{% " + text + " %}");
            case Members(var members) -> {
                var obj = Json.Obj.builder();
                members.forEach((name, value) -> obj.put(name, value.template(notes)));
                yield obj.build();
            }
            case Items(var items) -> Json.collect(items.stream().map(item -> item.template(notes)).toList());
            case Overlay overlay -> switch (overlay.simplified()) {
                case Overlay merged -> Json.of("{% " + merged.text(notes) + " %}");
                case Value known -> known.template(notes);
            };
        };
    }

    /// A text that looks like an expression must become one.
    private static Json literal(Json json) {
        return switch (json) {
            case Json.Str(var text) when text.startsWith("{%") || text.endsWith("%}") -> Json.of("{% " + Names.literal(json) + " %}");
            case Json.Obj obj -> obj.withValues(place -> literal(obj.value(place)));
            case Json.Arr arr -> Json.collect(arr.items().stream().map(Value::literal).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
        };
    }

    /// The value as a part of an expression.
    default String text(Notes notes) {
        return switch (this) {
            case Constant(var json) -> Names.literal(json);
            case Query(var text, _, _, _) -> text;
            case Members(var members) -> {
                List<String> parts = new ArrayList<>();
                members.forEach((name, value) -> parts.add(Names.literal(Json.of(name)) + ": " + value.kept(notes)));
                yield "{" + String.join(", ", parts) + "}";
            }
            case Items(var items) -> "[" + String.join(", ", items.stream().map(item -> item.item(notes)).toList()) + "]";
            case Overlay overlay -> switch (overlay.simplified()) {
                case Overlay(var base, var name, var value) -> "$merge([" + base.text(notes) + ", {" + Names.literal(Json.of(name)) + ": "
                        + value.kept(notes) + "}])";
                case Value known -> known.text(notes);
            };
        };
    }

    /// The text of a member, which JSONata leaves out where it is undefined.
    private String kept(Notes notes) {
        if (this instanceof Query(var text, _, _, var absent) && absent) notes.differs("missing", text);
        return text(notes);
    }

    /// The text of an item: JSONata's brackets do not put a list into a list, unless it stands in brackets itself.
    private String item(Notes notes) {
        return switch (this) {
            case Query(var text, var type, _, _) when type == Type.LIST -> text.startsWith("[") ? text : "[" + text + "]";
            case Query(var text, var type, _, _) when type == Type.UNKNOWN -> {
                notes.differs("flat", text);
                yield kept(notes);
            }
            case Query _, Constant _, Members _, Items _, Overlay _ -> kept(notes);
        };
    }

    /// The text beside an operator.
    default String operand(Notes notes) {
        String text = text(notes);
        return this instanceof Query(_, _, var compound, _) && compound ? "(" + text + ")" : text;
    }

    default boolean absent() {
        return this instanceof Query(_, _, _, var absent) && absent;
    }

    default Type type() {
        return switch (this) {
            case Constant(Json.Str _) -> Type.TEXT;
            case Constant(Json.Num _) -> Type.NUMBER;
            case Constant(Json.Bool _) -> Type.TRUTH;
            case Constant(Json.Arr _), Items _ -> Type.LIST;
            case Constant _, Members _, Overlay _ -> Type.UNKNOWN;
            case Query(_, var type, _, _) -> type;
        };
    }
}
