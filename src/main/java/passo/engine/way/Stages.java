package passo.engine.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.Catcher;
import passo.asl.ChoiceRule;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.engine.MapRunTrace;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.way.Stage.Piece;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.ResultPath;
import passo.expression.Template;
import passo.json.Json;

/// Puts together the stages of one visit. Specification, "Input and Output Processing". Used once.
final class Stages {

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final Ways ways;
    private final Step step;
    private final State state;
    private final List<Stage> stages = new ArrayList<>();

    Stages(Ways ways, Step step) {
        this.ways = ways;
        this.step = step;
        this.state = ways.state(step);
    }

    List<Stage> all() {
        stages.add(new Stage(Field.Input, "", Optional.empty(), Optional.of(step.input()), List.of(Piece.whole(entrance())), List.of(), false));
        Field handed = switch (state.common().flow()) {
            case DataFlow.JsonPath flow -> jsonPath(flow);
            case DataFlow.Jsonata flow -> jsonata(flow);
        };
        if (step.status() == Step.Status.CAUGHT) handed = caught();
        if (step.output().isPresent()) add(Field.End, "", after(handed), step.output(), List.of(Piece.whole(copy(handed))), List.of());
        return failing();
    }

    // Where the input came from.

    private Source entrance() {
        Optional<Step> before = ways.before(step);
        if (before.isPresent()) return handed(new Place(before.get().number(), Field.End, List.of()), before.get().output());
        Optional<Step> around = ways.around(step);
        if (around.isEmpty()) return handed(Place.START, Optional.of(ways.trace().start().input()));
        Step outer = around.get();
        boolean jsonata = ways.state(outer).common().flow() instanceof DataFlow.Jsonata;
        return new Source.Copy(ways.state(outer) instanceof State.Map
                ? new Place(outer.number(), Field.ItemSelector, List.of(new Path.Step.Index(Ways.index(step))))
                : new Place(outer.number(), jsonata ? Field.Arguments : Field.Parameters, List.of()));
    }

    private Source handed(Place from, Optional<Json> value) {
        return value.filter(step.input()::equals).isPresent() ? new Source.Copy(from) : new Source.Decided();
    }

    // JSONPath.

    /// @return what is handed on
    private Field jsonPath(DataFlow.JsonPath flow) {
        if (state instanceof State.Fail fail) return error(fail, Field.Input);
        path(Field.InputPath, flow.inputPath(), Field.Input, recorded(Field.InputPath));
        Sight inside = sight(place(Field.InputPath), Optional.empty());
        Field handed = Field.InputPath;
        switch (state) {
            case State.Choice choice -> choices(choice, Field.InputPath, inside);
            case State.Wait wait -> until(wait, Field.InputPath, inside);
            case State.Succeed _, State.Fail _ -> {}
            case State.Pass pass -> {
                template(Field.Parameters, flow.parameters(), Field.InputPath, inside);
                Field made = pass.result().filter(Literal.class::isInstance).map(result -> written((Literal) result)).orElse(Field.Parameters);
                handed = placed(flow.resultPath(), made);
            }
            case State.Task _, State.Parallel _ -> {
                template(Field.Parameters, flow.parameters(), Field.InputPath, inside);
                result(Field.Parameters);
                handed = selected(flow);
            }
            case State.Map map -> {
                iterations(map, Field.InputPath, inside);
                handed = selected(flow);
            }
        }
        assign(Optional.of(place(state instanceof State.Recoverable ? Field.Result : state instanceof State.Pass ? made() : Field.InputPath)));
        path(Field.OutputPath, flow.outputPath(), handed, step.status() == Step.Status.CAUGHT ? Optional.empty() : step.output());
        return Field.OutputPath;
    }

    private Field made() {
        return stage(Field.Result).isPresent() ? Field.Result : Field.Parameters;
    }

    private Field written(Literal result) {
        add(Field.Result, result.source(), after(Field.Parameters), Optional.of(result.value()), List.of(Piece.whole(new Source.Written())), List.of());
        return Field.Result;
    }

    private Field selected(DataFlow.JsonPath flow) {
        template(Field.ResultSelector, flow.resultSelector(), Field.Result, sight(place(Field.Result), Optional.empty()));
        return placed(flow.resultPath(), Field.ResultSelector);
    }

    private Field placed(ResultPath path, Field made) {
        String text = path.source().equals("$") ? "" : path.source();
        add(Field.ResultPath, text, Optional.of(step.input()), recorded(Field.ResultPath), pieces(path, copy(made)), List.of());
        return Field.ResultPath;
    }

