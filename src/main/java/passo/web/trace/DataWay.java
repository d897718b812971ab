package passo.web.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.diagram.ServiceName;
import passo.engine.Step;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.JsonLine;
import passo.web.parts.JsonLines;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// The way of the data through one visit of a state, stage by stage. Made for one view, then dropped.
final class DataWay {

    /// A stage with the data on both sides of it, in their order.
    ///
    /// @param source the field's text in the definition; empty where the definition is silent
    /// @param before what the stage began with
    /// @param after what came of it; null where the visit did not come so far
    private record Stage(String field, String source, @Nullable Json before, @Nullable Json after) {
        boolean isSet() {
            return !source.isEmpty();
        }

        boolean unchanged() {
            return before != null && before.equals(after);
        }
    }

    private static final String CALL = "Result";

    private final Page page;
    private final Units units;
    private final State state;
    private final Step step;
    private final List<Stage> stages = new ArrayList<>();

    DataWay(Page page, Units units, State state, Step step) {
        this.page = page;
        this.units = units;
        this.state = state;
        this.step = step;
        stages.add(new Stage("Input", "", null, step.input()));
        switch (state.common().flow()) {
            case DataFlow.JsonPath flow -> jsonPath(flow);
            case DataFlow.Jsonata flow -> jsonata(flow);
        }
    }

    private void jsonPath(DataFlow.JsonPath flow) {
        Json effective = add("InputPath", set(flow.inputPath().source()), step.input());
        Json arguments = effective;
        if (state instanceof State.Recoverable || state instanceof State.Pass) {
            arguments = add("Parameters", flow.parameters().map(parameters -> parameters.source()).orElse(""), effective);
        }
        if (state instanceof State.Recoverable) {
            Json result = add(CALL, CALL, arguments);
            arguments = add("ResultSelector", flow.resultSelector().map(selector -> selector.source()).orElse(""), result);
        }
        if (state instanceof State.Recoverable || state instanceof State.Pass) {
            effective = add("ResultPath", set(flow.resultPath().source()), step.input());
        }
        add("OutputPath", set(flow.outputPath().source()), effective);
    }

    private void jsonata(DataFlow.Jsonata flow) {
        Json data = step.input();
        if (state instanceof State.Recoverable) {
            data = add("Arguments", flow.arguments().map(arguments -> arguments.source()).orElse(""), data);
            data = add(CALL, CALL, data);
        }
        add("Output", flow.output().map(output -> output.source()).orElse(""), data);
    }

    private static String set(String path) {
        return path.equals("$") ? "" : path;
    }

    /// A stage that the definition does not name changes nothing, if the visit came by.
    private @Nullable Json add(String field, String source, @Nullable Json before) {
        Optional<Json> after = step.stages().stream().filter(stage -> stage.field().equals(field)).map(Step.Stage::value).findFirst();
        var stage = new Stage(field, source, before, after.orElse(source.isEmpty() ? before : null));
        stages.add(stage);
        return stage.after;
    }

    /// The stage shown first: the one that failed, else the one that cut fields off, else the last that changed something.
    String mostTelling() {
        return stages.stream().filter(this::failedAt).findFirst()
                .or(() -> stages.stream().filter(stage -> lost(stage) > 0 && stage.field.equals("ResultPath")).findFirst())
                .or(() -> stages.reversed().stream().filter(stage -> stage.after != null && !stage.unchanged()).findFirst())
                .orElse(stages.getFirst()).field;
    }

    List<StageRow> rows(String chosen) {
        var rows = new ArrayList<StageRow>();
        boolean afterResult = false;
        for (var stage : stages) {
            if (stage.before == null && stage.after == null) break;
            if (stage.field.equals("ResultPath")) afterResult = replaces();
            rows.add(row(stage, rail(stage), afterResult, stage.field.equals(chosen)));
            if (failedAt(stage)) break;
        }
        step.output().ifPresent(output -> rows.add(new StageRow("Output", "Output", "", received(output), units.size(output.bytes()), "", Rail.END,
                false, replaces(), chosen.equals("Output"))));
        return rows;
    }

    private StageRow row(Stage stage, Rail rail, boolean afterResult, boolean chosen) {
        long lost = stage.field.equals("ResultPath") || stage.field.equals("OutputPath") ? lost(stage) : 0;
        return new StageRow(
                stage.field,
                stage.field.equals(CALL) ? worker() : stage.field,
                stage.field.equals(CALL) ? action() : "",
                detail(stage),
                stage.after == null ? "" : units.size(stage.after.bytes()),
                lost == 0 ? "" : page.text("way.lost", lost),
                rail, stage.unchanged(), afterResult, chosen);
    }

