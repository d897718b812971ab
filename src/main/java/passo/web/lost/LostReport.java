package passo.web.lost;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.diagram.ServiceName;
import passo.engine.Step;
import passo.engine.way.Field;
import passo.engine.way.Lost;
import passo.engine.way.Lost.Loss;
import passo.engine.way.Ways;
import passo.expression.Path;
import passo.json.Json;
import passo.web.Page;
import passo.web.parts.JsonLines;
import passo.web.parts.Kind;
import passo.web.parts.Places;
import passo.web.parts.ProblemView;
import passo.web.parts.ProblemView.FixView;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// Tells where a field was lost, in the words of a page.
///
/// @param places where things stand in the definition
/// @param problems of the definition, with ways out that can be taken at once
public record LostReport(Page page, Ways ways, Places places, List<ProblemView> problems) {

    public LostView view(Lost lost) {
        String text = lost.sought().text();
        List<LostView.Stone> trail = LostTrail.of(page, lost);
        if (lost.loss().isEmpty()) {
            boolean there = lost.trail().getLast().after();
            Step last = lost.trail().getLast().step();
            return new LostView(text, there ? "there" : "never", trail, there ? Sentence.of(page, "lost.there.still", chip(last)) : Sentence.of(page, "lost.never", chip(last)),
                    there ? Sentence.NONE : nearest(lost), Sentence.NONE, 0, "", 0, Optional.empty(), List.of(), "");
        }
        Loss loss = lost.loss().get();
        Json handed = loss.step().output().orElse(loss.step().input());
        return new LostView(text, "lost", trail, cause(loss), wayOut(lost.sought().path(), loss), loss.lives().map(place -> Sentence.of(page, "lost.lives", code(place.text()),
                chip(ways.step(place.step())))).orElse(Sentence.NONE), loss.step().number(), loss.stage().name(), line(loss), fix(loss),
                JsonLines.difference(loss.step().input(), handed, 1), new Units(page.language().locale()).size(handed.bytes()));
    }

    private Sentence cause(Loss loss) {
        Sentence.Part who = chip(loss.step());
        State state = ways.state(loss.step());
        return switch (loss.stage()) {
            case ResultPath, Output -> Sentence.of(page, replaced(loss, state), who, state instanceof State.Task task ? ServiceName.of(task.resource()).title() : "");
            case Parameters, Arguments, InputPath, OutputPath, ItemSelector, ItemsPath, Items, Catch -> Sentence.of(page, "lost.cause." + loss.stage(), who);
            case Input, Choices, Until, Error, ItemReader, ItemBatcher, Result, ResultSelector, Assign, End -> Sentence.of(page, "lost.cause.other", who);
        };
    }

    private static String replaced(Loss loss, State state) {
        if (loss.stage() == Field.Output && loss.isSet()) return "lost.cause.Output";
        if (loss.stage() == Field.ResultPath && loss.isSet()) return "lost.cause.covered";
        return switch (state) {
            case State.Task _ -> "lost.answer";
            case State.Parallel _ -> "lost.cause.branches";
            case State.Map _ -> "lost.cause.iterations";
            case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> "lost.pass.ResultPath";
        };
    }

    private Sentence wayOut(Path path, Loss loss) {
        String name = path.steps().stream().filter(Path.Step.Name.class::isInstance).map(step -> ((Path.Step.Name) step).name()).findFirst().orElse("field");
        boolean jsonata = ways.state(loss.step()).common().flow() instanceof DataFlow.Jsonata;
        return switch (loss.stage()) {
            case ResultPath -> Sentence.of(page, "lost.wayOut.ResultPath", code("\"ResultPath\": \"$.result\""));
            case Catch -> jsonata ? Sentence.of(page, "lost.wayOut.Output", code("\"Output\": \"{% $merge([$states.input, {'error': $states.errorOutput}]) %}\""))
                    : Sentence.of(page, "lost.wayOut.ResultPath", code("\"ResultPath\": \"$.error\""));
            case Output -> Sentence.of(page, "lost.wayOut.Output", code(loss.isSet() ? "\"%s\": \"{%% $states.input.%s %%}\"".formatted(name, name)
                    : "\"Output\": \"{% $merge([$states.input, {'result': $states.result}]) %}\""));
            case InputPath, OutputPath -> Sentence.of(page, "lost.wayOut." + loss.stage());
            case Parameters -> Sentence.of(page, "lost.wayOut.Parameters", code("\"%s.$\": \"$.%s\"".formatted(name, name)));
            case Arguments -> Sentence.of(page, "lost.wayOut.Parameters", code("\"%s\": \"{%% $states.input.%s %%}\"".formatted(name, name)));
            case ItemSelector, ItemsPath, Items -> Sentence.of(page, "lost.wayOut.ItemSelector", code(jsonata ? "\"%s\": \"{%% $states.input.%s %%}\"".formatted(name, name)
                    : "\"%s.$\": \"$.%s\"".formatted(name, name)));
            case Input, Choices, Until, Error, ItemReader, ItemBatcher, Result, ResultSelector, Assign, End -> Sentence.NONE;
        };
    }

    /// Where the way out would be written.
    private int line(Loss loss) {
        return places.field(loss.step().state(), loss.stage().name()).orElseGet(() -> places.afterWork(loss.step().state()));
    }

    /// A result is put beside the input that it would replace, where nothing asks for what only the result has.
    private Optional<FixView> fix(Loss loss) {
        if (loss.stage() != Field.ResultPath && loss.stage() != Field.Catch) return Optional.empty();
        return problems.stream().flatMap(problem -> problem.fix().stream())
                .filter(fix -> fix.fix().edits().stream().allMatch(edit -> edit.text().contains("ResultPath") && places.isIn(loss.step().state(), edit.from())))
                .findFirst();
    }

    /// Where a member of that name stands deeper in what the step did get; else which members there are.
    private Sentence nearest(Lost lost) {
        Json input = lost.trail().getLast().step().input();
        return lost.sought().path().steps().reversed().stream().filter(Path.Step.Name.class::isInstance).map(Path.Step.Name.class::cast)
                .flatMap(step -> deeper(input, "$", step.name())).findFirst().map(path -> Sentence.of(page, "lost.deeper", code(path)))
                .orElseGet(() -> Sentence.of(page, "lost.names", code(input instanceof Json.Obj obj && !obj.isEmpty() ? String.join(", ", obj.names()) : input instanceof Json.Obj ? "{}" : input.typeName())));
    }

    private static Stream<String> deeper(Json json, String path, String name) {
        if (!(json instanceof Json.Obj obj)) return Stream.empty();
        return Stream.concat(obj.has(name) ? Stream.of(path + "." + name) : Stream.empty(),
                obj.names().stream().flatMap(member -> deeper(obj.get(member), path + "." + member, name)));
    }

    private Sentence.Part chip(Step step) {
        return new Sentence.Part.Chip(step.state(), Kind.of(step.type()));
    }

    private static Sentence.Part code(String text) {
        return new Sentence.Part.Code(text);
    }
}