    private List<Piece> pieces(ResultPath path, Source result) {
        if (path.source().equals("$")) return List.of(Piece.whole(result));
        if (path.source().equals("null")) return List.of(Piece.whole(copy(Field.Input)));
        return List.of(Piece.whole(copy(Field.Input)), new Piece(Place.counted(step.input(), path.steps()), result, ""));
    }

    private void path(Field field, Expression path, Field on, Optional<Json> after) {
        boolean unset = path == Path.ROOT || path.source().equals("$");
        Optional<Json> made = unset ? after(on) : after;
        add(field, unset ? "" : path instanceof Literal ? "null" : path.source(), after(on), made,
                List.of(piece(List.of(), path, "", sight(place(on), Optional.empty()), made)), List.of());
    }

    // JSONata.

    /// @return what is handed on
    private Field jsonata(DataFlow.Jsonata flow) {
        Sight before = sight(place(Field.Input), Optional.empty());
        boolean works = state instanceof State.Recoverable;
        switch (state) {
            case State.Fail fail -> {
                return error(fail, Field.Input);
            }
            case State.Choice choice -> choices(choice, Field.Input, before);
            case State.Wait wait -> until(wait, Field.Input, before);
            case State.Succeed _, State.Pass _ -> {}
            case State.Task _, State.Parallel _ -> {
                template(Field.Arguments, flow.arguments(), Field.Input, before);
                result(Field.Arguments);
            }
            case State.Map map -> iterations(map, Field.Input, before);
        }
        Sight behind = sight(place(Field.Input), works ? Optional.of(place(Field.Result)) : Optional.empty());
        assign(Optional.of(place(Field.Input)));
        Optional<Template> output = rule().map(ChoiceRule::output).orElse(flow.output());
        Field silent = works ? Field.Result : Field.Input;
        Optional<Json> made = step.status() == Step.Status.CAUGHT ? Optional.empty() : step.output();
        add(Field.Output, output.map(Template::source).orElse(""), Optional.of(step.input()), made,
                output.map(template -> pieces(template, List.of(), behind, made)).orElse(List.of(Piece.whole(copy(silent)))), List.of());
        return Field.Output;
    }

    // Both.

    private Sight sight(Place data, Optional<Place> result) {
        return new Sight(ways, step, Optional.of(data), result, Optional.empty());
    }

    private void choices(State.Choice choice, Field on, Sight sight) {
        List<ChoiceRule> asked = step.rule().map(number -> choice.choices().subList(0, number + 1)).orElse(choice.choices());
        add(Field.Choices, Field.Choices.name(), after(on), step.next().isPresent() ? after(on) : Optional.empty(), List.of(Piece.whole(copy(on))),
                asked.stream().flatMap(rule -> sight.reads(rule.condition())).distinct().toList());
    }

    private void until(State.Wait wait, Field on, Sight sight) {
        Expression asked = switch (wait.until()) {
            case State.Wait.Until.Seconds(_, var seconds) -> seconds;
            case State.Wait.Until.Timestamp(_, var timestamp) -> timestamp;
        };
        add(Field.Until, asked.source(), after(on), step.failure().isPresent() ? Optional.empty() : after(on), List.of(Piece.whole(copy(on))), sight.reads(asked));
    }

    private Field error(State.Fail fail, Field on) {
        Sight sight = sight(place(on), Optional.empty());
        List<Expression> told = Stream.concat(fail.error().stream(), fail.cause().stream()).toList();
        add(Field.Error, Field.Error.name(), after(on), step.failure().map(Failure::errorOutput), List.of(Piece.whole(new Source.Written())),
                told.stream().flatMap(expression -> sight.reads(expression).stream()).distinct().toList());
        return Field.Error;
    }

    private void template(Field field, Optional<Template> template, Field on, Sight sight) {
        Optional<Json> made = template.isPresent() ? recorded(field) : after(on);
        add(field, template.map(Template::source).orElse(""), after(on), made,
                template.map(written -> pieces(written, List.of(), sight, made)).orElse(List.of(Piece.whole(copy(on)))), List.of());
    }

    private void result(Field sent) {
        List<Piece> pieces = new ArrayList<>(List.of(Piece.whole(new Source.Answered())));
        if (!(state instanceof State.Task)) ways.ended(step).forEach((index, last) -> pieces.add(new Piece(List.of(new Path.Step.Index(index)),
                new Source.Copy(new Place(last.number(), Field.End, List.of())), "")));
        add(Field.Result, Field.Result.name(), after(sent), recorded(Field.Result), pieces, List.of());
    }

