package passo.aws.dynamodb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import passo.json.Json;

/// Typed values read from JSON. The first thing that DynamoDB would refuse is remembered; what is read is then worth nothing.
final class ValueReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,200}(\\.\\d{0,200})?|\\.\\d{1,200})([eE][+-]?\\d{1,4})?");
    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 38;

    private Optional<String> fault = Optional.empty();

    Optional<String> fault() {
        return fault;
    }

    /// An item or a key.
    Value.M item(Json.Obj attributes) {
        return map(attributes, 0);
    }

    Value value(Json typed) {
        return value(typed, 0);
    }

    private Value.M map(Json.Obj attributes, int depth) {
        var values = new LinkedHashMap<String, Value>();
        attributes.forEach((name, typed) -> values.put(name, value(typed, depth)));
        return new Value.M(values);
    }

    private Value value(Json typed, int depth) {
        // AWS: an optimized integration takes a text for the value that it is.
        if (typed instanceof Json.Str(var text)) return new Value.S(text);
        if (!(typed instanceof Json.Obj obj) || obj.isEmpty() || typeOf(obj.name(0)).isEmpty()) {
            return fault("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        if (obj.size() > 1) {
            return fault("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        }
        if (depth >= DEEPEST) return fault("Nesting Levels have exceeded supported limits: Attributes cannot be nested more than 32 levels");
        Json content = obj.value(0);
        Value.Type type = typeOf(obj.name(0)).get();
        return switch (type) {
            case S, N, B -> content instanceof Json.Str(var text) ? scalar(type, text) : misfit(content);
            case BOOL -> content instanceof Json.Bool(var value) ? new Value.Bool(value) : misfit(content);
            // AWS takes any NULL for true.
            case NULL -> content instanceof Json.Bool ? new Value.Null() : misfit(content);
            case SS, NS, BS -> content instanceof Json.Arr arr ? set(type, arr.items()) : misfit(content);
            case L -> content instanceof Json.Arr arr
                    ? new Value.L(arr.items().stream().map(item -> value(item, depth + 1)).toList()) : misfit(content);
            case M -> content instanceof Json.Obj attributes ? map(attributes, depth + 1) : misfit(content);
        };
    }

    private static Optional<Value.Type> typeOf(String name) {
        for (Value.Type type : Value.Type.values()) if (type.name().equals(name)) return Optional.of(type);
        return Optional.empty();
    }

    private Value scalar(Value.Type type, String text) {
        return switch (type) {
            case N -> number(text);
            case B -> binary(text);
            case S, BOOL, NULL, SS, NS, BS, L, M -> new Value.S(text);
        };
    }

    private Value number(String text) {
        if (text.isEmpty()) return fault("The parameter cannot be converted to a numeric value");
        if (!NUMBER.matcher(text).matches()) return fault("The parameter cannot be converted to a numeric value: " + text);
        return inRange(new BigDecimal(text));
    }

    /// A number that DynamoDB can hold; the result of an addition may be too large for it.
    Value inRange(BigDecimal number) {
        var value = new Value.N(number);
        BigDecimal kept = value.number();
        int magnitude = kept.precision() - kept.scale() - 1;
        if (kept.signum() == 0) return value;
        if (magnitude > 125) return fault("Number overflow. Attempting to store a number with magnitude larger than supported range");
        if (magnitude < -130) return fault("Number underflow. Attempting to store a number with magnitude smaller than supported range");
        return kept.precision() > MOST_DIGITS ? fault("Attempting to store more than 38 significant digits in a Number") : value;
    }

    private Value binary(String base64) {
        try {
            Base64.getDecoder().decode(base64);
            return new Value.B(base64);
        } catch (IllegalArgumentException notBase64) {
            return fault("Invalid attribute value type: B is not Base64");
        }
    }

    private Value set(Value.Type type, List<Json> texts) {
        if (texts.isEmpty()) {
            return fault(INVALID + switch (type) {
                case SS -> "An string set  may not be empty";
                case NS -> "An number set  may not be empty";
                case BS, S, N, B, BOOL, NULL, L, M -> "Binary sets should not be empty";
            });
        }
        var members = new ArrayList<Value>();
        for (Json text : texts) {
            members.add(text instanceof Json.Str(var member) ? scalar(type.member().orElseThrow(), member) : misfit(text));
        }
        var set = new Value.SetOf(type, members);
        if (set.members().size() == members.size() || fault.isPresent()) return set;
        return fault(type == Value.Type.NS ? "Input collection contains duplicates"
                : INVALID + "Input collection " + texts.stream().map(text -> ((Json.Str) text).value()).toList()
                        + (type == Value.Type.BS ? "of type BS contains duplicates." : " contains duplicates."));
    }

    private Value misfit(Json content) {
        return fault(content instanceof Json.Num ? "NUMBER_VALUE cannot be converted to String" : "Unexpected value type in payload");
    }

    private Value fault(String message) {
        if (fault.isEmpty()) fault = Optional.of(message);
        return new Value.Null();
    }
}
