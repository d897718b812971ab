package passo.web.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.aws.lambda.FunctionLog;
import passo.aws.service.Change;
import passo.diagram.Overlay;
import passo.diagram.Replay;
import passo.diagram.Rules;
import passo.diagram.ServiceName;
import passo.engine.MapRunTrace;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.way.Field;
import passo.engine.way.Lost;
import passo.engine.way.Stage;
import passo.engine.way.Ways;
import passo.json.Json;
import passo.web.Page;
import passo.web.decision.DecideView;
import passo.web.drawing.Canvas;
import passo.web.lost.LostReport;
import passo.web.parts.FailureView;
import passo.web.parts.JsonLine;
import passo.web.parts.JsonLines;
import passo.web.parts.JsonView;
import passo.web.parts.Kind;
import passo.web.parts.Places;
import passo.web.parts.Sentence;
import passo.web.parts.Units;
import passo.web.player.Player;
import passo.web.trace.StepView.AttemptRow;
import passo.web.trial.TrialView;
import passo.web.way.DataWay;
import passo.web.world.EffectView;
import passo.web.world.Effects;

/// Tells a run in the words of a page, at one of its steps. Made for one view, then dropped.
final class Report {

    private static final int DEEP = 6;
    /// A page of the list of steps.
    static final int MOST_ROWS = 200;
    private static final int MOST_MAP_RUNS = 5;

    private final Ran ran;
    private final Page page;
    private final Units units;
    private final StateMachine machine;
    private final Trace trace;
    private final List<Change> changes;
    private final List<FunctionLog> logs;
    private final List<EffectView> effects;
    private final Replay replay;
    private final Canvas canvas;
    private final Ways ways;
    private final Optional<Lost> lost;

    Report(Ran ran, Canvas canvas) {
        this.ran = ran;
        this.page = ran.page();
        this.units = new Units(page.language().locale());
        this.machine = ran.machine();
        this.trace = ran.trace();
        // That a function was called is no change: what it did is its own affair.
        this.logs = ran.cloud().logs().stream().filter(log -> !log.lines().isEmpty()).toList();
        this.changes = ran.cloud().changes().stream().filter(change -> !change.kind().equals("lambda:invoke")).toList();
        this.effects = new Effects(page, ran.before(), ran.cloud().world(), ran.cloud().changes(), step -> trace.steps().get(step - 1).state()).all();
        this.canvas = canvas;
        this.replay = Replay.of(canvas.diagram(), trace);
        this.ways = new Ways(machine, trace);
        this.lost = Lost.of(ways);
    }

    /// @param trial tries the state of a step by itself, where that is asked
    RunView at(Asked asked, Places places, Function<Step, Optional<TrialView>> trial, List<TabView> tabs) {
        int number = ran.step(asked.step()).number();
        int first = (number - 1) / MOST_ROWS * MOST_ROWS;
        List<StepRow> rows = trace.steps().stream().skip(first).limit(MOST_ROWS).map(step -> row(step, number)).toList();
        var player = new Player(page, trace, replay);
        StepRow here = rows.get(number - 1 - first);
        return new RunView(ran.action(), status(), page.text("run.status." + status()), headline(), notes(), ran.problems(), canvas.with(Overlay.at(replay, number), canvas.playback(replay, player.axis())), rows,
                Optional.of(player.at(number)), lost.map(new LostReport(page, ways, places, ran.problems())::view), Optional.of(step(here, asked.stage(), trial)), output(), marks(places),
                page.text("run.says", here.number(), here.state(), here.said()), keepsInput(), DecideView.of(trace, asked, units), effects, tabs);
    }

    private String status() {
        return switch (trace.status()) {
            case SUCCEEDED -> "ok";
            case FAILED -> "fail";
            case TIMED_OUT -> "timeout";
            case ABORTED -> "stopped";
            case RUNNING -> "wait";
        };
    }

