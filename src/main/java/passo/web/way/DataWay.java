package passo.web.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.diagram.Rules;
import passo.diagram.ServiceName;
import passo.engine.Step;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.way.Field;
import passo.engine.way.Source;
import passo.engine.way.Stage;
import passo.engine.way.Ways;
import passo.expression.Path;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.JsonView;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// The way of the data through one visit of a state, stage by stage. Made for one view, then dropped.
public final class DataWay {

    private final Page page;
    private final Units units;
    private final State state;
    private final Step step;
    private final List<Stage> stages;
    private final boolean jsonata;

    public DataWay(Page page, Units units, Ways ways, Step step) {
        this.page = page;
        this.units = units;
        this.state = ways.state(step);
        this.step = step;
        this.stages = ways.of(step.number());
        this.jsonata = state.common().flow() instanceof DataFlow.Jsonata;
    }

    /// The stage of this name; where there is none, the one that failed, else the one that cut fields off, else the last that
    /// changed something.
    public Stage stage(String name) {
        return stages.stream().filter(stage -> stage.field().name().equals(name)).findFirst()
                .or(() -> stages.stream().filter(Stage::failed).findFirst())
                .or(() -> stages.stream().filter(this::cuts).findFirst())
                .or(() -> stages.reversed().stream().filter(stage -> stage.field() != Field.Assign && stage.after().isPresent() && !stage.unchanged()).findFirst())
                .orElse(stages.getFirst());
    }

    // Rows.

    public List<StageRow> rows(Stage chosen) {
        var rows = new ArrayList<StageRow>();
        boolean afterResult = false;
        for (var stage : stages) {
            Rail rail = rail(stage);
            afterResult |= rail == Rail.REPLACE;
            rows.add(new StageRow(stage.field().name(), name(stage), stage.field() == Field.Result ? action() : "", detail(stage),
                    stage.after().map(json -> units.size(json.bytes())).orElse(""), stage.after().map(json -> JsonView.thousandths(json.bytes())).orElse(0),
                    counts(stage), rail, stage.unchanged(), cuts(stage), afterResult, stage == chosen));
        }
        return rows;
    }

    private List<StageRow.Count> counts(Stage stage) {
        if (!compares(stage) || stage.before().isEmpty() || stage.after().isEmpty()) return List.of();
        var difference = Difference.of(stage.before().get(), against(stage));
        var counts = new ArrayList<StageRow.Count>();
        if (difference.gone() > 0) counts.add(new StageRow.Count("gone", "−" + difference.gone(), page.text("way.gone", difference.gone())));
        if (difference.added() > 0) counts.add(new StageRow.Count("add", "+" + difference.added(), page.text("way.added", difference.added())));
        if (difference.changed() > 0) counts.add(new StageRow.Count("mod", "~" + difference.changed(), page.text("way.changed", difference.changed())));
        return counts;
    }

    /// Are the data after it what became of those before, rather than something new?
    private static boolean compares(Stage stage) {
        return switch (stage.field()) {
            case InputPath, ResultSelector, ResultPath, Catch, OutputPath, Output -> true;
            case Input, Parameters, Arguments, Choices, Until, Error, ItemReader, ItemsPath, Items, ItemSelector, ItemBatcher, Result, Assign, End -> false;
        };
    }

    /// What the data before a stage are compared with: what came of them; of a path that picks a part, that part in its place.
    private static Json against(Stage stage) {
        Json after = stage.after().orElseThrow();
        boolean picks = stage.field() == Field.InputPath || stage.field() == Field.OutputPath;
        if (!picks || !(stage.pieces().getFirst().source() instanceof Source.Copy(var from))) return after;
        Json kept = after;
        for (Path.Step step : from.path().reversed()) {
            if (!(step instanceof Path.Step.Name(var name))) return after;
            kept = Json.Obj.of(name, kept);
        }
        return kept;
    }

    private boolean cuts(Stage stage) {
        return stage.field().isOnTheWay() && stage.field() != Field.InputPath && compares(stage) && stage.before().isPresent() && stage.after().isPresent()
                && Difference.of(stage.before().get(), against(stage)).gone() > 0;
    }

