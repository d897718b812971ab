package passo.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.convert.Value.Query;
import passo.convert.Value.Type;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.Template;
import passo.json.Json;
import passo.json.JsonText;

/// Turns calls of intrinsic functions into JSONata, and tells where JSONata's function does something else.
record Calls(Paths paths, Notes notes) {

    /// The most items that `States.ArrayRange` makes.
    private static final int LONGEST_RANGE = 1_000;

    /// The value of a path, a call or a literal.
    Value of(Expression expression) {
        return switch (expression) {
            case Literal(var json) -> new Value.Constant(json);
            case Path path -> paths.of(path);
            case Intrinsic call -> call(call, call.arguments().stream().map(this::of).toList());
            case Template _, Jsonata _ -> throw new IllegalArgumentException("Not of JSONPath: " + expression.source());
        };
    }

    private Value call(Intrinsic call, List<Value> arguments) {
        return switch (call.function()) {
            case "States.Array" -> new Value.Items(arguments);
            case "States.ArrayPartition" -> function("$partition", Type.LIST, "partition", arguments);
            case "States.ArrayContains" -> contains(arguments.get(0), arguments.get(1));
            case "States.ArrayRange" -> range(call, arguments);
            case "States.ArrayGetItem" -> item(call, arguments.get(0), arguments.get(1));
            case "States.ArrayLength" -> length(arguments.getFirst());
            case "States.ArrayUnique" -> function("$distinct", Type.LIST, "", arguments);
            case "States.Base64Encode" -> function("$base64encode", Type.TEXT, "base64", arguments);
            case "States.Base64Decode" -> function("$base64decode", Type.TEXT, "base64", arguments);
            case "States.Format" -> format(call, arguments);
            case "States.Hash" -> function("$hash", Type.TEXT, arguments.getFirst().type() == Type.TEXT ? "" : "hash", arguments);
            case "States.JsonMerge" -> merge(arguments);
            case "States.JsonToString" -> toText(arguments.getFirst());
            case "States.MathAdd" -> add(arguments.get(0), arguments.get(1));
            case "States.MathRandom" -> random(call, arguments);
            case "States.StringSplit" -> split(call, arguments.get(0), arguments.get(1));
            case "States.StringToJson" -> parse(call, arguments);
            case "States.UUID" -> Query.call("$uuid()", Type.TEXT, false);
            default -> throw new IllegalArgumentException("Not an intrinsic function: " + call.source());
        };
    }

    /// @param difference where the two are not the same; empty where they are
    private Query function(String name, Type type, String difference, List<Value> arguments) {
        String text = name + "(" + arguments.stream().map(value -> value.text(notes)).collect(Collectors.joining(", ")) + ")";
        if (!difference.isEmpty()) notes.differs(difference, text);
        return Query.call(text, type, anyAbsent(arguments));
    }

    private static boolean anyAbsent(List<Value> arguments) {
        return arguments.stream().anyMatch(Value::absent);
    }

    private Query contains(Value list, Value wanted) {
        String text = wanted.operand(notes) + " in " + list.operand(notes);
        boolean isPlain = wanted.type() == Type.TEXT || wanted.type() == Type.NUMBER || wanted.type() == Type.TRUTH;
        if (!isPlain || list.absent()) notes.differs("contains", text);
        return new Query(text, Type.TRUTH, true, false);
    }

    private Value range(Intrinsic call, List<Value> arguments) {
        List<Long> numbers = arguments.stream().flatMap(value -> value instanceof Value.Constant(Json.Num number) && number.isInteger()
                ? Stream.of(number.value().longValue()) : Stream.empty()).toList();
        if (numbers.size() < 3) {
            notes.differs("range", arguments.stream().map(value -> value.text(notes)).collect(Collectors.joining(", ")));
        } else if (numbers.get(2) == 0 || (numbers.get(1) - numbers.get(0)) / numbers.get(2) >= LONGEST_RANGE) {
            return fails(call);
        } else if (numbers.get(2) == 1 && numbers.get(0) <= numbers.get(1)) {
            return Query.call("[" + numbers.get(0) + ".." + numbers.get(1) + "]", Type.LIST, false);
        }
        // $range gives no list where there is but one number.
        return Query.call("[" + function("$range", Type.LIST, "", arguments).text() + "]", Type.LIST, false);
    }

    private Value item(Intrinsic call, Value list, Value index) {
        if (index instanceof Value.Constant(Json.Num number)) {
            long place = number.isInteger() ? number.value().longValue() : -1;
            if (place >= 0 && place <= Integer.MAX_VALUE) return list.at(new Path.Step.Index((int) place)).orElseGet(() -> refuse(call));
            return refuse(call);
        }
        notes.differs("item", index.text(notes));
        return new Query(list.operand(notes) + "[" + index.text(notes) + "]", Type.UNKNOWN, false, true);
    }

