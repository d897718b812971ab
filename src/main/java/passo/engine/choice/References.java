package passo.engine.choice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Jsonata;
import passo.expression.Path;

/// The places of the data that an expression of a rule reads, as paths, where a place can be named.
public final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*|\\[\\d{1,4}])*)(?![\\w(])");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|/\\*.*?\\*/", Pattern.DOTALL);

    private References() {}

    /// All places that a rule's condition reads, each once.
    public static List<Path> of(Clause clause) {
        Stream<Path> all = switch (clause) {
            case Clause.All(_, var parts) -> parts.stream().flatMap(part -> of(part).stream());
            case Clause.Any(_, var parts) -> parts.stream().flatMap(part -> of(part).stream());
            case Clause.Not(_, var part) -> of(part).stream();
            case Clause.Compares compares -> Stream.concat(of(compares.left()).stream(), of(compares.right()).stream());
            case Clause.Holds holds -> of(holds.expression()).stream();
        };
        var once = new LinkedHashMap<String, Path>();
        all.forEach(path -> once.putIfAbsent(path.source(), path));
        return List.copyOf(once.values());
    }

    static List<Path> of(Expression expression) {
        if (expression instanceof Path path) return path.isDefinite() && isOfTheRun(path) ? List.of(path) : List.of();
        if (!(expression instanceof Jsonata jsonata)) return List.of();
        var found = new ArrayList<Path>();
        Matcher matcher = REFERENCE.matcher(TEXT.matcher(jsonata.source()).replaceAll(text -> " ".repeat(text.group().length())));
        while (matcher.find()) path(matcher.group(1), matcher.group(2)).ifPresent(found::add);
        return found;
    }

    /// The place that an expression is and nothing more.
    public static Optional<Path> only(Expression expression) {
        if (expression instanceof Path) return of(expression).stream().findFirst();
        return expression instanceof Jsonata jsonata && REFERENCE.matcher(jsonata.source()).matches() ? of(jsonata).stream().findFirst() : Optional.empty();
    }

    private static Optional<Path> path(String variable, String names) {
        String source = !variable.equals("states") ? "$" + variable + names
                : names.startsWith(".input") ? "$" + names.substring(".input".length())
                : names.startsWith(".context") ? "$$" + names.substring(".context".length()) : "";
        return !source.isEmpty() && Path.compile(source) instanceof Compiled.Good<Path>(var path) && isOfTheRun(path) ? Optional.of(path) : Optional.empty();
    }

    /// Can whoever starts a run say what stands there? Of the Context Object only what the execution was given.
    private static boolean isOfTheRun(Path path) {
        return path.root() != Path.Root.CONTEXT || path.source().startsWith("$$.Execution.Input");
    }
}
