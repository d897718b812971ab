package passo.lab.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.Pointer;

/// In what a value differs from what was expected, as a tree.
///
/// A text that begins with `@` in what is expected is a matcher: `@any`, `@text`, `@number`, `@number(5±0.1)`, `@uuid`, `@timestamp`,
/// `@list`, `@has(words)`; `@@` stands for an `@` itself.
public final class Likeness {

    private static final Pattern NUMBER = Pattern.compile("@number\\((-?[0-9.]+)(?:±([0-9.]+))?\\)");
    private static final Pattern HAS = Pattern.compile("@has\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private final boolean subset;
    private final Json whole;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Likeness(boolean subset, Json whole) {
        this.subset = subset;
        this.whole = whole;
    }

    /// Everything that is not as expected; nothing where it is.
    public static List<Mismatch> exact(Json expected, Json got) {
        return compare(expected, got, false);
    }

    /// The same where members that nobody expected do not matter, at any depth; lists must be as long as expected.
    public static List<Mismatch> subset(Json expected, Json got) {
        return compare(expected, got, true);
    }

    private static List<Mismatch> compare(Json expected, Json got, boolean subset) {
        var likeness = new Likeness(subset, got);
        likeness.compare(expected, got, Pointer.ROOT);
        return List.copyOf(likeness.mismatches);
    }

    private void compare(Json expected, Json got, Pointer at) {
        switch (expected) {
            case Json.Obj obj when got instanceof Json.Obj other -> members(obj, other, at);
            case Json.Arr list when got instanceof Json.Arr other -> items(list, other, at);
            case Json.Str(var text) when text.startsWith("@") -> {
                if (!matches(text, got)) different(expected, got, at);
            }
            default -> {
                if (!expected.equals(got)) different(expected, got, at);
            }
        }
    }

    private void members(Json.Obj expected, Json.Obj got, Pointer at) {
        expected.forEach((name, value) -> {
            Json found = got.get(name);
            if (found == null) missing(value, at.child(name));
            else compare(value, found, at.child(name));
        });
        if (!subset) got.forEach((name, value) -> {
            if (!expected.has(name)) mismatches.add(new Mismatch(Mismatch.Kind.EXTRA, at.child(name), Optional.empty(), Optional.of(value), Optional.empty()));
        });
    }

    private void items(Json.Arr expected, Json.Arr got, Pointer at) {
        for (int i = 0; i < expected.size(); i++) {
            if (i < got.size()) compare(expected.get(i), got.get(i), at.child(i));
            else missing(expected.get(i), at.child(i));
        }
        for (int i = expected.size(); i < got.size(); i++) {
            mismatches.add(new Mismatch(Mismatch.Kind.EXTRA, at.child(i), Optional.empty(), Optional.of(got.get(i)), Optional.empty()));
        }
    }

    /// What is missing here may stand elsewhere; of what stands everywhere, such as `true`, that says nothing.
    private void missing(Json expected, Pointer at) {
        boolean tells = switch (expected) {
            case Json.Str(var text) -> text.length() > 1 && !text.startsWith("@");
            case Json.Num _, Json.Obj _, Json.Arr _ -> true;
            case Json.Bool _, Json.Null _ -> false;
        };
        Optional<Pointer> elsewhere = tells ? find(whole, Pointer.ROOT, expected) : Optional.empty();
        mismatches.add(new Mismatch(elsewhere.isPresent() ? Mismatch.Kind.ELSEWHERE : Mismatch.Kind.MISSING, at, Optional.of(expected), Optional.empty(), elsewhere));
    }

    private void different(Json expected, Json got, Pointer at) {
        mismatches.add(new Mismatch(Mismatch.Kind.DIFFERENT, at, Optional.of(expected), Optional.of(got), Optional.empty()));
    }

    private static Optional<Pointer> find(Json json, Pointer at, Json wanted) {
        if (json.equals(wanted)) return Optional.of(at);
        return switch (json) {
            case Json.Obj obj -> obj.names().stream().flatMap(name -> find(obj.get(name), at.child(name), wanted).stream()).findFirst();
            case Json.Arr list -> java.util.stream.IntStream.range(0, list.size()).boxed()
                    .flatMap(i -> find(list.get(i), at.child(i), wanted).stream()).findFirst();
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    static boolean matches(String matcher, Json got) {
        Matcher number = NUMBER.matcher(matcher);
        if (number.matches()) return got instanceof Json.Num num && isNear(num.value(), new BigDecimal(number.group(1)), number.group(2));
        Matcher has = HAS.matcher(matcher);
        if (has.matches()) return got instanceof Json.Str(var text) && text.contains(has.group(1));
        return switch (matcher) {
            case "@any" -> true;
            case "@text" -> got instanceof Json.Str;
            case "@number" -> got instanceof Json.Num;
            case "@list" -> got instanceof Json.Arr;
            case "@uuid" -> got instanceof Json.Str(var text) && UUID.matcher(text).matches();
            case "@timestamp" -> got instanceof Json.Str(var text) && TIMESTAMP.matcher(text).matches();
            default -> got.equals(Json.of(matcher.startsWith("@@") ? matcher.substring(1) : matcher));
        };
    }

    private static boolean isNear(BigDecimal value, BigDecimal wanted, String tolerance) {
        return value.subtract(wanted).abs().compareTo(tolerance == null ? BigDecimal.ZERO : new BigDecimal(tolerance)) <= 0;
    }
}
