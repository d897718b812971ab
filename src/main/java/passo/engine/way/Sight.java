package passo.engine.way;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.ChoiceRule.Condition;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.engine.Step;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.Template;
import passo.expression.jsonata.Mention;
import passo.json.Json;

/// What the expressions of one field see, as places of the run.
///
/// @param data `$` of JSONPath, `$states.input` of JSONata; nothing where it is the Error Output
/// @param result `$states.result`
/// @param item of the iteration that is about to begin, where the field is its `ItemSelector`
record Sight(Ways ways, Step step, Optional<Place> data, Optional<Place> result, Optional<Place> item) {

    private static final List<Path.Step> RUN_INPUT = names("Execution", "Input");
    private static final List<Path.Step> ITEM = names("Map", "Item", "Value");

    Sight of(Place item) {
        return new Sight(ways, step, data, result, Optional.of(item));
    }

    /// What an expression's value is made of.
    Source source(Expression expression) {
        return switch (expression) {
            case Literal _ -> new Source.Written();
            case Template template when template.isLiteral() -> new Source.Written();
            case Path path when path.isDefinite() -> source(path.root(), path.variable(), path.steps());
            case Jsonata jsonata when isWhole(jsonata) -> source(jsonata.mentions().getFirst());
            case Path _, Jsonata _, Intrinsic _, Template _ -> new Source.Computed(expression.source(), reads(expression));
        };
    }

    private static boolean isWhole(Jsonata jsonata) {
        return jsonata.mentions().size() == 1 && jsonata.mentions().getFirst().whole();
    }

    /// The places that an expression names.
    List<Place> reads(Expression expression) {
        Stream<Source> sources = switch (expression) {
            case Literal _ -> Stream.empty();
            case Path path -> Stream.of(source(path.root(), path.variable(), path.steps()));
            case Intrinsic call -> call.arguments().stream().flatMap(argument -> reads(argument).stream()).map(Source.Copy::new);
            case Template template -> template.computed().stream().flatMap(part -> reads(part).stream()).map(Source.Copy::new);
            case Jsonata jsonata -> jsonata.mentions().stream().map(this::source);
        };
        return sources.filter(Source.Copy.class::isInstance).map(source -> ((Source.Copy) source).from()).distinct().toList();
    }

    /// The places that a condition names.
    Stream<Place> reads(Condition condition) {
        return switch (condition) {
            case Condition.And(var conditions) -> conditions.stream().flatMap(this::reads);
            case Condition.Or(var conditions) -> conditions.stream().flatMap(this::reads);
            case Condition.Not(var inner) -> reads(inner);
            case Condition.Comparison(var variable, _, var operand) -> Stream.of(variable, operand).flatMap(side -> reads(side).stream());
            case Condition.Query(var expression) -> reads(expression).stream();
        };
    }

    private Source source(Mention mention) {
        List<Path.Step> names = names(mention.names().toArray(String[]::new));
        if (!mention.variable().equals("states")) return variable(mention.variable(), names);
        if (names.isEmpty()) return new Source.Unknown();
        List<Path.Step> behind = names.subList(1, names.size());
        return switch (mention.names().getFirst()) {
            case "input" -> copy(data, behind);
            case "result" -> copy(result, behind);
            case "context" -> context(behind);
            case "errorOutput" -> new Source.Failed();
            default -> new Source.Unknown();
        };
    }

    private Source source(Path.Root root, String variable, List<Path.Step> steps) {
        return switch (root) {
            case DATA -> data.isEmpty() ? new Source.Failed() : copy(data, steps);
            case CONTEXT -> context(steps);
            case VARIABLE -> variable(variable, steps);
        };
    }

    private static Source copy(Optional<Place> root, List<Path.Step> steps) {
        return root.<Source>map(place -> new Source.Copy(place.in(steps))).orElse(new Source.Unknown());
    }

    private Source context(List<Path.Step> steps) {
        if (Place.begins(steps, RUN_INPUT)) return new Source.Copy(Place.START.in(steps.subList(RUN_INPUT.size(), steps.size())));
        Optional<Place> current = item.or(this::enclosing);
        if (Place.begins(steps, ITEM) && current.isPresent()) return new Source.Copy(current.get().in(steps.subList(ITEM.size(), steps.size())));
        return new Source.Context("$" + new Place(0, Field.Input, steps).text());
    }

    /// The item of the iteration that the visit belongs to.
    private Optional<Place> enclosing() {
        Step inner = step;
        Optional<Step> outer = ways.around(inner);
        while (outer.isPresent() && !(ways.state(outer.get()) instanceof State.Map)) {
            inner = outer.get();
            outer = ways.around(inner);
        }
        int index = outer.isEmpty() ? 0 : Ways.index(inner);
        return outer.filter(map -> index < map.items().size()).map(map -> item(ways.state(map), map, index));
    }

    /// An item of a Map, which is itself no object of key and value.
    static Place item(State map, Step step, int index) {
        List<Path.Step> at = List.of(new Path.Step.Index(index));
        return new Place(step.number(), items(map), at);
    }

    static Field items(State map) {
        return map.common().flow() instanceof DataFlow.Jsonata ? Field.Items : Field.ItemsPath;
    }

    private Source variable(String name, List<Path.Step> steps) {
        return ways.assigned(step, name).<Source>map(assigning -> new Source.Copy(new Place(assigning.number(), Field.Assign, names(name)).in(steps)))
                .orElse(new Source.Unknown());
    }

    static List<Path.Step> names(String... names) {
        return Stream.of(names).<Path.Step>map(Path.Step.Name::new).toList();
    }

    /// What stands at a place of this visit or another, without asking how it came there.
    Optional<Json> value(Place place, List<Stage> own) {
        if (place.step() == step.number()) {
            return own.stream().filter(stage -> stage.field() == place.field()).findFirst().flatMap(Stage::after).flatMap(json -> Place.find(json, place.path()));
        }
        Optional<Json> root = place.step() == 0 ? Optional.of(ways.trace().start().input()) : switch (place.field()) {
            case Assign -> Optional.of(ways.step(place.step()).assigned());
            case ItemsPath, Items -> Optional.of(new Json.Arr(ways.step(place.step()).items()));
            case Input, InputPath, Parameters, Arguments, Choices, Until, Error, ItemReader, ItemSelector, ItemBatcher, Result, ResultSelector, ResultPath,
                    Catch, OutputPath, Output, End -> Optional.empty();
        };
        return root.flatMap(json -> Place.find(json, place.path()));
    }
}
