package passo.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.expression.Jsonata;
import passo.json.Json;
import passo.json.JsonText;

/// Everything that our own documents are made of: those of the language and the definitions of the gallery.
public final class Corpus {

    /// The documents of the language that have a definition, `{name, definition, input?, …}`, and the gallery in their shape.
    public static final List<Json.Obj> DOCUMENTS = Stream.concat(language(), gallery()).toList();

    static final List<Json> DEFINITIONS = DOCUMENTS.stream().map(document -> document.get("definition")).toList();

    static final List<Json> VALID_DEFINITIONS = DEFINITIONS.stream().map(Corpus::withShortRanges).filter(definition -> Definition.of(definition, Definition.Type.STANDARD).isValid()).toList();

    /// What stands in valid definitions under each name.
    static final Map<String, List<Json>> MEMBERS = new TreeMap<>();

    static final List<String> PATHS = new ArrayList<>();
    static final List<String> INTRINSICS = new ArrayList<>();
    static final List<String> JSONATA = new ArrayList<>();
    static final List<Json> TEMPLATES = new ArrayList<>();

    static {
        VALID_DEFINITIONS.forEach(definition -> forEachMember(definition, Corpus::sort));
        JSONATA.addAll(List.of("$states.input.items[price > 5].sku", "$states.input.items^(>price).sku", "$states.input.items{sku: price}",
                "$map($states.input.items, function($v, $i) { $i & $v.sku })", "($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $f(9))",
                "$states.input ~> |nested|{'x': 1}, 'list'|", "$replace($states.input.text, /(b)/, '[$1]')", "$sum([1..9].($ * 2)) / 0",
                "$partition([1..7], 3)", "$states.input.items@$i#$n.{'i': $i, 'n': $n}", "$states.input.**.price", "$formatNumber(1234.5, '#,##0.00')",
                "$fromMillis(0, '[X0001]-[M01]-[D01], [w] of [xNn]', '+0100')", "$toMillis('5 10', '[D] [H]')",
                "$formatNumber(-0.5, '#.00e0;(#0%)', {'zero-digit': '٠'})", "$formatInteger(1999, '#,##0;o') & $parseInteger('MCM', 'I')", "$parse('{\"a\": [1]}').a ~> $count", "λ($x){ $x and true }(false) or 1 in [1, 2]"));
        PATHS.addAll(List.of("$.items[?(@.price > 5 && @.sku == 'A')].sku", "$..price", "$.items[1:]", "$.nested['list'][0][-1]", "$['a b','c']"));
    }

    private Corpus() {}

    /// `[1..60000]` as `[1..600]`: what a long one builds takes many seconds where each step is watched.
    private static Json withShortRanges(Json definition) {
        return JsonText.parse(definition.toString().replaceAll("(\\.\\.\\d{3})\\d+", "$1"));
    }

    private static void sort(String name, Json value) {
        MEMBERS.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        if (name.equals("Parameters") || name.equals("Arguments") || name.equals("Output") || name.equals("Assign")) TEMPLATES.add(value);
        if (!(value instanceof Json.Str(String text))) return;
        if (Jsonata.isDelimited(text) && text.length() > 4) JSONATA.add(text.substring(2, text.length() - 2));
        else if (text.startsWith("States.") && name.endsWith(".$")) INTRINSICS.add(text);
        else if (text.startsWith("$")) PATHS.add(text);
    }

    /// Every member of every object inside a value, outer ones first.
    static void forEachMember(Json value, BiConsumer<String, Json> action) {
        switch (value) {
            case Json.Obj obj -> obj.forEach((name, member) -> {
                action.accept(name, member);
                forEachMember(member, action);
            });
            case Json.Arr arr -> arr.forEach(item -> forEachMember(item, action));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static Stream<Json.Obj> language() {
        return texts(Path.of("src/test/resources/language"), ".yaml").flatMap(text -> Stream.of(text.split("(?m)^---$\n")))
                .map(text -> switch (JsonText.readYaml(text)) {
                    case JsonText.Reading.Value(Json.Obj document, _) -> document;
                    case JsonText.Reading.Value _, JsonText.Reading.Malformed _ -> throw new IllegalArgumentException(text);
                }).filter(document -> document.get("definition") instanceof Json.Obj);
    }

    private static Stream<Json.Obj> gallery() {
        return texts(Path.of("exercises/examples"), ".asl.json")
                .map(text -> Json.Obj.of("name", Json.of("an example of the gallery"), "definition", JsonText.parse(text)));
    }

    private static Stream<String> texts(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(end)).sorted().toList();
            List<String> texts = new ArrayList<>();
            for (Path file : found) texts.add(Files.readString(file));
            return texts.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