    private Sentence headline() {
        String time = units.clock(ran.sinceStart(trace.end()));
        return switch (trace.status()) {
            case SUCCEEDED -> Sentence.of(page, trace.steps().size() == 1 ? "run.succeeded.one" : "run.succeeded", time, trace.steps().size());
            case TIMED_OUT -> Sentence.of(page, "run.timedOut", time);
            case ABORTED -> Sentence.of(page, "run.aborted", time);
            case RUNNING -> Sentence.of(page, "run.waits", trace.waiting().stream().findFirst().<Object>map(w -> chip(w.state())).orElse("…"));
            case FAILED -> ran.failed().map(step -> Sentence.of(page, step.type().equals("Fail") ? "run.ended" : "run.stopped", chip(step.state()), time))
                    .orElseGet(() -> Sentence.of(page, "run.failed", time));
        };
    }

    private List<Sentence> notes() {
        var notes = new ArrayList<Sentence>();
        trace.failure().ifPresent(failure -> notes.add(Sentence.of(page, reason(failure), code(failure.told()))));
        if (trace.status() == Trace.Status.SUCCEEDED && trace.steps().stream().anyMatch(step -> step.status() == Step.Status.CAUGHT))
            notes.add(Sentence.of(page, "run.greenFailure"));
        if (trace.status() != Trace.Status.SUCCEEDED && !changes.isEmpty())
            notes.add(Sentence.of(page, "run.done", changes.stream().map(this::change).collect(Collectors.joining("; "))));
        trace.mapRuns().stream().limit(MOST_MAP_RUNS).map(this::mapRun).forEach(notes::add);
        if (trace.steps().stream().anyMatch(Step::automatic)) notes.add(Sentence.of(page, "run.automatic"));
        return notes;
    }

    /// What became of a Map Run's items.
    private Sentence mapRun(MapRunTrace run) {
        var told = new ArrayList<String>();
        run.items().json().forEach((what, count) -> {
            boolean tells = what.equals("total") || !what.equals("resultsWritten") && !count.equals(Json.of(0));
            if (tells) told.add(page.text("run.mapRun." + what, ((Json.Num) count).value()));
        });
        return Sentence.of(page, "run.mapRun", chip(trace.steps().get(run.step() - 1).state()), String.join(", ", told));
    }

    private static String reason(Failure failure) {
        return failure.error().equals(ErrorName.RUNTIME) ? "run.runtime" : "run.error";
    }

    private Sentence.Part chip(String state) {
        return new Sentence.Part.Chip(state, Kind.of(machine.find(state).map(State::type).orElse("Task")));
    }

    private static Sentence.Part code(String text) {
        return new Sentence.Part.Code(text);
    }

    private static Duration time(Step step, Instant end) {
        return Duration.between(step.entered(), step.exited().orElse(end));
    }

    private List<JsonLine> output() {
        return trace.output().map(output -> JsonLines.of(output, DEEP)).orElse(List.of());
    }

    // The list of steps.

    private StepRow row(Step step, int here) {
        var visit = replay.visits().get(step.number() - 1);
        boolean ahead = visit.entered() > replay.moment(here);
        var status = ahead ? visit.status() : visit.statusAt(replay.moment(here));
        return new StepRow(step.number(), step.state(), Kind.of(step.type()), step.type(), note(step), status.icon(), page.text(status.key()),
                units.clock(ran.sinceStart(step.entered())), units.duration(time(step, trace.end())), visit.tries(),
                step.frames().stream().map(this::frame).toList(), step.next().orElse(""), step.number() == here, ahead);
    }

    private String note(Step step) {
        var said = new ArrayList<String>();
        step.frames().stream().map(this::frame).forEach(said::add);
        machine.find(step.state()).filter(State.Choice.class::isInstance).map(State.Choice.class::cast)
                .filter(_ -> step.next().isPresent()).ifPresent(choice -> said.add(rule(choice, step)));
        if (step.attempts().size() > 1) said.add(page.text("step.attempts", step.attempts().size()));
        changes.stream().filter(change -> change.step() == step.number()).map(this::change).forEach(said::add);
        step.failure().ifPresent(failure -> said.add(failure(step, failure)));
        if (step.automatic()) said.add(page.text("step.automatic"));
        return String.join(" · ", said);
    }

    private String frame(Step.Frame frame) {
        boolean parallel = machine.find(frame.state()).filter(State.Parallel.class::isInstance).isPresent();
        return page.text(parallel ? "step.branch" : "step.item", frame.index() + 1);
    }

    private String rule(State.Choice choice, Step step) {
        return step.rule().map(number -> page.text("step.rule", number + 1, Rules.text(choice.choices().get(number).condition(), page.messages()::get)))
                .orElseGet(() -> page.text("step.otherwise"));
    }

