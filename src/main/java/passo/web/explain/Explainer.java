package passo.web.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.ChoiceRule;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.asl.text.Node;
import passo.diagram.Rules;
import passo.diagram.ServiceName;
import passo.engine.Step;
import passo.expression.Expression;
import passo.expression.ResultPath;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;
import passo.web.parts.Sentence;

/// Goes through a state's fields in the order in which they act and says what each does. Made for one state, then dropped.
final class Explainer {

    private final Known known;
    private final State state;
    private final Node written;
    private final Expressions expressions;
    private final ErrorWords errors;
    private final Recoveries recoveries;
    private final List<Line> lines = new ArrayList<>();

    private Explainer(Known known, State state, Node written) {
        this.known = known;
        this.state = state;
        this.written = written;
        this.expressions = new Expressions(known);
        this.errors = new ErrorWords(known);
        this.recoveries = new Recoveries(known, expressions, errors);
    }

    /// The lines of a state; none where the text has no such state.
    static List<Line> lines(Known known, State state) {
        return known.written(state.name()).map(written -> new Explainer(known, state, written).all()).orElse(List.of());
    }

    private List<Line> all() {
        lines.add(new Line(written, state.type(), List.of(does()), List.of()));
        if (state.common().flow() instanceof DataFlow.JsonPath flow) path("InputPath", flow.inputPath(), known.entered());
        switch (state) {
            case State.Choice choice -> choice(choice);
            case State.Wait wait -> until(wait);
            case State.Fail fail -> fails(fail);
            case State.Map map -> new MapWords(known, expressions, map, this::add).all();
            case State.Pass _, State.Task _, State.Parallel _, State.Succeed _ -> {}
        }
        state.common().flow().request().ifPresent(template -> template(flowField("Parameters", "Arguments"), "explained.request.", template, known.effective()));
        if (state instanceof State.Task task) task(task);
        if (state instanceof State.Recoverable recoverable) recovery(recoverable);
        result();
        next();
        return lines;
    }

    private String flowField(String jsonPath, String jsonata) {
        return switch (state.common().language()) {
            case JSONPATH -> jsonPath;
            case JSONATA -> jsonata;
        };
    }

    /// Adds a field's line, where the field is written.
    void add(String field, List<Sentence> said, List<Sentence> run) {
        written.get(field).ifPresent(node -> lines.add(new Line(node, field, said, run)));
    }

    private void add(String field, Sentence said) {
        add(field, List.of(said), List.of());
    }

    // What the state does as a whole.

    private Sentence does() {
        return switch (state) {
            case State.Task task -> calls(task);
            case State.Pass pass -> known.say(pass.result().isPresent() ? "explained.pass.result" : "explained.pass");
            case State.Choice choice -> known.say(choice.choices().size() == 1 ? "explained.choice.one" : "explained.choice", choice.choices().size());
            case State.Wait _ -> known.say("explained.wait");
            case State.Succeed _ -> known.say("explained.succeed");
            case State.Fail _ -> known.say("explained.fail");
            case State.Parallel parallel -> known.say(parallel.branches().size() == 1 ? "explained.parallel.one" : "explained.parallel", parallel.branches().size());
            case State.Map map -> known.say(map.distributed().isPresent() ? "explained.map.distributed" : "explained.map");
        };
    }

    private Sentence calls(State.Task task) {
        Sentence.Part service = new Sentence.Part.Text(ServiceName.of(task.resource()).title());
        return switch (task.resource()) {
            case Resource.Function function -> known.say("explained.task.function", Known.code(function.name()));
            case Resource.Activity activity -> known.say("explained.task.activity", Known.code(activity.name()));
            case Resource.Service called when function(task).isPresent() -> known.say(called.pattern() == Resource.Pattern.REQUEST_RESPONSE
                    ? "explained.task.function" : "explained.task.functionToken", function(task).get());
            case Resource.Service called -> known.say(switch (called.pattern()) {
                case REQUEST_RESPONSE -> "explained.task.service";
                case SYNC, SYNC_2 -> "explained.task.job";
                case WAIT_FOR_TASK_TOKEN -> "explained.task.token";
            }, service, Known.code(called.action()));
        };
    }

