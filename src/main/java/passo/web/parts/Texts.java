package passo.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.asl.advice.Advisor;
import passo.asl.text.Diagnostic;
import passo.asl.text.Fix;
import passo.aws.Problem;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Location;
import passo.web.Page;

/// Reads what a learner wrote and collects, in the words of a page, everything wrong with it. Made for one form, then dropped.
public final class Texts {

    private final Page page;
    private final List<ProblemView> problems = new ArrayList<>();

    public Texts(Page page) {
        this.page = page;
    }

    public List<ProblemView> problems() {
        return List.copyOf(problems);
    }

    public Definition definition(String text, Definition.Type type) {
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
    public Optional<Json> input(String text) {
        return json("input", text);
    }

    /// Where nobody describes a world, everything exists.
    public Optional<World> world(String text) {
        return world(text, Optional.empty());
    }

    /// A world for a run.
    ///
    /// @param machine that is to run in it, where it can be read
    public Optional<World> world(String text, Optional<StateMachine> machine) {
        if (text.isBlank()) return Optional.of(World.AUTOMATIC);
        return read("world", text).flatMap(read -> switch (world(read.json(), machine)) {
            case Reading.Good<World>(var world) -> Optional.of(world.orAutomatic());
            case Reading.Bad<World>(var wrong) -> {
                for (Problem problem : wrong) {
                    var place = read.positions().at(problem.at());
                    problems.add(problem("world", place.name(), place.end(), page.text(problem.key(), problem.arguments().toArray())));
                }
                yield Optional.empty();
            }
        });
    }

    private static Reading<World> world(Json json, Optional<StateMachine> machine) {
        Reading<World> reading = World.parse(json);
        return reading instanceof Reading.Good<World>(var world) && machine.isPresent() ? world.with(machine.get()) : reading;
    }

    /// A text of JSON anywhere; one that was left empty is an empty object.
    public Optional<Json> json(String where, String text) {
        return read(where, text).map(JsonText.Reading.Value::json);
    }

    public Optional<Json.Obj> object(String where, String text) {
        return json(where, text).flatMap(json -> {
            if (json instanceof Json.Obj obj) return Optional.of(obj);
            problems.add(problem(where, Location.START, Location.START, page.text("world.expected.object", json.typeName())));
            return Optional.empty();
        });
    }

    /// Something is wrong that no place of a text tells.
    public void add(String where, Problem problem) {
        problems.add(problem(where, Location.START, Location.START, page.text(problem.key(), problem.arguments().toArray())));
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