    private Rail rail(Stage stage) {
        boolean works = state instanceof State.Recoverable;
        if (stage.failed()) return step.status() == Step.Status.CAUGHT ? Rail.FAIL : Rail.BREAK;
        return switch (stage.field()) {
            case Input -> Rail.START;
            case Parameters, Arguments, ItemReader, ItemsPath, Items -> works ? Rail.BRANCH : Rail.ON;
            case ItemSelector, ItemBatcher -> Rail.SENT;
            case Result -> works ? Rail.CALL : Rail.ON;
            case ResultSelector -> Rail.BESIDE;
            case ResultPath -> !works ? Rail.ON : placed(stage);
            case Output -> !works ? Rail.ON : stage.isSet() ? Rail.JOIN : Rail.REPLACE;
            case Catch -> placed(stage);
            case Assign -> works && jsonata ? Rail.BESIDE : Rail.ASIDE;
            case End -> Rail.END;
            case Error -> Rail.BREAK;
            case InputPath, Choices, Until, OutputPath -> Rail.ON;
        };
    }

    private static Rail placed(Stage stage) {
        return !stage.isSet() ? Rail.REPLACE : stage.text().equals("null") ? Rail.DROP : Rail.JOIN;
    }

    // Words.

    private String name(Stage stage) {
        return switch (stage.field()) {
            case Result -> switch (state) {
                case State.Task task -> ServiceName.of(task.resource()).title();
                case State.Parallel _ -> page.text("way.branches");
                case State.Map _ -> page.text("way.iterations");
                case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> "Result";
            };
            case Input, End, Until, Error -> page.text("way.stage." + stage.field());
            case InputPath, Parameters, Arguments, Choices, ItemReader, ItemsPath, Items, ItemSelector, ItemBatcher, ResultSelector, ResultPath, Catch, Assign,
                    OutputPath, Output -> stage.field().name();
        };
    }

    private String action() {
        if (!(state instanceof State.Task task)) return "";
        return switch (task.resource()) {
            case Resource.Function function -> function.name();
            case Resource.Activity activity -> activity.name();
            case Resource.Service service -> service.resource();
        };
    }

    private Sentence detail(Stage stage) {
        if (stage.failed()) return Sentence.of(page, "way.failed", step.failure().orElseThrow().error());
        return switch (stage.field()) {
            case Input -> Sentence.of(page, step.number() == 1 ? "way.input.first" : "way.input", contents(step.input()));
            case Result -> result(stage);
            case ResultPath, Catch -> !stage.isSet() ? Sentence.of(page, state instanceof State.Pass ? "way.unset" : stage.field() == Field.Catch ? "way.caught" : "way.replaces")
                    : stage.text().equals("null") ? Sentence.of(page, "way.dropped")
                    : stage.text().startsWith("$") ? Sentence.of(page, "way.placed", code(stage.text())) : code(stage);
            case Output -> stage.isSet() ? code(stage) : Sentence.of(page, state instanceof State.Recoverable ? "way.replaces" : "way.unset");
            case Choices -> rule();
            case Until -> stage.isSet() ? code(stage) : Sentence.of(page, "way.unset");
            case Error -> new Sentence(List.of(code(step.failure().map(Failure::error).orElse(""))));
            case ItemReader, ItemBatcher -> Sentence.of(page, "way." + stage.field(), stage.after().map(this::contents).orElse(""));
            case Assign -> new Sentence(List.of(code(String.join(", ", step.assigned().names()))));
            case End -> Sentence.of(page, step.next().isPresent() ? "way.output" : "way.output.last", contents(stage.after().orElseThrow()),
                    step.next().<Object>map(Sentence.Part.Code::new).orElse(""));
            case InputPath, Parameters, Arguments, ItemsPath, Items, ItemSelector, ResultSelector, OutputPath -> stage.isSet() ? code(stage) : Sentence.of(page, "way.unset");
        };
    }

