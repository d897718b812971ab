package passo.convert;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.json.Json;

/// Turns paths into expressions.
///
/// @param data what `$` stands for
record Paths(Value data, Notes notes) {

    private static final Pattern STEP = Pattern.compile("""
            (?:\\.?\\[(?<index>-?\\d+)])|(?:\\.?\\['(?<single>[^'\\\\]*)'])|(?:\\.?\\["(?<double>[^"\\\\]*)"])|(?:\\.(?<name>[A-Za-z_][\\w-]*))\
            |(?<all>\\.?\\[\\*]|\\.\\*)|(?:\\.?\\[(?<from>\\d*):(?<to>\\d*)])|(?:\\.?\\[\\?\\((?<filter>[^()]*)\\)])""");
    private static final Pattern TEST = Pattern.compile("\\s*(?<left>@[^=<>!\\s]+)\\s*(?:(?<sign>==|!=|<=|>=|<|>)\\s*(?<right>.+?))?\\s*");
    private static final Pattern FIELD = Pattern.compile("@((?:\\.[A-Za-z_][\\w-]*|\\['[^'\\\\]*'])+)");
    private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\]*)\"|([A-Za-z_]\\w*)|(-?\\d+(?:\\.\\d+)?)");

    /// The value that a path finds.
    Value of(Path path) {
        Value start = switch (path.root()) {
            case DATA -> data;
            case CONTEXT -> Value.CONTEXT;
            case VARIABLE -> Value.Query.reference("$" + path.variable());
        };
        if (path.steps().stream().anyMatch(step -> step instanceof Path.Step.Name(var name) && name.contains("`"))) return refuse(path.source());
        Optional<Value> found = path.isDefinite() ? walk(start, path.steps()) : search(start, path);
        return found.orElseGet(() -> refuse(path.source()));
    }

    private Value refuse(String source) {
        notes.refuse("path", source);
        return Value.NOTHING;
    }

    static Optional<Value> walk(Value start, Iterable<Path.Step> steps) {
        Optional<Value> here = Optional.of(start);
        for (Path.Step step : steps) here = here.flatMap(value -> value.at(step));
        return here;
    }

    /// A path to many places gives a list, whatever it finds: one step to many, and names behind it.
    private Optional<Value> search(Value start, Path path) {
        String source = path.source();
        Matcher step = STEP.matcher(source);
        int at = source.length() - source.replaceFirst("^\\$\\$|^\\$\\w*", "").length();
        Optional<Value> here = Optional.of(start);
        Optional<String> many = Optional.empty();
        for (; at < source.length(); at = step.end()) {
            if (here.isEmpty() || !step.region(at, source.length()).lookingAt()) return Optional.empty();
            Optional<Path.Step> single = single(step);
            if (many.isEmpty() && single.isPresent()) here = here.get().at(single.get());
            else if (many.isEmpty()) many = many(here.get(), step);
            else if (single.isPresent() && single.get() instanceof Path.Step.Name) many = Optional.of(many.get() + Names.step(single.get()));
            else return Optional.empty();
            if (single.isEmpty() && many.isEmpty()) return Optional.empty();
        }
        many.ifPresent(text -> notes.differs("many", source));
        return many.map(text -> Value.Query.call("[" + text + "]", Value.Type.LIST, false));
    }

    private static Optional<Path.Step> single(Matcher step) {
        if (step.group("index") != null) return Optional.of(new Path.Step.Index(Integer.parseInt(step.group("index"))));
        return first(step.group("single"), step.group("double"), step.group("name")).map(Path.Step.Name::new);
    }

    private static Optional<String> first(String... texts) {
        for (String text : texts) if (text != null) return Optional.of(text);
        return Optional.empty();
    }

    private Optional<String> many(Value list, Matcher step) {
        String text = list.operand(notes);
        if (step.group("all") != null) return Optional.of(text);
        if (step.group("filter") != null) return condition(step.group("filter")).map(condition -> text + "[" + condition + "]");
        String from = step.group("from").isEmpty() ? "0" : step.group("from");
        String to = step.group("to").isEmpty() ? "$count(" + text + ")" : String.valueOf(Integer.parseInt(step.group("to")) - 1);
        return Optional.of(text + "[[" + from + ".." + to + "]]");
    }

    private Optional<String> condition(String filter) {
        if (filter.contains("&&") && filter.contains("||")) return Optional.empty();
        String sign = filter.contains("||") ? "||" : "&&";
        var tests = new StringBuilder();
        for (String part : filter.split(Pattern.quote(sign), -1)) {
            Optional<String> test = test(part);
            if (test.isEmpty()) return Optional.empty();
            tests.append(tests.isEmpty() ? "" : sign.equals("||") ? " or " : " and ").append(test.get());
        }
        return Optional.of(tests.toString());
    }

    private Optional<String> test(String text) {
        Matcher test = TEST.matcher(text);
        if (!test.matches()) return Optional.empty();
        Optional<String> field = field(test.group("left"));
        if (test.group("sign") == null) return field.map(name -> "$exists(" + name + ")");
        Optional<String> right = test.group("right").startsWith("@") ? field(test.group("right")) : literal(test.group("right"));
        if (field.isEmpty() || right.isEmpty()) return Optional.empty();
        return Optional.of(switch (test.group("sign")) {
            case "==" -> field.get() + " = " + right.get();
            case "!=" -> "$not(" + field.get() + " = " + right.get() + ")";
            case String order -> field.get() + " " + order + " " + right.get();
        });
    }

    private static Optional<String> field(String text) {
        if (!FIELD.matcher(text).matches() || !(Path.compile("$" + text.substring(1)) instanceof Compiled.Good(Path path))) return Optional.empty();
        StringBuilder names = new StringBuilder();
        path.steps().forEach(step -> names.append(Names.step(step)));
        return Optional.of(names.substring(1));
    }

    private Optional<String> literal(String text) {
        if (text.startsWith("$")) {
            return Path.compile(text) instanceof Compiled.Good(Path path) && path.isDefinite() ? Optional.of(of(path).text(notes)) : Optional.empty();
        }
        Matcher literal = LITERAL.matcher(text);
        if (!literal.matches()) return Optional.empty();
        if (literal.group(4) != null || text.equals("true") || text.equals("false") || text.equals("null")) return Optional.of(text);
        return first(literal.group(1), literal.group(2), literal.group(3)).map(word -> Names.literal(Json.of(word)));
    }
}
