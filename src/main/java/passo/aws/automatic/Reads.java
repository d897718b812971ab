package passo.aws.automatic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.Template;
import passo.json.Json;

/// What the expressions of a machine read, and the needs for its variables and for the execution's input, which can be
/// read from anywhere in it.
final class Reads {

    private static final Pattern EVERY = Pattern.compile("\\[(\\*|\\?\\(.*?\\)|[\\d:,-]*[:,][\\d:,-]*)]|\\.\\*|\\.\\.");
    private static final Pattern EQUALS = Pattern.compile("\\[\\?\\(@\\.([\\w.]+)\\s*==\\s*['\"]?([\\w .-]+?)['\"]?\\s*\\)]");

    /// Where the expressions of a state find their data.
    ///
    /// @param data `$`, or `$states.input`
    /// @param result `$states.result`
    /// @param item the current item of a Map state
    /// @param execution the input of the execution
    record Sources(Need data, Need result, Need item, Need execution) {

        /// Where whatever is read is read of one value.
        static Sources only(Need need) {
            return new Sources(need, need, need, need);
        }
    }

    private final Need.Room room = new Need.Room();
    private final Map<String, Need> variables = new HashMap<>();

    /// Hands what is asked of a template's value back to where its expressions read.
    void give(Json template, Need produced, Sources sources) {
        switch (template) {
            case Json.Obj obj -> obj.forEach((name, value) -> {
                if (name.endsWith(".$") && value instanceof Json.Str(var source)) {
                    Need made = peek(produced, name.substring(0, name.length() - 2));
                    compile(source).ifPresent(expression -> give(expression, made, sources));
                } else {
                    give(value, peek(produced, name), sources);
                }
            });
            case Json.Arr arr -> arr.forEach(item -> give(item, need(), sources));
            case Json.Str(var text) -> jsonata(text).ifPresent(expression -> give(expression, produced, sources));
            case Json _ -> {}
        }
    }

    private Need peek(Need produced, String name) {
        return produced.isRead() ? produced.member(name) : need();
    }

    private static Optional<Expression> compile(String source) {
        return source.startsWith("$") ? Path.compile(source) instanceof Compiled.Good<Path>(var path) ? Optional.of(path) : Optional.empty()
                : Intrinsic.compile(source) instanceof Compiled.Good<Intrinsic>(var intrinsic) ? Optional.of(intrinsic) : Optional.empty();
    }

    private static Optional<Expression> jsonata(String text) {
        return Jsonata.isDelimited(text)
                && Jsonata.compileDelimited(text, "", Jsonata.STATES) instanceof Compiled.Good<Jsonata>(var jsonata)
                ? Optional.of(jsonata) : Optional.empty();
    }

    void give(Expression expression, Need produced, Sources sources) {
        Need place = read(expression, sources);
        place.add(produced, true);
    }

    /// The need for what an expression reads; of one that computes something, a need that counts for nothing.
    Need read(Expression expression, Sources sources) {
        return switch (expression) {
            case Path path -> at(path, sources).reads();
            case Jsonata jsonata -> JsonataReads.read(jsonata.source(), sources, this::variable);
            case Template template when template.json() instanceof Json.Str(var text) ->
                jsonata(text).map(only -> read(only, sources)).orElseGet(this::need);
            case Template template -> {
                give(template.json(), need(), sources);
                yield need();
            }
            case Intrinsic intrinsic -> read(intrinsic, sources);
            case Literal _ -> need();
        };
    }

    private Need read(Intrinsic intrinsic, Sources sources) {
        split(intrinsic, sources);
        List<Need> arguments = new ArrayList<>();
        intrinsic.arguments().forEach(argument -> arguments.add(read(argument, sources)));
        if (arguments.isEmpty()) return need();
        Need first = arguments.getFirst();
        return switch (intrinsic.function()) {
            case "States.StringToJson" -> first.content();
            case "States.MathAdd", "States.MathRandom", "States.ArrayRange" -> {
                arguments.forEach(argument -> argument.is(Need.Kind.NUMBER));
                yield need();
            }
            case "States.ArrayGetItem", "States.ArrayUnique", "States.ArrayPartition" -> first.is(Need.Kind.ARRAY).item();
            case "States.ArrayLength", "States.ArrayContains" -> {
                first.is(Need.Kind.ARRAY).item().reads();
                yield need();
            }
            // What is to be a text of JSON is no text yet.
            case "States.JsonToString" -> {
                first.member("example");
                yield need();
            }
            case "States.JsonMerge" -> {
                arguments.stream().limit(2).forEach(argument -> argument.member("example"));
                yield need();
            }
            default -> need();
        };
    }

    /// A text that is taken apart, and a part of it by its number, must have so many parts.
    private void split(Intrinsic intrinsic, Sources sources) {
        if (intrinsic.function().equals("States.ArrayGetItem") && intrinsic.arguments().getFirst() instanceof Intrinsic inner
                && inner.function().equals("States.StringSplit") && inner.arguments().getFirst() instanceof Path text
                && inner.arguments().getLast() instanceof Literal(Json.Str(var separator))
                && intrinsic.arguments().getLast() instanceof Literal(Json.Num(var index))) {
            at(text, sources).hasParts(separator, index.intValue() + 1);
        }
    }

    Need at(Path path, Sources sources) {
        List<Path.Step> steps = path.steps();
        Need here = switch (path.root()) {
            case DATA -> sources.data;
            case VARIABLE -> variable(path.variable());
            case CONTEXT -> context(steps, sources);
        };
        int skipped = path.root() != Path.Root.CONTEXT ? 0 : here == sources.item ? 3 : 2;
        for (Path.Step step : steps.subList(Math.min(skipped, steps.size()), steps.size())) {
            here = switch (step) {
                case Path.Step.Name(var name) -> here.member(name);
                case Path.Step.Index(var index) -> here.item(Math.max(index, 0));
            };
        }
        if (path.isDefinite()) return here;
        return every(here.is(Need.Kind.ARRAY).item(), path.source());
    }

    /// What comes behind the first `[*]`, slice or filter is read of every item; a filter for one value makes an item have it.
    private Need every(Need item, String source) {
        Matcher filter = EQUALS.matcher(source);
        if (filter.find()) {
            Need filtered = item;
            for (String name : filter.group(1).split("\\.")) filtered = filtered.member(name);
            filtered.wants(Json.of(filter.group(2)));
        }
        String[] parts = EVERY.split(source, 2);
        String rest = parts.length < 2 ? "" : parts[1].matches("\\w.*") ? "." + parts[1] : parts[1];
        return Need.listOf(Path.compile("$" + rest) instanceof Compiled.Good<Path>(var inner) ? at(inner, Sources.only(item)).reads() : item.reads());
    }

    Need need() {
        return new Need(room);
    }

    Need variable(String name) {
        return variables.computeIfAbsent(name, _ -> need());
    }

    private Need context(List<Path.Step> steps, Sources sources) {
        String place = String.join(".", steps.stream().map(Reads::word).toList());
        if (place.startsWith("Execution.Input")) return sources.execution;
        return place.startsWith("Map.Item.Value") ? sources.item : need();
    }

    static String word(Path.Step step) {
        return switch (step) {
            case Path.Step.Name(var name) -> name;
            case Path.Step.Index(var index) -> Integer.toString(index);
        };
    }
}