    private Sentence rule() {
        if (!(state instanceof State.Choice choice) || step.next().isEmpty()) return Sentence.NONE;
        return Sentence.plain(step.rule().map(number -> page.text("step.rule", number + 1, Rules.text(choice.choices().get(number).condition(), page.messages()::get)))
                .orElseGet(() -> page.text("step.otherwise")));
    }

    private Sentence result(Stage stage) {
        if (!(state instanceof State.Recoverable)) return code(stage);
        String waited = step.attempts().stream().flatMap(attempt -> attempt.retryAfter().stream()).map(units::duration).collect(Collectors.joining(" + "));
        if (!waited.isEmpty()) return Sentence.of(page, "way.attempts", step.attempts().size(), waited);
        if (stage.after().isEmpty()) return Sentence.of(page, "way.unanswered");
        if (!(state instanceof State.Task)) return Sentence.plain(contents(stage.after().get()));
        return Sentence.of(page, step.automatic() ? "way.automatic" : "way.answered");
    }

    private static Sentence.Part code(String source) {
        return new Sentence.Part.Code(source);
    }

    private static Sentence code(Stage stage) {
        return new Sentence(List.of(code(stage.text())));
    }

    private String contents(Json json) {
        return switch (json) {
            case Json.Obj obj -> page.text("way.fields", obj.size());
            case Json.Arr arr -> page.text("way.items", arr.size());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> page.text("way.type." + json.typeName());
        };
    }

    // The stage that is shown.

    public StageView view(Stage stage) {
        String name = name(stage);
        boolean sends = stage.field() == Field.Result && state instanceof State.Recoverable;
        Optional<Json> before = stage.before();
        Optional<Json> after = stage.failed() && stage.after().isEmpty() ? step.failure().map(Failure::errorOutput) : stage.after();
        boolean both = compares(stage) && before.isPresent() && after.isPresent() && !stage.failed();
        Optional<Field> from = before(stage);
        Optional<Field> to = stage.after().map(_ -> stage.field());
        return new StageView(stage.field().name(), name, page.text(sends ? "way.sent" : stage.field() == Field.Assign ? "way.variables" : "way.before", name),
                page.text(stage.failed() ? "way.error" : sends ? "way.received" : stage.field() == Field.Input || stage.field() == Field.End ? "way.data" : "way.after", name),
                stage.field() == Field.Input || stage.field() == Field.End ? Optional.empty()
                        : before.map(json -> both ? JsonView.beside(json, against(stage), false, place(from), root(from), units) : JsonView.of(json, place(from), root(from), units)),
                after.map(json -> both ? JsonView.beside(json, against(stage) == json ? before.get() : json, true, place(to), root(to), units) : JsonView.of(json, place(to), root(to), units)),
                says(stage));
    }

    /// The stage whose data are those before this one; none for variables, of which many stages may have had a part.
    private Optional<Field> before(Stage stage) {
        if (stage.field() == Field.Assign) return Optional.empty();
        return stages.stream().takeWhile(other -> other != stage).filter(other -> other.after().equals(stage.before())).reduce((_, last) -> last).map(Stage::field);
    }

    private String place(Optional<Field> field) {
        return field.map(name -> step.number() + ":" + name).orElse("");
    }

    /// How a path into the data of a stage is written.
    private String root(Optional<Field> field) {
        if (!jsonata) return "$";
        return field.filter(Field.Result::equals).isPresent() ? "$states.result" : field.filter(Field.Input::equals).isPresent() ? "$states.input" : "$";
    }

    private Sentence says(Stage stage) {
        boolean tooLarge = stage.failed() && step.failure().filter(failure -> failure.error().equals(ErrorName.DATA_LIMIT_EXCEEDED)).isPresent();
        if (tooLarge) return Sentence.of(page, "way.tooLarge");
        return stage.after().filter(json -> JsonView.thousandths(json.bytes()) >= JsonView.NEAR)
                .map(json -> Sentence.of(page, "way.nearlyTooLarge", units.size(json.bytes()))).orElse(Sentence.NONE);
    }
}