    private Rail rail(Stage stage) {
        if (failedAt(stage)) return Rail.BREAK;
        boolean calls = state instanceof State.Recoverable;
        return switch (stage.field) {
            case "Input" -> Rail.START;
            case "Parameters", "Arguments" -> calls ? Rail.BRANCH : Rail.ON;
            case CALL -> Rail.CALL;
            case "ResultSelector" -> Rail.BESIDE;
            case "ResultPath" -> !calls ? Rail.ON : replaces() ? Rail.REPLACE : stage.source.equals("null") ? Rail.DROP : Rail.JOIN;
            default -> Rail.ON;
        };
    }

    private boolean replaces() {
        return state instanceof State.Recoverable && stages.stream().anyMatch(stage -> stage.field.equals("ResultPath") && !stage.isSet());
    }

    /// The first stage of a failed visit that the definition names and nothing came of.
    private boolean failedAt(Stage stage) {
        return step.failure().isPresent() && stage.after == null
                && stages.stream().filter(other -> other.after == null && other.isSet()).findFirst().filter(stage::equals).isPresent();
    }

    private static long lost(Stage stage) {
        return stage.before instanceof Json.Obj before && stage.after instanceof Json after
                ? before.names().stream().filter(name -> !(after instanceof Json.Obj obj && obj.has(name))).count() : 0;
    }

    private Sentence detail(Stage stage) {
        if (failedAt(stage)) return Sentence.of(page, "way.failed", step.failure().orElseThrow().error());
        return switch (stage.field) {
            case "Input" -> Sentence.of(page, step.number() == 1 ? "way.input.first" : "way.input", contents(step.input()));
            case CALL -> call();
            case "ResultPath" -> !stage.isSet() ? Sentence.of(page, state instanceof State.Pass ? "way.unset" : "way.replaces")
                    : stage.source.equals("null") ? Sentence.of(page, "way.dropped") : Sentence.of(page, "way.placed", code(stage.source));
            default -> stage.isSet() ? new Sentence(List.of(code(stage.source))) : Sentence.of(page, "way.unset");
        };
    }

    private static Sentence.Part code(String source) {
        return new Sentence.Part.Code(source);
    }

    private Sentence call() {
        String waited = step.attempts().stream().flatMap(attempt -> attempt.retryAfter().stream()).map(units::duration)
                .collect(Collectors.joining(" + "));
        if (!waited.isEmpty()) return Sentence.of(page, "way.attempts", step.attempts().size(), waited);
        return Sentence.of(page, step.automatic() ? "way.automatic" : "way.answered");
    }

    private Sentence received(Json output) {
        return Sentence.of(page, step.next().isPresent() ? "way.output" : "way.output.last", contents(output),
                step.next().<Object>map(Sentence.Part.Code::new).orElse(""));
    }

    private String contents(Json json) {
        return switch (json) {
            case Json.Obj obj -> page.text("way.fields", obj.size());
            case Json.Arr arr -> page.text("way.items", arr.size());
            default -> page.text("way.type." + json.typeName());
        };
    }

    private String worker() {
        return switch (state) {
            case State.Task task -> ServiceName.of(task.resource()).title();
            case State.Parallel _ -> page.text("way.branches");
            default -> page.text("way.iterations");
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

    /// What the chosen stage made of the data.
    List<JsonLine> lines(String chosen, int deepest) {
        if (chosen.equals("Output") && step.output().isPresent()) return JsonLines.of(step.output().get(), deepest);
        return stages.stream().filter(stage -> stage.field.equals(chosen)).findFirst().map(stage -> {
            if (stage.after == null) return JsonLines.of(stage.before, deepest);
            return stage.before == null || stage.field.equals(CALL) ? JsonLines.of(stage.after, deepest)
                    : JsonLines.difference(stage.before, stage.after, deepest);
        }).orElse(List.of());
    }

    /// Whether there is something to show of this stage.
    boolean knows(String field) {
        return field.equals("Output") && step.output().isPresent()
                || stages.stream().anyMatch(stage -> stage.field.equals(field) && (stage.before != null || stage.after != null));
    }
}
