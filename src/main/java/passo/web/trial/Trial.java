package passo.web.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.World;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.engine.teststate.TestState;
import passo.engine.teststate.Tested;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.parts.FailureView;
import passo.web.parts.Form;
import passo.web.parts.JsonLines;
import passo.web.parts.Prepared;
import passo.web.parts.Sentence;
import passo.web.parts.Texts;
import passo.web.parts.Units;

/// Tries one state by itself, with what a form says, and tells in the words of a page what came of it. Made for one form, then
/// dropped.
public final class Trial {

    private static final int DEEP = 6;

    private final Capacity.Share share;
    private final Page page;
    private final Texts texts;
    private final Units units;

    public Trial(Capacity.Share share, Page page) {
        this.share = share;
        this.page = page;
        this.texts = new Texts(page);
        this.units = new Units(page.language().locale());
    }

    public TriedView run(Form form, TrialForm given) {
        Optional<StateMachine> machine = texts.definition(form.definition(), form.type()).machine();
        Optional<World> world = texts.world(form.world());
        Optional<Json> input = texts.json("trial.input", given.input());
        Optional<Json.Obj> variables = texts.object("trial.variables", given.variables());
        Optional<Json.Obj> context = texts.object("trial.context", given.context());
        Optional<Json> result = texts.json("trial.result", given.answer() == TrialForm.Answer.RESULT ? given.result() : "");
        if (machine.isEmpty() || world.isEmpty() || input.isEmpty() || variables.isEmpty() || context.isEmpty() || result.isEmpty()) {
            return refused(Sentence.of(page, "run.refused"));
        }
        Optional<State> state = machine.get().find(given.state());
        if (state.isEmpty()) return refused(Sentence.of(page, "trial.gone", new Sentence.Part.Code(given.state())));
        var start = world.get().underItsRole(new StartExecution(machine.get(), form.type(), "passo", "run", world.get().account(),
                input.get(), world.get().clock().orElse(Prepared.START), world.get().seed().orElse(0)));
        var test = new TestState(start, state.get(), Optional.of(start.roleArn()), variables.get(), context, mock(state.get(), given, result.get()),
                given.retries(), OptionalInt.empty(), Optional.empty());
        return switch (share.test(test, new Cloud(world.get(), List.of(), start))) {
            case Tested.Refused(_, var message) -> refused(Sentence.of(page, "trial.refused", message));
            case Tested.OverBudget _ -> refused(Sentence.of(page, "run.tooFar"));
            case Tested.Done done -> tried(done, input.get());
        };
    }

    /// Where the world cannot answer somebody else must, whatever the form says.
    private static Optional<Outcome> mock(State state, TrialForm given, Json result) {
        if (!(state instanceof State.Recoverable)) return Optional.empty();
        return switch (given.answer()) {
            case ERROR -> Optional.of(new Outcome.Failure(given.error(), given.cause()));
            case RESULT -> Optional.of(new Outcome.Success(result));
            case WORLD, NOBODY -> TrialForm.asksWorld(state) ? Optional.empty() : Optional.of(new Outcome.Success(result));
        };
    }

    private TriedView refused(Sentence why) {
        return new TriedView("fail", page.text("trial.status.refused"), why, texts.problems(), Optional.empty(), List.of());
    }

    private TriedView tried(Tested.Done done, Json input) {
        String status = switch (done.status()) {
            case SUCCEEDED -> "ok";
            case RETRIABLE -> "retry";
            case CAUGHT_ERROR -> "caught";
            case FAILED -> "fail";
        };
        return new TriedView(status, page.text("trial.status." + status), said(done), List.of(),
                done.failure().map(failure -> new FailureView(failure.error(), failure.cause(), done.status() == Tested.Status.CAUGHT_ERROR)),
                stages(done, input));
    }

    private Sentence said(Tested.Done done) {
        Json details = done.inspection().get("errorDetails");
        Object next = done.next().<Object>map(Sentence.Part.Code::new).orElse("");
        return switch (done.status()) {
            case SUCCEEDED -> Sentence.of(page, done.next().isPresent() ? "trial.next" : "trial.end", next);
            case RETRIABLE -> Sentence.of(page, "trial.retry", number(details, "retryIndex") + 1,
                    units.duration(Duration.ofSeconds(number(details, "retryBackoffIntervalSeconds"))));
            case CAUGHT_ERROR -> Sentence.of(page, "trial.caught", number(details, "catchIndex") + 1, next);
            case FAILED -> Sentence.of(page, "trial.fails");
        };
    }

    private static long number(Json details, String name) {
        return details instanceof Json.Obj obj && obj.get(name) instanceof Json.Num number ? number.value().longValue() : 0;
    }

    /// Each stage shows what it changed of the one before.
    private List<TriedView.Stage> stages(Tested.Done done, Json input) {
        var stages = new ArrayList<TriedView.Stage>();
        done.inspection().forEach((name, value) -> {
            if (!name.equals("errorDetails")) stages.add(stage(name, value));
        });
        done.output().ifPresent(output -> stages.add(new TriedView.Stage(Sentence.of(page, "trial.stage.output"), units.size(output.bytes()),
                JsonLines.difference(input, output, DEEP), true)));
        return stages;
    }

    private TriedView.Stage stage(String name, Json value) {
        Sentence said = name.startsWith("after") ? Sentence.of(page, "trial.stage.after", new Sentence.Part.Code(name.substring("after".length())))
                : page.messages().has("trial.stage." + name) ? Sentence.of(page, "trial.stage." + name)
                : new Sentence(List.of(new Sentence.Part.Code(name)));
        return new TriedView.Stage(said, units.size(value.bytes()), JsonLines.of(value, DEEP), false);
    }
}