    /// The function that a call of `lambda:invoke` names outright.
    private static Optional<Sentence.Part> function(State.Task task) {
        return task.common().flow().request().map(Template::json)
                .filter(_ -> task.resource() instanceof Resource.Service called && called.service().equals("lambda") && called.action().equals("invoke"))
                .flatMap(request -> request instanceof Json.Obj fields && fields.get("FunctionName") instanceof Json.Str(var name) ? Optional.of(name) : Optional.empty())
                .map(name -> Known.code(name.replaceFirst("^.*:function:", "").replaceFirst(":.*$", "")));
    }

    // The fields of one kind.

    private void choice(State.Choice choice) {
        Optional<Step> step = known.visit().map(Known.Visit::step);
        for (int i = 0; i < choice.choices().size(); i++) {
            ChoiceRule rule = choice.choices().get(i);
            int number = i;
            boolean won = step.flatMap(Step::rule).filter(decided -> decided == number).isPresent();
            Sentence said = known.say("explained.rule", known.chip(rule.next()), Known.code(Rules.text(rule.condition(), known.page().messages()::get)));
            written.get("Choices").map(Node::items).ifPresent(items ->
                    lines.add(new Line(items.get(number), "Choices[" + number + "]", List.of(said), won ? List.of(known.say("explained.rule.won")) : List.of())));
        }
        boolean otherwise = step.filter(visit -> visit.rule().isEmpty() && visit.next().isPresent()).isPresent();
        choice.otherwise().ifPresent(next -> add("Default", List.of(known.say("explained.default", known.chip(next))),
                otherwise ? List.of(known.say("explained.rule.won")) : List.of()));
        if (choice.otherwise().isEmpty()) lines.add(new Line(written, "Default", List.of(known.say("explained.default.none")), List.of()));
    }

    private void until(State.Wait wait) {
        switch (wait.until()) {
            case State.Wait.Until.Seconds(var field, var seconds) -> add(field, List.of(seconds(seconds)), waited());
            case State.Wait.Until.Timestamp(var field, var timestamp) ->
                add(field, List.of(known.say("explained.wait.until", expressions.here(timestamp, known.effective()))), waited());
        }
    }

    private Sentence seconds(Expression seconds) {
        return Quantities.seconds(seconds).map(time -> known.say("explained.wait.for", known.units().duration(time)))
                .orElseGet(() -> known.say("explained.wait.seconds", expressions.here(seconds, known.effective())));
    }

    private List<Sentence> waited() {
        return known.visit().flatMap(visit -> visit.step().exited().map(exit -> known.say("explained.waited",
                known.clock(visit.step().entered()), known.clock(exit)))).map(List::of).orElse(List.of());
    }

    private void fails(State.Fail fail) {
        fail.error().ifPresent(error -> add(written.get("Error").isPresent() ? "Error" : "ErrorPath",
                known.say("explained.fail.error", expressions.here(error, known.effective()))));
        fail.cause().ifPresent(cause -> add(written.get("Cause").isPresent() ? "Cause" : "CausePath",
                known.say("explained.fail.cause", expressions.here(cause, known.effective()))));
    }

    private void task(State.Task task) {
        String timeout = written.get("TimeoutSeconds").isPresent() ? "TimeoutSeconds" : "TimeoutSecondsPath";
        add(timeout, limit("explained.timeout.", task.timeout()));
        task.heartbeat().ifPresent(heartbeat -> add(written.get("HeartbeatSeconds").isPresent() ? "HeartbeatSeconds" : "HeartbeatSecondsPath",
                limit("explained.heartbeat.", heartbeat)));
        add("Credentials", known.say("explained.credentials"));
    }

    private Sentence limit(String key, Expression seconds) {
        return Quantities.seconds(seconds).map(time -> known.say(key + "for", known.units().duration(time)))
                .orElseGet(() -> known.say(key + "computed", expressions.here(seconds, known.effective())));
    }