    private void assign(Optional<Place> data) {
        Template template = rule().flatMap(ChoiceRule::assign)
                .orElse(rule().isPresent() ? Template.NOTHING : catcher().map(Catcher::assign).orElse(state.common().assign()));
        if (template == Template.NOTHING) return;
        boolean caught = catcher().isPresent();
        boolean jsonPath = state.common().flow() instanceof DataFlow.JsonPath;
        var sight = new Sight(ways, step, caught && jsonPath ? Optional.empty() : data,
                !jsonPath && state instanceof State.Recoverable ? Optional.of(place(Field.Result)) : Optional.empty(), Optional.empty());
        Optional<Json> made = step.assigned().isEmpty() ? Optional.empty() : Optional.of(step.assigned());
        add(Field.Assign, template.source(), Optional.of(step.variables()), made, pieces(template, List.of(), sight, made), List.of());
    }

    /// The rule by which a Choice decided.
    private Optional<ChoiceRule> rule() {
        return state instanceof State.Choice choice ? step.rule().map(choice.choices()::get) : Optional.empty();
    }

    private Optional<Catcher> catcher() {
        return step.status() == Step.Status.CAUGHT && state instanceof State.Recoverable recoverable
                ? Optional.of(recoverable.catchers().get(step.attempts().getLast().catcher())) : Optional.empty();
    }

    private Field caught() {
        Catcher catcher = catcher().orElseThrow();
        boolean root = catcher.resultPath().source().equals("$");
        var sight = new Sight(ways, step, Optional.of(place(Field.Input)), Optional.empty(), Optional.empty());
        add(Field.Catch, catcher.output().map(Template::source).orElse(root ? "" : catcher.resultPath().source()), Optional.of(step.input()), step.output(),
                catcher.output().map(output -> pieces(output, List.of(), sight, step.output())).orElse(pieces(catcher.resultPath(), new Source.Failed())), List.of());
        return Field.Catch;
    }

    // Map.

    private void iterations(State.Map map, Field on, Sight sight) {
        boolean reads = map.distributed().flatMap(State.Distributed::reader).isPresent();
        Field items = reads ? Field.ItemReader : Sight.items(map);
        Optional<Json> found = step.items().isEmpty() ? recorded(Field.Result).filter(_ -> !reads).map(_ -> Json.Arr.EMPTY) : Optional.of(new Json.Arr(step.items()));
        if (reads) {
            Template asked = map.distributed().orElseThrow().reader().orElseThrow().parameters();
            add(items, asked.source(), after(on), Optional.empty(), List.of(Piece.whole(new Source.Answered())), sight.reads(asked));
        } else {
            boolean unset = map.items().source().equals("$") || map.items().source().equals("$states.input");
            add(items, unset ? "" : map.items().source(), after(on), found, List.of(piece(List.of(), map.items(), "", sight, found)), List.of());
        }
        selected(map, items, sight);
        batched(map);
        result(Field.ItemSelector);
    }

    /// What each iteration began with.
    private void selected(State.Map map, Field items, Sight sight) {
        boolean silent = map.itemSelector() == Template.NOTHING;
        boolean batches = map.distributed().flatMap(State.Distributed::batcher).isPresent();
        List<Json> begun = map.distributed().isPresent() ? batches ? List.of() : children() : inputs();
        Optional<Json> made = !begun.isEmpty() ? Optional.of(new Json.Arr(begun)) : silent ? after(items) : Optional.empty();
        List<Piece> pieces = new ArrayList<>();
        if (begun.isEmpty()) pieces.add(Piece.whole(silent ? copy(items) : new Source.Unknown()));
        for (int i = 0; i < begun.size(); i++) {
            Place item = Sight.item(map, step, i);
            boolean same = begun.get(i).equals(sight.value(item, stages).orElse(null));
            if (silent) pieces.add(new Piece(item.path(), same ? new Source.Copy(item) : new Source.Unknown(), ""));
            else pieces.addAll(pieces(map.itemSelector(), item.path(), sight.of(item), made));
        }
        add(Field.ItemSelector, silent ? "" : map.itemSelector().source(), after(items), made, pieces, silent ? List.of() : sight.reads(map.itemSelector()));
    }

    private void batched(State.Map map) {
        map.distributed().flatMap(State.Distributed::batcher).ifPresent(batcher -> add(Field.ItemBatcher, Field.ItemBatcher.name(), after(Field.ItemSelector),
                Optional.of(children()).filter(children -> !children.isEmpty()).map(Json.Arr::new), List.of(Piece.whole(new Source.Unknown())), List.of()));
    }

