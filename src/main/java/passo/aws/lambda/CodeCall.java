package passo.aws.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// One call of a function's code. It is made as soon as it comes; where it asks AWS something, it is made again from its
/// beginning at the time at which it asks, and what it was told before it is told again. So what it writes happens at its own
/// instant, and a call that waits costs no memory.
public final class CodeCall implements Aws {

    /// The services, as the code of a function reaches them; empty where none has such an action.
    @FunctionalInterface
    public interface Services {
        Optional<Reply> answer(Request request, Agenda agenda);
    }

    private final Request request;
    private final String function;
    private final Duration before;
    private final Function<Aws, Ending> code;
    private final Services services;
    private final Ledger ledger;
    private final Agenda agenda;
    private final List<Json.Obj> told = new ArrayList<>();
    private int asked;
    private boolean waitsForAnother;
    private Reply.@Nullable Caller caller;
    private Consumer<Ending> whenEnded = _ -> {};

    /// @param function its name
    /// @param before how long it takes until the code runs
    /// @param code runs the code from its beginning
    CodeCall(Request request, String function, Duration before, Function<Aws, Ending> code, Services services, Ledger ledger, Agenda agenda) {
        this.request = request;
        this.function = function;
        this.before = before;
        this.code = code;
        this.services = services;
        this.ledger = ledger;
        this.agenda = agenda;
    }

    Ending make() {
        asked = 0;
        waitsForAnother = false;
        return code.apply(this);
    }

    /// Makes the call again, as often as it asks.
    void goOn(Ending.Asking asking, Reply.Caller forCaller, Consumer<Ending> thenEnded) {
        caller = forCaller;
        whenEnded = thenEnded;
        goOn(asking);
    }

    private void goOn(Ending ending) {
        if (!(ending instanceof Ending.Asking(var waited))) whenEnded.accept(ending);
        else if (!waitsForAnother) agenda.after(Duration.between(agenda.now(), instant(waited)), () -> goOn(make()));
    }

    private Instant instant(Duration waited) {
        return request.at().plus(before).plus(waited);
    }

    @Override
    public Optional<Json.Obj> answer(Json.Obj question, Duration waited) {
        if (asked < told.size()) return Optional.of(told.get(asked++));
        if (agenda.now().isBefore(instant(waited))) return Optional.empty();
        Optional<Json.Obj> answer = ask(question);
        answer.ifPresent(told::add);
        asked = told.size();
        return answer;
    }

    private Optional<Json.Obj> ask(Json.Obj question) {
        String service = text(question, "service");
        String action = text(question, "action");
        Json.Obj input = question.get("input") instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        boolean lowerCase = service.equals("sfn");
        UnaryOperator<Json> spelled = lowerCase ? json -> spelled(json, Character::toLowerCase) : UnaryOperator.identity();
        Json sent = lowerCase ? spelled(input, Character::toUpperCase) : input;
        Request asks = Request.fromCode(request.call(), function, service, action, (Json.Obj) sent, agenda.now());
        Optional<Reply> reply = services.answer(asks, agenda);
        if (reply.isEmpty()) {
            return Optional.of(refused("NotImplemented", service + ":" + action + " is not available to the code of functions here", 501));
        }
        return switch (reply.get()) {
            case Reply.After(_, var outcome, _) -> Optional.of(told(outcome, spelled));
            case Reply.Refused(var failure) -> Optional.of(told(failure, spelled));
            case Reply.Start start -> start(start, spelled);
            case Reply.Underway(var begin, _) -> {
                waitsForAnother = true;
                begin.accept(new Reply.Caller() {
                    @Override
                    public void done(Outcome outcome) {
                        hear(told(outcome, spelled));
                    }

                    @Override
                    public void start(StartExecution child, Consumer<Trace> ended) {
                        caller.start(child, ended);
                    }
                });
                yield Optional.empty();
            }
            case Reply.Job _, Reply.Waiting _ -> throw new IllegalStateException("Not an answer to the code of a function: " + reply.get());
        };
    }

    private Optional<Json.Obj> start(Reply.Start start, UnaryOperator<Json> spelled) {
        waitsForAnother = start.answer().isPresent();
        agenda.after(start.latency(), () -> caller.start(start.child(),
                trace -> start.answer().ifPresent(answer -> hear(told(answer.apply(trace), spelled)))));
        return waitsForAnother ? Optional.empty() : Optional.of(told(new Outcome.Success(start.submitted()), spelled));
    }

    private void hear(Json.Obj answer) {
        told.add(answer);
        goOn(make());
    }

    private Json.Obj told(Outcome outcome, UnaryOperator<Json> spelled) {
        return switch (outcome) {
            case Outcome.Success(var output) -> identified("output", spelled.apply(output));
            case Outcome.Failure(var name, var cause)
                    when JsonText.read(cause) instanceof JsonText.Reading.Value(Json.Obj fault, _)
                    && fault.get("status") instanceof Json.Num -> identified("error", fault.with("name", Json.of(name)));
            case Outcome.Failure(var name, var cause) -> refused(name, cause, 400);
        };
    }

    private Json.Obj refused(String name, String message, int status) {
        return identified("error", Json.Obj.builder().put("name", name).put("message", message).put("status", status).build());
    }

    private Json.Obj identified(String member, Json value) {
        return Json.Obj.of(member, value, "requestId", Json.of(ledger.uuid()));
    }

    /// The members with their first letters in another case: the API of Step Functions begins them in lower case.
    private static Json spelled(Json json, UnaryOperator<Character> letter) {
        return switch (json) {
            case Json.Obj obj -> {
                var members = Json.Obj.builder();
                obj.forEach((name, value) -> members.put(name.isEmpty() ? name : letter.apply(name.charAt(0)) + name.substring(1), spelled(value, letter)));
                yield members.build();
            }
            case Json.Arr arr -> new Json.Arr(arr.items().stream().map(item -> spelled(item, letter)).toList());
            case Json other -> other;
        };
    }

    private static String text(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? text : "";
    }
}