    private void recovery(State.Recoverable recoverable) {
        List<Node> retry = written.get("Retry").map(Node::items).orElse(List.of());
        for (int i = 0; i < recoverable.retry().size(); i++) {
            lines.add(new Line(retry.get(i), "Retry[" + i + "]", recoveries.retrier(recoverable.retry().get(i)), recoveries.retried(i)));
        }
        List<Node> catchers = written.get("Catch").map(Node::items).orElse(List.of());
        for (int i = 0; i < recoverable.catchers().size(); i++) {
            lines.add(new Line(catchers.get(i), "Catch[" + i + "]", recoveries.catcher(recoverable.catchers().get(i), recoverable, !retry.isEmpty()),
                    recoveries.caught(i)));
        }
    }

    // What becomes of the data.

    private void result() {
        Optional<Scope> after = state instanceof State.Recoverable ? known.afterWork(state) : known.effective();
        switch (state.common().flow()) {
            case DataFlow.JsonPath flow -> {
                flow.resultSelector().ifPresent(selector -> template("ResultSelector", "explained.resultSelector.", selector, after));
                assign(after);
                resultPath(flow.resultPath());
                path("OutputPath", flow.outputPath(), known.stage("ResultPath").or(() -> known.stage("Parameters"))
                        .flatMap(value -> known.effective().map(scope -> scope.on(value))).or(known::effective));
            }
            case DataFlow.Jsonata flow -> {
                assign(after);
                flow.output().ifPresentOrElse(output -> template("Output", "explained.output.", output, after), this::noOutput);
            }
        }
    }

    private void assign(Optional<Scope> after) {
        if (state.common().assign() != Template.NOTHING) template("Assign", "explained.assign.", state.common().assign(), after);
    }

    private void resultPath(ResultPath path) {
        boolean works = state instanceof State.Recoverable;
        if (written.get("ResultPath").isEmpty()) {
            if (works) lines.add(new Line(written, "ResultPath", List.of(known.say("explained.resultPath.default")), List.of()));
            return;
        }
        if (path == ResultPath.DISCARD) add("ResultPath", known.say("explained.resultPath.null"));
        else add("ResultPath", path.source().equals("$") ? known.say("explained.resultPath.default") : known.say("explained.resultPath", Known.code(path.source())));
    }

    private void noOutput() {
        if (state instanceof State.Recoverable) lines.add(new Line(written, "Output", List.of(known.say("explained.noOutput")), List.of()));
    }

    private void path(String field, Expression path, Optional<Scope> scope) {
        boolean nothing = written.get(field).map(Node::json).filter(Json.Null.class::isInstance).isPresent();
        add(field, nothing ? known.say("explained." + field + ".null") : known.say("explained." + field, expressions.here(path, scope)));
    }

    private void template(String field, String key, Template template, Optional<Scope> scope) {
        var said = new ArrayList<Sentence>();
        said.add(known.say(key + (template.isLiteral() ? "fixed" : "computed")));
        boolean whole = template.json() instanceof Json.Str;
        if (whole) said.add(known.say("explained.whole", template.computed().isEmpty() ? expressions.what(template) : expressions.here(template.computed().getFirst(), scope)));
        else said.addAll(expressions.fields(template, scope));
        add(field, said, List.of());
    }

    private void next() {
        written.get("End").ifPresent(_ -> add("End", known.say("explained.end")));
        if (state instanceof State.Choice || written.get("Next").flatMap(Node::text).isEmpty()) return;
        String next = written.get("Next").flatMap(Node::text).orElseThrow();
        List<Sentence> run = known.visit().map(Known.Visit::step).filter(step -> step.exited().isPresent() && step.next().isPresent() && !step.next().get().equals(next))
                .map(step -> List.of(known.say("explained.next.other", known.chip(step.next().orElseThrow())))).orElse(List.of());
        add("Next", List.of(known.say("explained.next", known.chip(next))), run);
    }
}
