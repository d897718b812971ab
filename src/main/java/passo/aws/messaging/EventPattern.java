package passo.aws.messaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.engine.semantics.StringPattern;
import passo.json.Json;

/// Which events a rule of EventBridge is for, and in the same language which messages a subscription of SNS wants: an object with a
/// member for each place to look at, whose list names what may stand there.
/// AWS, "Comparison operators for use in event patterns" and "Amazon SNS subscription filter policies".
///
/// @param json known to be well-formed: `problem` finds nothing
public record EventPattern(Json.Obj json) {

    private static final List<String> TEXT_TESTS = List.of("prefix", "suffix", "equals-ignore-case", "wildcard");
    private static final String OR = "$or";

    /// What is wrong with a text that is to be a pattern; nothing if it is one.
    public static Optional<String> problem(Json json) {
        if (!(json instanceof Json.Obj pattern)) return Optional.of("Filter is not an object");
        if (pattern.isEmpty()) return Optional.of("Empty objects are not allowed");
        for (int i = 0; i < pattern.size(); i++) {
            Optional<String> problem = problem(pattern.name(i), pattern.value(i));
            if (problem.isPresent()) return problem;
        }
        return Optional.empty();
    }

    private static Optional<String> problem(String name, Json value) {
        return switch (value) {
            case Json.Obj inner -> problem(inner);
            case Json.Arr arr when arr.size() == 0 -> Optional.of("Empty arrays are not allowed");
            case Json.Arr arr when name.equals(OR) ->
                arr.items().stream().map(EventPattern::problem).flatMap(Optional::stream).findFirst();
            case Json.Arr arr -> arr.items().stream().map(EventPattern::problemOfTest).flatMap(Optional::stream).findFirst();
            case Json _ -> Optional.of("\"" + name + "\" must be an object or an array");
        };
    }

    private static Optional<String> problemOfTest(Json test) {
        if (test instanceof Json.Arr) return Optional.of("Match value must be String, number, true, false, or null");
        if (!(test instanceof Json.Obj obj)) return Optional.empty();
        if (obj.size() != 1) return Optional.of("Only one key allowed in match expression");
        Json argument = obj.value(0);
        boolean good = switch (obj.name(0)) {
            case "exists" -> argument instanceof Json.Bool;
            case "suffix", "prefix" -> argument instanceof Json.Str
                    || argument instanceof Json.Obj inner && inner.size() == 1 && inner.get("equals-ignore-case") instanceof Json.Str;
            case "equals-ignore-case", "wildcard" -> argument instanceof Json.Str;
            case "cidr" -> argument instanceof Json.Str(var text) && Cidr.of(text).isPresent();
            case "numeric" -> argument instanceof Json.Arr comparisons && isComparisons(comparisons);
            case "anything-but" -> isExcluded(argument);
            default -> false;
        };
        return good ? Optional.empty() : Optional.of("Unrecognized match type " + obj.name(0));
    }

    private static boolean isComparisons(Json.Arr arr) {
        if (arr.size() == 0 || arr.size() % 2 != 0) return false;
        for (int i = 0; i < arr.size(); i += 2) {
            if (!(arr.get(i) instanceof Json.Str(var operator) && List.of("=", "<", "<=", ">", ">=").contains(operator))) return false;
            if (!(arr.get(i + 1) instanceof Json.Num)) return false;
        }
        return true;
    }

    private static boolean isExcluded(Json argument) {
        return switch (argument) {
            case Json.Str _, Json.Num _, Json.Bool _ -> true;
            case Json.Arr arr -> arr.size() > 0 && arr.items().stream().allMatch(item -> item instanceof Json.Str || item instanceof Json.Num);
            case Json.Obj obj -> obj.size() == 1 && TEXT_TESTS.contains(obj.name(0))
                    && (obj.value(0) instanceof Json.Str || obj.value(0) instanceof Json.Arr texts
                            && texts.items().stream().allMatch(text -> text instanceof Json.Str));
            case Json.Null _ -> false;
        };
    }