    private Value refuse(Intrinsic call) {
        notes.refuse("call", call.source());
        return Value.NOTHING;
    }

    private Query length(Value list) {
        if (list.type() == Type.UNKNOWN) notes.differs("count", list.text(notes));
        return function("$count", Type.NUMBER, "", List.of(list));
    }

    private Value format(Intrinsic call, List<Value> arguments) {
        if (!(arguments.getFirst() instanceof Value.Constant(Json.Str(var template)))) return refuse(call);
        List<String> parts = new ArrayList<>();
        var literal = new StringBuilder();
        int used = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length()) {
                literal.append(template.charAt(++i));
            } else if (template.startsWith("{}", i)) {
                addLiteral(literal, parts);
                if (used < arguments.size()) parts.add(joined(arguments.get(used)));
                used++;
                i++;
            } else {
                literal.append(c);
            }
        }
        addLiteral(literal, parts);
        if (used != arguments.size()) return fails(call);
        if (parts.size() > 1) return new Query(String.join(" & ", parts), Type.TEXT, true, false);
        if (used == 1) return new Value.Constant(Json.of(template.replaceAll("\\\\(.)", "$1")));
        return Query.call("$string(" + parts.getFirst() + ")", Type.TEXT, anyAbsent(arguments));
    }

    private static void addLiteral(StringBuilder literal, List<String> parts) {
        if (!literal.isEmpty()) parts.add(Names.literal(Json.of(literal.toString())));
        literal.setLength(0);
    }

    private String joined(Value value) {
        if (value.type() == Type.UNKNOWN || value.type() == Type.LIST) notes.differs("format", value.text(notes));
        return value.type() == Type.TEXT ? value.text(notes) : value.operand(notes);
    }

    private Query merge(List<Value> arguments) {
        List<Value> objects = arguments.subList(0, 2);
        objects.stream().filter(Value::absent).forEach(value -> notes.differs("missing", value.text(notes)));
        String both = objects.stream().map(value -> value.text(notes)).collect(Collectors.joining(", "));
        return Query.call("$merge([" + both + "])", Type.UNKNOWN, false);
    }

    private Value toText(Value value) {
        if (value.type() == Type.TEXT) {
            notes.refuse("quotes", value.text(notes));
            return value;
        }
        String difference = value.type() == Type.UNKNOWN && value instanceof Query ? "quotes" : "";
        return function("$string", Type.TEXT, difference, List.of(value));
    }

    private Query add(Value first, Value second) {
        boolean subtracts = second instanceof Value.Constant(Json.Num(var number)) && number.signum() < 0;
        String text = first.operand(notes) + (subtracts ? " - " + second.text(notes).substring(1) : " + " + second.operand(notes));
        if (!isWhole(first) || !isWhole(second)) notes.differs("decimals", text);
        return new Query(text, Type.NUMBER, true, first.absent() || second.absent());
    }

    private static boolean isWhole(Value value) {
        return value instanceof Value.Constant(Json.Num number) ? number.isInteger() : value.type() == Type.NUMBER;
    }

    private Value parse(Intrinsic call, List<Value> arguments) {
        if (!(arguments.getFirst() instanceof Value.Constant(Json.Str(var text)))) return function("$parse", Type.UNKNOWN, "parse", arguments);
        if (text.isBlank()) return new Value.Constant(Json.NULL);
        if (JsonText.read(text) instanceof JsonText.Reading.Value(var json, _)) return new Value.Constant(json);
        return fails(call);
    }

    /// The original can only fail here, which JSONata would not.
    private Value fails(Intrinsic call) {
        notes.refuse("fails", call.source());
        return Value.NOTHING;
    }

    private Value random(Intrinsic call, List<Value> arguments) {
        if (arguments.size() == 3) {
            notes.refuse("seed", call.source());
            return Value.NOTHING;
        }
        String first = arguments.get(0).operand(notes);
        String text = "$floor($random() * (" + arguments.get(1).operand(notes) + " - " + first + ")) + " + first;
        notes.differs("chance", text);
        return new Query(text, Type.NUMBER, true, anyAbsent(arguments));
    }

    /// `States.StringSplit` leaves out empty parts, and splits at each character of its second argument.
    private Value split(Intrinsic call, Value text, Value separators) {
        if (!(separators instanceof Value.Constant(Json.Str(var characters))) || characters.isEmpty()) return refuse(call);
        if (text.absent()) notes.differs("missing", text.text(notes));
        String distinct = characters.codePoints().distinct().mapToObj(Character::toString).collect(Collectors.joining());
        String at = distinct.length() == 1 ? Names.literal(Json.of(distinct)) : "/[" + distinct.replaceAll("[\\\\\\]\\[^/-]", "\\\\$0") + "]/";
        return Query.call("[$split(" + text.text(notes) + ", " + at + ")[$ != '']]", Type.LIST, false);
    }
}
