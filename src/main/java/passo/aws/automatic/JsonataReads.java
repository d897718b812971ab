package passo.aws.automatic;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.JsonText;

/// What a JSONata expression reads, as far as it names it outright: `$states.input.a.b`, `$states.result.c`, `$variable.d`.
final class JsonataReads {

    /// How far a call or a comparison may stand from the place that it is about.
    private static final int NEAR = 100;
    private static final String STEPS = "((?:\\.[A-Za-z_]\\w*|\\.`[^`]+`|\\[-?\\d*])*)";
    private static final Pattern READ = Pattern.compile(
            "\\$(?:states\\.(input|result|context\\.Execution\\.Input|context\\.Map\\.Item\\.Value)|([A-Za-z_]\\w*))" + STEPS
                    + "(?!\\w*\\s*\\()");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\.`([^`]+)`|\\[(-?\\d*)]");
    private static final Pattern COMPARED =
            Pattern.compile("^\\s*(=|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|true|false|null)");
    private static final Pattern CALLED = Pattern.compile("\\$(\\w+)\\(\\s*$");

    private JsonataReads() {}

    /// Marks all that is read.
    ///
    /// @return the need for the expression's value, where it is nothing but such a place; else one that counts for nothing
    static Need read(String source, Reads.Sources sources, Function<String, Need> variable) {
        Need only = new Need(new Need.Room());
        Matcher matcher = READ.matcher(source);
        while (matcher.find()) {
            Need place = hinted(source, matcher, place(matcher, sources, variable));
            if (matcher.group().equals(source.strip())) only = place;
        }
        return only;
    }

    /// Makes the data such that a condition holds, or does not.
    static void hold(String source, boolean holds, Reads.Sources sources, Function<String, Need> variable) {
        Matcher matcher = READ.matcher(source);
        while (matcher.find()) {
            Need place = place(matcher, sources, variable);
            String called = called(source, matcher.start());
            boolean truth = holds != called.equals("not");
            Matcher compared = COMPARED.matcher(source.substring(matcher.end(), Math.min(source.length(), matcher.end() + NEAR)));
            if (called.equals("exists") && !holds) place.mustBeAbsent();
            else if (compared.find()) compare(place, compared.group(1), literal(compared.group(2)), truth);
            else if (called.isEmpty() && matcher.group().equals(source.strip()) || called.equals("not")) place.wants(Json.of(truth));
            else hinted(source, matcher, place);
        }
    }

    private static void compare(Need place, String operator, Json literal, boolean holds) {
        switch (operator) {
            case "=", "<=", ">=" -> {
                if (holds) place.wants(literal);
                else place.avoids(literal);
            }
            case "!=" -> {
                if (holds) place.avoids(literal);
                else place.wants(literal);
            }
            default -> place.wants(holds && literal instanceof Json.Num(var value)
                    ? new Json.Num(operator.equals(">") ? value.add(BigDecimal.ONE) : value.subtract(BigDecimal.ONE)) : literal);
        }
    }

    private static Need hinted(String source, Matcher matcher, Need place) {
        return switch (called(source, matcher.start())) {
            case "count", "map", "filter", "sort", "distinct", "append", "reduce", "single" -> {
                place.is(Need.Kind.ARRAY).item().reads();
                yield place;
            }
            case "number", "sum", "round", "floor", "ceil", "abs", "fromMillis" -> place.is(Need.Kind.NUMBER);
            case "toMillis" -> place.is(Need.Kind.TIMESTAMP);
            case "parse" -> {
                place.content().reads();
                yield place;
            }
            case "exists" -> place;
            default -> place.reads();
        };
    }

    private static String called(String source, int before) {
        Matcher matcher = CALLED.matcher(source.substring(Math.max(0, before - NEAR), before));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Need place(Matcher matcher, Reads.Sources sources, Function<String, Need> variable) {
        Need here = switch (matcher.group(1)) {
            case null -> matcher.group(2).equals("states") ? new Need(new Need.Room()) : variable.apply(matcher.group(2));
            case "input" -> sources.data();
            case "result" -> sources.result();
            case "context.Execution.Input" -> sources.execution();
            case String _ -> sources.item();
        };
        Matcher step = STEP.matcher(matcher.group(3));
        while (step.find()) {
            String name = step.group(1) != null ? step.group(1) : step.group(2);
            here = name != null ? here.member(name) : here.item(step.group(3).matches("\\d{1,3}") ? Integer.parseInt(step.group(3)) : 0);
        }
        return here;
    }

    private static Json literal(String text) {
        return JsonText.parse(text.startsWith("'") ? Json.of(text.substring(1, text.length() - 1)).toString() : text);
    }
}
