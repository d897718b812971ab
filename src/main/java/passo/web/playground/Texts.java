package passo.web.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.Diagnostic;
import passo.asl.Fix;
import passo.asl.advice.Advisor;
import passo.aws.Decisions;
import passo.aws.Problem;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Decision;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Location;
import passo.web.Page;

/// Reads what a learner wrote and collects, in the words of a page, everything wrong with it. Made for one form, then dropped.
final class Texts {

    private final Page page;
    private final List<ProblemView> problems = new ArrayList<>();

    Texts(Page page) {
        this.page = page;
    }

    List<ProblemView> problems() {
        return List.copyOf(problems);
    }

    Definition definition(String text, Definition.Type type) {
        Definition definition = Definition.parse(text, type);
        for (var wrong : definition.diagnostics()) {
            problems.add(new ProblemView("definition", wrong.at().line(), wrong.at().column(), wrong.at().offset(), wrong.end().offset(),
                    wrong.severity() == Diagnostic.Severity.ERROR ? "fail" : "retry", wrong.code(), say(wrong.explanation()), say(wrong.hint()),
                    wrong.message(), say(wrong.differs()), wrong.fix().map(this::fix)));
        }
        for (var advice : Advisor.advise(definition)) {
            problems.add(new ProblemView("definition", advice.at().line(), advice.at().column(), advice.at().offset(), advice.end().offset(),
                    "run", advice.code(), say(advice.explanation()), say(advice.hint()), "", "", advice.fix().map(this::fix)));
        }
        return definition;
    }

    /// An input that was left empty is an empty object.
    Optional<Json> input(String text) {
        return json("input", text);
    }

    /// Where nobody describes a world, everything exists.
    Optional<World> world(String text) {
        if (text.isBlank()) return Optional.of(World.AUTOMATIC);
        return read("world", text).flatMap(read -> switch (World.parse(read.json())) {
            case Reading.Good<World>(var world) -> Optional.of(world.json().isEmpty() ? World.AUTOMATIC : world);
            case Reading.Bad<World>(var wrong) -> {
                for (Problem problem : wrong) {
                    var place = read.positions().at(problem.at());
                    problems.add(problem("world", place.name(), place.end(), page.text(problem.key(), problem.arguments().toArray())));
                }
                yield Optional.empty();
            }
        });
    }

    /// A text of JSON anywhere; one that was left empty is an empty object.
    Optional<Json> json(String where, String text) {
        return read(where, text).map(JsonText.Reading.Value::json);
    }

    Optional<Json.Obj> object(String where, String text) {
        return json(where, text).flatMap(json -> {
            if (json instanceof Json.Obj obj) return Optional.of(obj);
            problems.add(problem(where, Location.START, Location.START, page.text("world.expected.object", json.typeName())));
            return Optional.empty();
        });
    }

    /// The decisions about a run, one more at their end where that is asked and can be read.
    Decided decisions(Asked asked, Definition.Type type, World world) {
        Json.Arr before = JsonText.read(asked.decisions()) instanceof JsonText.Reading.Value(Json.Arr read, _) ? read : Decided.NOTHING.json();
        Optional<Decided> more = asked.decision().flatMap(form -> form.json(this))
                .flatMap(one -> decided(new Json.Arr(Stream.concat(before.items().stream(), Stream.of(one)).toList()), type, world));
        return more.or(() -> decided(before, type, world)).orElse(Decided.NOTHING);
    }

    private Optional<Decided> decided(Json.Arr json, Definition.Type type, World world) {
        return switch (Decisions.parse(json, type, world)) {
            case Reading.Good<List<Decision>>(var list) -> Optional.of(new Decided(json, list));
            case Reading.Bad<List<Decision>>(var wrong) -> {
                for (Problem problem : wrong) {
                    problems.add(problem("decision.world", Location.START, Location.START, page.text(problem.key(), problem.arguments().toArray())));
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<JsonText.Reading.Value> read(String where, String text) {
        return switch (JsonText.read(text.isBlank() ? "{}" : text)) {
            case JsonText.Reading.Value value -> Optional.of(value);
            case JsonText.Reading.Malformed(var message, var at) -> {
                problems.add(problem(where, at, at, page.text("explain.malformed", message)));
                yield Optional.empty();
            }
        };
    }

    private static ProblemView problem(String where, Location at, Location end, String message) {
        return new ProblemView(where, at.line(), at.column(), at.offset(), Math.max(end.offset(), at.offset()), "fail", "", message, "", "", "",
                Optional.empty());
    }

    private ProblemView.FixView fix(Fix fix) {
        return new ProblemView.FixView(say(fix.label()), fix);
    }

    private String say(Diagnostic.Phrase phrase) {
        return phrase.key().isEmpty() ? "" : page.text(phrase.key(), phrase.arguments().toArray());
    }
}