    private List<Json> inputs() {
        var inputs = new TreeMap<Integer, Json>();
        ways.begun(step).forEach(first -> inputs.put(Ways.index(first), first.input()));
        return List.copyOf(inputs.values());
    }

    private List<Json> children() {
        return ways.mapRuns(step).stream().map(MapRunTrace::kept).flatMap(List::stream).map(Trace::start).map(start -> start.input()).toList();
    }

    // Pieces and stages.

    private List<Piece> pieces(Template template, List<Path.Step> under, Sight sight, Optional<Json> made) {
        List<Piece> pieces = new ArrayList<>();
        if (template.parts().stream().noneMatch(part -> part.at().isEmpty())) pieces.add(new Piece(under, new Source.Written(), ""));
        template.parts().forEach(part -> pieces.add(piece(Stream.concat(under.stream(), part.at().stream()).toList(), part.expression(), part.field(), sight, made)));
        return pieces;
    }

    /// Who takes over something else than what stands there has made it: a path of JSONata collects what it finds in arrays.
    private Piece piece(List<Path.Step> at, Expression expression, String field, Sight sight, Optional<Json> made) {
        Source source = sight.source(expression);
        boolean same = made.isEmpty() || !(source instanceof Source.Copy(var from)) || made.flatMap(json -> Place.find(json, at)).equals(sight.value(from, stages));
        return new Piece(at, same ? counted(source) : new Source.Computed(expression.source(), sight.reads(expression)), field);
    }

    private Source counted(Source source) {
        if (!(source instanceof Source.Copy(var from)) || from.step() != step.number()) return source;
        return stage(from.field()).flatMap(Stage::after).<Source>map(root -> new Source.Copy(new Place(from.step(), from.field(), Place.counted(root, from.path()))))
                .orElse(source);
    }

    private Place place(Field field) {
        return new Place(step.number(), field, List.of());
    }

    private Source copy(Field field) {
        return new Source.Copy(place(field));
    }

    private Optional<Stage> stage(Field field) {
        return stages.stream().filter(stage -> stage.field() == field).findFirst();
    }

    private Optional<Json> after(Field field) {
        return stage(field).flatMap(Stage::after);
    }

    private Optional<Json> recorded(Field field) {
        return step.stages().stream().filter(stage -> stage.field().equals(field.name())).map(Step.Stage::value).findFirst();
    }

    private void add(Field field, String text, Optional<Json> before, Optional<Json> after, List<Piece> pieces, List<Place> reads) {
        stages.add(new Stage(field, text, before, after, pieces, reads, false));
    }

    // Failing.

    /// Marks where the visit failed, and drops what it never came to.
    private List<Stage> failing() {
        Optional<Field> failed = step.failure().flatMap(this::failed);
        boolean caught = step.status() == Step.Status.CAUGHT;
        Optional<Field> last = caught || step.output().isEmpty() ? failed.or(() -> empty().findFirst().map(Stage::field)) : Optional.empty();
        return stages.stream()
                .filter(stage -> stage.before().isPresent() || stage.after().isPresent())
                .filter(stage -> last.isEmpty() || stage.field().compareTo(last.get()) <= 0 || caught && isOfCatcher(stage))
                .map(stage -> failed.filter(stage.field()::equals).isEmpty() ? stage
                        : new Stage(stage.field(), stage.text(), stage.before(), stage.after(), stage.pieces(), stage.reads(), true))
                .toList();
    }

    private static boolean isOfCatcher(Stage stage) {
        return switch (stage.field()) {
            case Catch, End -> true;
            case Assign -> stage.after().isPresent();
            default -> false;
        };
    }

    /// The fields that nothing came of.
    private Stream<Stage> empty() {
        return stages.stream().filter(stage -> stage.after().isEmpty() && stage.isSet())
                .filter(stage -> stage.field() != Field.ItemReader && stage.field() != Field.ItemBatcher);
    }

    /// The first field that nothing came of; among several the one whose text the cause quotes.
    private Optional<Field> failed(Failure failure) {
        if (state instanceof State.Fail) return Optional.of(Field.Error);
        if (failure.error().equals("States.ResultPathMatchFailure")) return Optional.of(Field.ResultPath);
        List<String> quoted = QUOTED.matcher(failure.cause()).results().map(found -> found.group(1)).filter(text -> text.startsWith("$")).toList();
        return empty().filter(stage -> quoted.stream().anyMatch(stage.text()::contains)).findFirst().or(() -> empty().findFirst()).map(Stage::field);
    }
}
