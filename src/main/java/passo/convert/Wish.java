package passo.convert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;
import passo.expression.Literal;
import passo.expression.Path;
import passo.json.Json;

/// A value that data must have at a place so that a rule of a Choice state holds, or does not.
///
/// @param value empty where there must be nothing
/// @param isEnough is any value that already stands there good?
record Wish(List<Path.Step> place, Optional<Json> value, boolean isEnough) {

    private static final Json TEXT = Json.of("text");
    private static final Json LONG_AGO = Json.of("1970-01-01T00:00:00Z");
    private static final Json FAR_OFF = Json.of("2999-12-31T00:00:00Z");

    Wish {
        place = List.copyOf(place);
    }

    /// What would make the condition hold, or fail; nothing where only something else than the data decides.
    static List<Wish> of(Condition condition, boolean holds) {
        return switch (condition) {
            case Condition.And(var parts) -> holds ? all(parts, true) : of(parts.getFirst(), false);
            case Condition.Or(var parts) -> holds ? of(parts.getFirst(), true) : all(parts, false);
            case Condition.Not(var inner) -> of(inner, !holds);
            case Condition.Comparison(Path path, var operator, Literal(var operand)) when path.isDefinite() && path.root() == Path.Root.DATA ->
                List.of(of(path.steps(), operator, operand, holds));
            case Condition.Comparison _, Condition.Query _ -> List.of();
        };
    }

    private static List<Wish> all(List<Condition> parts, boolean holds) {
        return parts.stream().flatMap(part -> of(part, holds).stream()).toList();
    }

    private static Wish of(List<Path.Step> place, Operator operator, Json operand, boolean holds) {
        boolean wanted = operand.equals(Json.TRUE) == holds;
        return switch (operator) {
            case IsPresent -> wanted ? new Wish(place, Optional.of(TEXT), true) : new Wish(place, Optional.empty(), false);
            case IsNull -> wish(place, wanted ? Json.NULL : TEXT);
            case IsNumeric -> wish(place, wanted ? Json.of(1) : TEXT);
            case IsString -> wish(place, wanted ? TEXT : Json.of(1));
            case IsBoolean -> wish(place, wanted ? Json.TRUE : TEXT);
            case IsTimestamp -> wish(place, wanted ? LONG_AGO : TEXT);
            case StringMatches -> wish(place, Json.of(holds ? matching(text(operand)) : ""));
            case BooleanEquals -> wish(place, Json.of(wanted));
            case StringEquals -> wish(place, holds ? operand : longer(operand));
            case StringLessThan, StringLessThanEquals -> wish(place, holds ? Json.of("") : longer(operand));
            case StringGreaterThan, StringGreaterThanEquals -> wish(place, holds ? longer(operand) : Json.of(""));
            case NumericEquals -> wish(place, holds ? operand : moved(operand, 1));
            case NumericLessThan, NumericLessThanEquals -> wish(place, moved(operand, holds ? -1 : 1));
            case NumericGreaterThan, NumericGreaterThanEquals -> wish(place, moved(operand, holds ? 1 : -1));
            case TimestampEquals -> wish(place, holds ? operand : LONG_AGO);
            case TimestampLessThan, TimestampLessThanEquals -> wish(place, holds ? LONG_AGO : FAR_OFF);
            case TimestampGreaterThan, TimestampGreaterThanEquals -> wish(place, holds ? FAR_OFF : LONG_AGO);
        };
    }

    private static Wish wish(List<Path.Step> place, Json value) {
        return new Wish(place, Optional.of(value), false);
    }

    private static String text(Json json) {
        return json instanceof Json.Str(var text) ? text : "";
    }

    private static String matching(String pattern) {
        return pattern.replaceAll("(?<!\\\\)\\*", "x").replaceAll("\\\\(.)", "$1");
    }

    private static Json longer(Json text) {
        return Json.of(text(text) + "x");
    }

    private static Json moved(Json number, long by) {
        return number instanceof Json.Num(var value) ? new Json.Num(value.add(BigDecimal.valueOf(by))) : number;
    }

    /// The data with the wish come true; where its place is missing, it is made if it can be.
    Json in(Json data) {
        return in(data, place, true);
    }

    /// A result with the wish come true, where an end of the path leads to something in it; else where it would be if the result is
    /// put into the first member.
    Json inResult(Json result) {
        if (place.isEmpty()) return result;
        for (int from = 0; from < place.size(); from++) {
            Json changed = in(result, place.subList(from, place.size()), false);
            if (!changed.equals(result)) return changed;
        }
        return in(result, place.subList(Math.min(1, place.size() - 1), place.size()), true);
    }

    private Json in(Json here, List<Path.Step> steps, boolean makes) {
        if (steps.isEmpty()) return isEnough ? here : value.orElse(here);
        List<Path.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Path.Step.Name(var name) when here instanceof Json.Obj obj -> {
                if (rest.isEmpty() && value.isEmpty()) yield obj.without(name);
                Json part = obj.get(name);
                if (part == null && !makes) yield here;
                yield obj.with(name, part != null ? in(part, rest, makes) : made(rest));
            }
            case Path.Step.Index(var index) when here instanceof Json.Arr arr && index >= 0 && index < arr.size() -> {
                List<Json> items = new ArrayList<>(arr.items());
                items.set(index, in(arr.get(index), rest, makes));
                yield new Json.Arr(items);
            }
            case Path.Step _ -> here;
        };
    }

    private Json made(List<Path.Step> steps) {
        return steps.isEmpty() ? value.orElse(Json.NULL) : in(Json.Obj.EMPTY, steps, true);
    }
}
