package passo.web.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.engine.choice.References;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;
import passo.web.parts.Sentence;

/// What an expression takes, in words: "the `price` of every item of `$.items`", and with data what that is.
record Expressions(Known known) {

    private static final Pattern EACH = Pattern.compile("(\\$.*)\\[\\*]\\.(\\w+)");
    private static final Pattern ALL = Pattern.compile("(\\$.*)\\[\\*]");
    private static final Pattern FITTING = Pattern.compile("(\\$.*?)\\[\\?\\((.*)\\)](.*)");
    private static final Pattern DEEP = Pattern.compile("(\\$.*?)\\.\\.(\\w+)");
    private static final Pattern CALL = Pattern.compile("(?s)\\$(\\w+)\\((.*)\\)");
    /// What another evaluation would give otherwise.
    private static final Pattern CHANCE = Pattern.compile("States\\.UUID|States\\.MathRandom|\\$uuid|\\$random|\\$now|\\$millis|\\$shuffle");

    /// What it is, as the subject of a sentence.
    Sentence what(Expression expression) {
        return switch (expression) {
            case Literal(var value) -> known.value(value);
            case Path path -> path(path);
            case Intrinsic call -> known.say("explained.call." + call.function().substring("States.".length()),
                    call.arguments().isEmpty() ? "" : known.list(call.arguments().stream().map(this::what).toList(), "explained.and"));
            case Template template -> template.isLiteral() ? known.value(template.json())
                    : known.say(template.computed().size() == 1 ? "explained.template.one" : "explained.template", template.computed().size());
            case Jsonata jsonata -> query(jsonata);
        };
    }

    /// The same, and with data: "… : here `80`".
    Sentence here(Expression expression, Optional<Scope> scope) {
        Sentence what = what(expression);
        if (expression instanceof Literal || expression instanceof Template template && template.isLiteral()) return what;
        return scope.map(seen -> value(expression, seen).map(value -> known.say("explained.here", what, known.value(value)))
                .orElseGet(() -> isChance(expression) ? what : known.say("explained.here.nothing", what))).orElse(what);
    }

    Optional<Json> value(Expression expression, Optional<Scope> scope) {
        return scope.flatMap(seen -> value(expression, seen));
    }

    private static Optional<Json> value(Expression expression, Scope scope) {
        if (isChance(expression)) return Optional.empty();
        try {
            return Optional.of(expression.evaluate(scope));
        } catch (QueryError nothing) {
            return Optional.empty();
        }
    }

    private static boolean isChance(Expression expression) {
        return CHANCE.matcher(expression.source()).find();
    }

    private Sentence path(Path path) {
        if (path.source().equals("$")) return known.say("explained.path.whole");
        return switch (path.root()) {
            case CONTEXT -> known.say("explained.path.context", Known.code(path.source()));
            case VARIABLE -> path.steps().isEmpty() ? known.say("explained.path.variable", Known.code("$" + path.variable()))
                    : known.say("explained.path.inVariable", Known.code(path.source()), Known.code("$" + path.variable()));
            case DATA -> path.isDefinite() ? known.say("explained.path", Known.code(path.source())) : many(path.source());
        };
    }

    private Sentence many(String source) {
        Matcher each = EACH.matcher(source);
        if (each.matches()) return known.say("explained.path.each", Known.code(each.group(2)), Known.code(each.group(1)));
        Matcher all = ALL.matcher(source);
        if (all.matches()) return known.say("explained.path.all", Known.code(all.group(1)));
        Matcher fitting = FITTING.matcher(source);
        if (fitting.matches()) return known.say(fitting.group(3).isEmpty() ? "explained.path.fitting" : "explained.path.fittingPart", Known.code(fitting.group(1)),
                Known.code(fitting.group(2).strip()), Known.code(fitting.group(3).replaceFirst("^\\.", "")));
        Matcher deep = DEEP.matcher(source);
        return deep.matches() ? known.say("explained.path.deep", Known.code(deep.group(2)), Known.code(deep.group(1)))
                : known.say("explained.path.many", Known.code(source));
    }

    private Sentence query(Jsonata jsonata) {
        Optional<Path> only = References.only(jsonata);
        if (only.isPresent()) return jsonata.source().equals("$states.input") ? known.say("explained.path.whole") : named(only.get(), jsonata.source());
        if (jsonata.source().equals("$states.result")) return known.say("explained.query.result");
        Matcher call = CALL.matcher(jsonata.source().strip());
        if (call.matches() && known.page().messages().has("explained.function." + call.group(1))) {
            return known.say("explained.function." + call.group(1), Known.code(shortened(call.group(2))));
        }
        return known.say("explained.query", Known.code(shortened(jsonata.source())));
    }

    /// A place as JSONata writes it.
    private Sentence named(Path place, String source) {
        return switch (place.root()) {
            case CONTEXT -> known.say("explained.path.context", Known.code(source));
            case VARIABLE -> place.steps().isEmpty() ? known.say("explained.path.variable", Known.code(source))
                    : known.say("explained.path.inVariable", Known.code(source), Known.code("$" + place.variable()));
            case DATA -> known.say("explained.path", Known.code(source));
        };
    }

    private static String shortened(String source) {
        String line = source.strip().replaceAll("\\s+", " ");
        return line.length() <= 90 ? line : line.substring(0, 90) + "…";
    }

    /// The fields of a template that are computed, each with what it is.
    List<Sentence> fields(Template template, Optional<Scope> scope) {
        return new TemplateFields(this, template.json(), scope).sentences();
    }
}
