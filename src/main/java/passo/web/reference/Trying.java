package passo.web.reference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.billing.Bill;
import passo.diagram.Status;
import passo.engine.Decision;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.lab.reference.Written;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.parts.FailureView;
import passo.web.parts.Form;
import passo.web.parts.JsonLines;
import passo.web.parts.Kind;
import passo.web.parts.Money;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;
import passo.web.parts.Units;
import passo.web.reference.SampleView.LineView;

/// Runs an example in its place. Made for one request, then dropped.
record Trying(Capacity.Share share, Page page) {

    private static final int DEEP = 6;
    private static final int MOST_VISITS = 24;

    /// @param decisions about the run
    RanView machine(Form form, Json.Arr decisions) {
        var texts = new Texts(page);
        Definition definition = texts.definition(form.definition(), form.type());
        Optional<Prepared> prepared = Prepared.of(texts, definition, form);
        if (prepared.isEmpty()) return notRun("run.refused", texts);
        return switch (share.run(prepared.get().start(), prepared.get().cloud(), decisions(decisions, form.type(), prepared.get().world()))) {
            case Run.Refused _ -> notRun("run.tooFar", texts);
            case Run.Unfit _ -> notRun("run.unfit", texts);
            case Run.Ended(var trace) -> told(trace);
        };
    }

    private static List<Decision> decisions(Json.Arr decisions, Definition.Type type, World world) {
        return Decisions.parse(decisions, type, world) instanceof Reading.Good<List<Decision>>(var list) ? list : List.of();
    }

    private RanView notRun(String says, Texts texts) {
        return new RanView("fail", page.text("run.status.refused"), page.text(says), texts.problems().stream().filter(problem -> !problem.isAdvice()).toList(), Optional.empty(),
                List.of(), 0, List.of(), List.of());
    }

    private RanView told(Trace trace) {
        String status = status(trace.status());
        return new RanView(status, page.text("run.status." + status), "", List.of(), trace.failure().map(failure -> new FailureView(failure.told(), failure.cause(), false)),
                trace.steps().stream().limit(MOST_VISITS).map(step -> visit(step, trace)).toList(), Math.max(0, trace.steps().size() - MOST_VISITS),
                trace.output().map(output -> JsonLines.of(output, DEEP)).orElse(List.of()), figures(trace));
    }

    private static String status(Trace.Status status) {
        return switch (status) {
            case SUCCEEDED -> "ok";
            case FAILED -> "fail";
            case TIMED_OUT -> "timeout";
            case ABORTED -> "stopped";
            case RUNNING -> "wait";
        };
    }

    private RanView.Visit visit(Step step, Trace trace) {
        boolean waiting = trace.waiting().stream().anyMatch(task -> task.state().equals(step.state()));
        Status status = Status.of(step, waiting);
        return new RanView.Visit(step.state(), Kind.of(step.type()), status.icon(), page.text(status.key()), step.attempts().size());
    }

    private List<String> figures(Trace trace) {
        String time = new Units(page.language().locale()).clock(Duration.between(trace.start().at(), trace.end()));
        String cost = new Money(page).exact(Bill.of(trace).total());
        return Stream.of(page.text("reference.time", time), page.text("reference.steps", trace.steps().size()),
                trace.start().type() == Definition.Type.STANDARD ? page.text("reference.transitions", trace.transitions()) : "", page.text("reference.cost", cost))
                .filter(figure -> !figure.isEmpty()).toList();
    }

    /// Each by itself, in the time of one run.
    List<LineView> expressions(List<String> written, String input) {
        var texts = new Texts(page);
        Optional<Json> given = texts.input(input);
        if (given.isEmpty()) return written.stream().map(one -> notRun(one, because(texts))).toList();
        return share.together(false, limits -> written.stream().map(one -> value(one, given.get(), limits)).toList());
    }

    private LineView value(String written, Json input, Limits limits) {
        var texts = new Texts(page);
        Definition definition = texts.definition(Written.definition(written), Definition.Type.STANDARD);
        if (definition.machine().isEmpty()) return notRun(written, because(texts));
        StartExecution start = Prepared.start(definition.machine().get(), Definition.Type.STANDARD, input, World.AUTOMATIC);
        return switch (Execution.run(start, new Cloud(World.AUTOMATIC, List.of(), start), limits, List.of())) {
            case Run.Ended(var trace) -> trace.failure().map(failure -> new LineView(written, failure.told(), true, failure.cause()))
                    .orElseGet(() -> new LineView(written, trace.output().orElse(Json.NULL).toString(), false, ""));
            case Run.Refused _, Run.Unfit _ -> notRun(written, page.text("run.tooFar"));
        };
    }

    private static LineView notRun(String written, String because) {
        return new LineView(written, "", true, because);
    }

    /// The first thing that is wrong, and a way out.
    private static String because(Texts texts) {
        return texts.problems().stream().filter(problem -> problem.status().equals("fail")).findFirst()
                .map(problem -> (problem.message() + " " + problem.hint()).strip()).orElse("");
    }
}
