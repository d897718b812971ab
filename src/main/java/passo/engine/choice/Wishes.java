package passo.engine.choice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.ChoiceRule;
import passo.expression.Expression;
import passo.expression.Path;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// What one would like the data to be so that a clause comes out true, or false: guesses, the simplest first. Whoever takes one
/// must try it.
final class Wishes {

    private static final int MOST = 40;
    private static final String EXAMPLE = "example";
    private static final String OTHER = "other";
    private static final Json INSTANT = Json.of("2026-01-01T00:00:00Z");
    private static final Pattern WRAPPED = Pattern.compile("(?s)\\$([a-z]\\w*)\\(.*\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"|'([^'\\\\]*)'");
    /// For expressions of which nothing is known but what they read.
    private static final List<Json> ANY = List.of(Json.of(EXAMPLE), Json.TRUE, Json.FALSE, Json.of(1), Json.of(0), Json.of(""), Json.Arr.EMPTY,
            Json.array(Json.of(EXAMPLE)), Json.NULL);

    private final Scope scope;

    Wishes(Scope scope) {
        this.scope = scope;
    }

    /// Each a list of wishes that belong together.
    List<List<Wish>> of(Clause clause, boolean truth) {
        Stream<List<Wish>> wishes = switch (clause) {
            case Clause.All(_, var parts) -> truth ? together(parts, true) : either(parts.reversed(), false);
            case Clause.Any(_, var parts) -> truth ? either(parts, true) : together(parts, false);
            case Clause.Not(_, var part) -> of(part, !truth).stream();
            case Clause.Compares compares -> compares(compares, truth);
            case Clause.Holds holds -> holds(holds.expression(), truth);
        };
        return wishes.distinct().limit(MOST).toList();
    }

    private Stream<List<Wish>> either(List<Clause> parts, boolean truth) {
        return parts.stream().flatMap(part -> of(part, truth).stream());
    }

    private Stream<List<Wish>> together(List<Clause> parts, boolean truth) {
        List<List<Wish>> all = List.of(List.of());
        for (Clause part : parts) {
            List<List<Wish>> more = of(part, truth);
            all = all.stream().flatMap(before -> more.stream().map(after -> Stream.concat(before.stream(), after.stream()).toList())).limit(MOST).toList();
        }
        return all.stream();
    }

    private Stream<List<Wish>> compares(Clause.Compares compares, boolean truth) {
        Optional<Path> left = References.only(compares.left());
        Optional<Path> right = References.only(compares.right());
        Optional<Json> ours = value(compares.left());
        Optional<Json> theirs = value(compares.right());
        Relation wanted = truth ? compares.relation() : compares.relation().opposite();
        if (compares.relation().isTest()) return left.stream().flatMap(place -> tested(place, compares.relation(), Json.TRUE.equals(theirs.orElse(null)) == truth));
        var wishes = new ArrayList<List<Wish>>();
        theirs.ifPresent(value -> wishes.addAll(wrapped(compares.left(), wanted, value, truth)));
        ours.ifPresent(value -> wishes.addAll(wrapped(compares.right(), wanted.turned(), value, truth)));
        if (left.isPresent() && right.isPresent()) both(compares, wanted, truth).forEach(value ->
                wishes.add(List.of(new Wish(right.get(), Optional.of(base(compares))), new Wish(left.get(), Optional.of(value)))));
        return wishes.stream();
    }

    private static List<Json> both(Clause.Compares compares, Relation wanted, boolean truth) {
        return values(wanted, base(compares), truth);
    }

    /// What both sides are measured by where neither is known.
    private static Json base(Clause.Compares compares) {
        if (!(compares.condition() instanceof ChoiceRule.Condition.Comparison(_, var operator, _))) return Json.of(1);
        return switch (operator.operand()) {
            case NUMERIC -> Json.of(1);
            case BOOLEAN -> Json.TRUE;
            case TIMESTAMP -> INSTANT;
            case STRING, PATTERN, TYPE -> Json.of(EXAMPLE);
        };
    }

    private static Stream<List<Wish>> tested(Path place, Relation test, boolean truth) {
        List<Optional<Json>> values = switch (test) {
            case IS_PRESENT -> truth ? List.of(Optional.of(Json.of(EXAMPLE)), Optional.of(Json.of(1))) : List.of(Optional.empty());
            case IS_NULL -> List.of(Optional.of(truth ? Json.NULL : Json.of(EXAMPLE)));
            case IS_NUMERIC -> List.of(Optional.of(truth ? Json.of(1) : Json.of(EXAMPLE)));
            case IS_STRING -> List.of(Optional.of(truth ? Json.of(EXAMPLE) : Json.of(1)));
            case IS_BOOLEAN -> List.of(Optional.of(truth ? Json.TRUE : Json.of(EXAMPLE)));
            case IS_TIMESTAMP -> List.of(Optional.of(truth ? INSTANT : Json.of(EXAMPLE)));
            default -> throw new IllegalArgumentException("Not a test: " + test);
        };
        return values.stream().map(value -> List.of(new Wish(place, value)));
    }

    /// Of one side, which is a place or something simple that is made of one, measured by the value on the other side.
    private static List<List<Wish>> wrapped(Expression side, Relation wanted, Json value, boolean truth) {
        Optional<Path> only = References.only(side);
        if (only.isPresent()) return wishes(only.get(), values(wanted, value, truth));
        List<Path> places = References.of(side);
        if (places.size() != 1) return List.of();
        var call = WRAPPED.matcher(side.source());
        String function = call.matches() ? call.group(1) : "";
        List<Json> values = new ArrayList<>(switch (function) {
            case "count" -> lengths(wanted, value, truth).map(count -> (Json) new Json.Arr(Collections.nCopies(count, Json.of(EXAMPLE)))).toList();
            case "length" -> lengths(wanted, value, truth).map(count -> (Json) Json.of("x".repeat(count))).toList();
            case "number" -> values(wanted, value, truth).stream().map(number -> (Json) Json.of(number.toString())).toList();
            case "type" -> value.equals(Json.of("null")) == truth ? List.of(Json.NULL) : List.of();
            default -> values(wanted, value, truth);
        });
        values.addAll(ANY);
        return wishes(places.getFirst(), values);
    }

    private static Stream<Integer> lengths(Relation wanted, Json value, boolean truth) {
        return values(wanted, value, truth).stream().flatMap(wish -> wish instanceof Json.Num(var number)
                && number.signum() >= 0 && number.intValue() <= 100 ? Stream.of(number.intValue()) : Stream.empty()).distinct();
    }

    private Stream<List<Wish>> holds(Expression expression, boolean truth) {
        Optional<Path> only = References.only(expression);
        if (only.isPresent()) return wishes(only.get(), List.of(Json.of(truth))).stream();
        List<Path> places = References.of(expression);
        if (places.isEmpty()) return Stream.of(List.of());
        var wishes = new ArrayList<List<Wish>>();
        QUOTED.matcher(expression.source()).results().map(text -> Optional.ofNullable(text.group(1)).orElse(text.group(2)))
                .forEach(text -> wishes.addAll(wishes(places.getFirst(), List.of(Json.of(truth ? text : OTHER)))));
        places.forEach(place -> {
            wishes.addAll(wishes(place, ANY));
            wishes.add(List.of(new Wish(place, Optional.empty())));
        });
        return wishes.stream();
    }

    private static List<List<Wish>> wishes(Path place, List<Json> values) {
        return values.stream().map(value -> List.of(new Wish(place, Optional.of(value)))).toList();
    }

    /// The values that stand so to another.
    ///
    /// @param truth for relations that have no opposite: should it hold?
    private static List<Json> values(Relation relation, Json other, boolean truth) {
        return switch (relation) {
            case EQUAL -> List.of(other);
            case NOT_EQUAL -> List.of(different(other));
            case AT_MOST, AT_LEAST -> List.of(other);
            case GREATER -> beyond(other, 1);
            case LESS -> beyond(other, -1);
            case IN -> other instanceof Json.Arr arr && truth ? arr.items() : List.of(Json.of(OTHER));
            case MATCHES -> other instanceof Json.Str(var pattern) ? List.of(Json.of(truth ? matching(pattern) : OTHER), Json.of(truth ? matching(pattern) : "")) : List.of();
            case IS_NULL, IS_PRESENT, IS_NUMERIC, IS_STRING, IS_BOOLEAN, IS_TIMESTAMP -> List.of();
        };
    }

    private static Json different(Json value) {
        return switch (value) {
            case Json.Num(var number) -> new Json.Num(number.add(BigDecimal.ONE));
            case Json.Bool(var truth) -> Json.of(!truth);
            case Json.Str(var text) -> instant(text).map(at -> (Json) Json.of(at.plusSeconds(1).toString()))
                    .orElseGet(() -> Json.of(text.equals(OTHER) ? EXAMPLE : OTHER));
            case Json.Obj _, Json.Arr _, Json.Null _ -> Json.of(EXAMPLE);
        };
    }

    private static List<Json> beyond(Json value, int direction) {
        return switch (value) {
            case Json.Num(var number) -> List.of(new Json.Num(number.add(BigDecimal.valueOf(direction))),
                    new Json.Num(number.add(BigDecimal.valueOf(direction).movePointLeft(1))));
            case Json.Str(var text) -> instant(text).map(at -> List.<Json>of(Json.of(at.plus(Duration.ofSeconds(direction)).toInstant().toString())))
                    .orElseGet(() -> List.of(Json.of(direction > 0 ? text + "a" : text.isEmpty() ? "" : text.substring(0, text.length() - 1))));
            case Json.Bool _, Json.Obj _, Json.Arr _, Json.Null _ -> List.of();
        };
    }

    private static Optional<OffsetDateTime> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException no) {
            return Optional.empty();
        }
    }

    /// `*` becomes a word, and what is escaped itself.
    private static String matching(String pattern) {
        return pattern.replace("\\\\", "\u0001").replace("\\*", "\u0000").replace("*", EXAMPLE).replace('\u0000', '*').replace('\u0001', '\\');
    }

    private Optional<Json> value(Expression expression) {
        try {
            return Optional.of(expression.evaluate(scope));
        } catch (QueryError nothing) {
            return Optional.empty();
        }
    }
}