    /// Is an event as the pattern says? What the pattern does not name may be anything.
    public boolean matches(Json.Obj event) {
        return matches(json, event);
    }

    private static boolean matches(Json.Obj pattern, Json.Obj event) {
        for (int i = 0; i < pattern.size(); i++) {
            if (!matches(pattern.name(i), pattern.value(i), event)) return false;
        }
        return true;
    }

    private static boolean matches(String name, Json wanted, Json.Obj event) {
        if (name.equals(OR) && wanted instanceof Json.Arr ways) {
            return ways.items().stream().anyMatch(way -> matches((Json.Obj) way, event));
        }
        Json found = event.get(name);
        if (wanted instanceof Json.Arr tests) {
            List<Json> values = values(found);
            return tests.items().stream().anyMatch(test -> passes(test, values));
        }
        Json.Obj inner = (Json.Obj) wanted;
        return switch (found) {
            case Json.Obj obj -> matches(inner, obj);
            // AWS: of a list of objects, one must be so.
            case Json.Arr arr when !arr.items().isEmpty() -> arr.items().stream().anyMatch(item -> item instanceof Json.Obj obj && matches(inner, obj));
            case null, default -> matches(inner, Json.Obj.EMPTY);
        };
    }

    /// What stands at a place: of a list, each item. An object is no value.
    private static List<Json> values(@Nullable Json found) {
        var values = new ArrayList<Json>();
        switch (found) {
            case Json.Arr arr -> arr.forEach(item -> values.addAll(values(item)));
            case Json.Obj _ -> {}
            case null -> {}
            case Json value -> values.add(value);
        }
        return values;
    }

    private static boolean passes(Json test, List<Json> values) {
        if (!(test instanceof Json.Obj obj)) return values.contains(test);
        Json argument = obj.value(0);
        return switch (obj.name(0)) {
            case "exists" -> Json.of(!values.isEmpty()).equals(argument);
            case "anything-but" -> values.stream().anyMatch(value -> !isExcluded(argument, value));
            case "numeric" -> values.stream().anyMatch(value -> value instanceof Json.Num(var number) && compares((Json.Arr) argument, number));
            case "cidr" -> values.stream().anyMatch(value -> value instanceof Json.Str(var address) && Cidr.of(text(argument)).orElseThrow().has(address));
            case String textTest -> values.stream().anyMatch(value -> value instanceof Json.Str(var text) && passes(textTest, argument, text));
        };
    }

    private static boolean isExcluded(Json argument, Json value) {
        return switch (argument) {
            case Json.Arr arr -> arr.items().contains(value);
            case Json.Obj obj -> value instanceof Json.Str(var text) && (obj.value(0) instanceof Json.Arr several
                    ? several.items().stream().anyMatch(one -> passes(obj.name(0), one, text)) : passes(obj.name(0), obj.value(0), text));
            case Json plain -> plain.equals(value);
        };
    }

    private static boolean passes(String textTest, Json argument, String text) {
        if (argument instanceof Json.Obj obj) return passes(textTest, Json.of(text(obj.value(0)).toLowerCase(Locale.ROOT)), text.toLowerCase(Locale.ROOT));
        String wanted = text(argument);
        return switch (textTest) {
            case "prefix" -> text.startsWith(wanted);
            case "suffix" -> text.endsWith(wanted);
            case "equals-ignore-case" -> text.equalsIgnoreCase(wanted);
            case "wildcard" -> StringPattern.matches(wanted, text);
            default -> throw new IllegalArgumentException("No test of a text: " + textTest);
        };
    }

    private static String text(Json json) {
        return ((Json.Str) json).value();
    }

    private static boolean compares(Json.Arr comparisons, BigDecimal number) {
        for (int i = 0; i < comparisons.size(); i += 2) {
            int order = number.compareTo(((Json.Num) comparisons.get(i + 1)).value());
            boolean holds = switch (text(comparisons.get(i))) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
            if (!holds) return false;
        }
        return true;
    }
}
