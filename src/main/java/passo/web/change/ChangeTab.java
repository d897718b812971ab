package passo.web.change;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.State;
import passo.engine.Step;
import passo.engine.semantics.Outcome.Failure;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.change.ChangeView.Field;
import passo.web.change.ChangeView.Reply;
import passo.web.change.ChangeView.Variable;
import passo.web.parts.Kind;
import passo.web.trace.Asked;
import passo.web.decision.DecisionForm;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Change*: the input of a step, a variable that it sees or the reply that it got, to be another one.
public final class ChangeTab implements View {

    @Override public String template() {
        return "change.jte";
    }

    @Override public ChangeView of(Ran ran, Asked asked) {
        Step step = ran.step(asked.step());
        // What could not be read stands in its field still.
        Optional<DecisionForm> refused = asked.decision().filter(form -> form.event() == step.enteredEvent() && !problem(ran, "decision.").isEmpty());
        return new ChangeView(step.number(), step.state(), Kind.of(step.type()), ran.action() + "/decisions?view=change&step=" + step.number(), step.enteredEvent(),
                ran.decided().json().toString(), field(ran, refused.filter(form -> form.kind().equals("change")), step.input()), variables(ran, step, refused),
                reply(ran, step, refused));
    }

    private static List<Variable> variables(Ran ran, Step step, Optional<DecisionForm> refused) {
        Json.Obj variables = step.variables();
        return variables.names().stream().map(name -> new Variable(name,
                field(ran, refused.filter(form -> form.kind().equals("assign") && form.variable().equals(name)), variables.get(name)))).toList();
    }

    private static Optional<Reply> reply(Ran ran, Step step, Optional<DecisionForm> refused) {
        int calls = (int) ran.trace().events().stream().filter(event -> event.step() == step.number() && event.type().name().endsWith("Scheduled")).count();
        if (calls == 0) return Optional.empty();
        int last = Math.max(step.attempts().size(), calls);
        Optional<DecisionForm> reply = refused.filter(form -> form.kind().equals("reply") || form.kind().equals("fail"));
        Optional<Failure> failure = step.attempts().isEmpty() ? Optional.empty() : step.attempts().getLast().failure();
        List<String> errors = errors(ran.machine().find(step.state()).orElseThrow());
        return Optional.of(new Reply(last, reply.map(DecisionForm::attempt).orElse(last),
                new Field(reply.map(DecisionForm::after).orElseGet(() -> latency(step)), problem(ran, "decision.after")),
                field(ran, reply.filter(form -> form.kind().equals("reply")), result(step)),
                reply.map(DecisionForm::error).filter(error -> !error.isEmpty()).or(() -> failure.map(Failure::error)).orElse(errors.getFirst()),
                reply.map(DecisionForm::cause).or(() -> failure.map(Failure::cause)).orElse(""), errors,
                reply.map(form -> form.kind().equals("fail")).orElse(failure.isPresent())));
    }

    private static Json result(Step step) {
        return step.stages().stream().filter(stage -> stage.field().equals("Result")).map(Step.Stage::value).findFirst().orElse(Json.Obj.EMPTY);
    }

    /// How long the last try took, as decisions write it.
    private static String latency(Step step) {
        Duration took = step.attempts().isEmpty() ? Duration.ZERO : Duration.between(step.attempts().getLast().start(), step.attempts().getLast().end());
        return took.toMillisPart() > 0 ? took.toMillis() + "ms" : took.toSeconds() + "s";
    }

    /// The errors that the state names, and what any task may fail with.
    private static List<String> errors(State state) {
        Stream<String> named = state instanceof State.Recoverable recoverable
                ? Stream.concat(recoverable.retry().stream().flatMap(retrier -> retrier.errorEquals().stream()),
                        recoverable.catchers().stream().flatMap(catcher -> catcher.errorEquals().stream()))
                : Stream.empty();
        return Stream.concat(named.filter(error -> !error.equals("States.ALL")), Stream.of("States.TaskFailed", "States.Timeout")).distinct().toList();
    }

    private static Field field(Ran ran, Optional<DecisionForm> refused, Json value) {
        return refused.map(form -> new Field(form.output(), problem(ran, "decision." + form.kind()))).orElseGet(() -> new Field(JsonText.pretty(value), ""));
    }

    /// What is wrong with what was decided; empty where nothing is.
    private static String problem(Ran ran, String where) {
        return ran.problems().stream().filter(problem -> problem.where().startsWith(where)).findFirst().map(problem -> problem.message()).orElse("");
    }
}