    private String change(Change change) {
        String kind = change.kind().replace(':', '.');
        return page.messages().has("change." + kind) ? page.text("change." + kind, change.resource())
                : page.text("change.other", change.kind(), change.resource());
    }

    private String failure(Step step, Failure failure) {
        boolean called = trace.events().stream().anyMatch(event -> event.step() == step.number() && event.type().name().endsWith("Scheduled"));
        if (step.status() == Step.Status.CAUGHT) return page.text("step.caught", failure.told());
        return step.type().equals("Task") && !called ? page.text("step.failedBefore", service(step)) : page.text("step.failed", failure.told());
    }

    /// What came of a try; the answer of the last one is the step's result.
    private static Optional<Json> got(Step step, Step.Attempt attempt) {
        if (attempt.failure().isPresent()) return attempt.failure().map(Failure::errorOutput);
        return step.stages().stream().filter(stage -> stage.field().equals(Field.Result.name())).map(Step.Stage::value).findFirst();
    }

    private JsonView json(Json json) {
        return JsonView.of(json, "", "$", units);
    }

    private String service(Step step) {
        return machine.find(step.state()).map(state -> state instanceof State.Task task ? ServiceName.of(task.resource()).title() : "").orElse("");
    }

    // The step that is shown.

    private StepView step(StepRow row, String stage, Function<Step, Optional<TrialView>> trial) {
        Step step = trace.steps().get(row.number() - 1);
        var way = new DataWay(page, units, ways, step);
        Stage shown = way.stage(stage);
        return new StepView(row, way.rows(shown), way.view(shown), attempts(step),
                step.failure().map(failure -> new FailureView(failure.told(), failure.cause(), step.status() == Step.Status.CAUGHT)),
                logs.stream().filter(log -> log.step() == step.number()).flatMap(log -> log.lines().stream()).toList(), trial.apply(step));
    }

    private List<AttemptRow> attempts(Step step) {
        if (step.attempts().size() < 2) return List.of();
        var rows = new ArrayList<AttemptRow>();
        for (var attempt : step.attempts()) {
            rows.add(new AttemptRow(rows.size() + 1, attempt.failure().isEmpty() ? "ok" : attempt.retryAfter().isPresent() ? "retry" : "fail",
                    page.text(attempt.failure().isEmpty() ? "diagram.status.ok" : "diagram.status.fail"),
                    units.clock(ran.sinceStart(attempt.start())), units.duration(Duration.between(attempt.start(), attempt.end())),
                    attempt.failure().map(Failure::told).orElse(""), attempt.retryAfter().map(units::duration).orElse(""),
                    attempt.arguments().map(this::json), got(step, attempt).map(this::json)));
        }
        return rows;
    }

    /// Did a task keep its input beside its answer? That is what the guide is about.
    private boolean keepsInput() {
        return trace.steps().stream().anyMatch(step -> step.type().equals("Task") && step.input() instanceof Json.Obj before
                && step.output().orElse(Json.NULL) instanceof Json.Obj after && after.size() > before.size()
                && before.names().stream().allMatch(name -> before.get(name).equals(after.get(name))));
    }

    // What is said under the lines of the definition.

    private List<Mark> marks(Places places) {
        var marks = new ArrayList<Mark>();
        lost.ifPresent(found -> {
            found.loss().filter(loss -> loss.stage() == Field.ResultPath).ifPresent(loss ->
                    marks.add(new Mark(places.afterWork(loss.step().state()), "retry", Sentence.of(page, "mark.replaces"), 0, "")));
            marks.add(new Mark(places.mention(found.trail().getLast().step().state(), found.sought().text()), "fail",
                    Sentence.of(page, "mark.missing", code(found.sought().text())), found.loss().map(loss -> loss.step().number()).orElse(0), page.text("mark.goto")));
        });
        if (lost.isEmpty()) ran.failed().filter(step -> !step.type().equals("Fail")).ifPresent(step -> marks.add(new Mark(places.line(step.state()), "fail",
                Sentence.of(page, "mark.failed", code(step.failure().map(Failure::told).orElse(""))), step.number(), page.text("mark.look"))));
        return marks.stream().filter(mark -> mark.line() > 0).toList();
    }
}
