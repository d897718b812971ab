package passo.aws.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.semantics.Outcome;

/// The actions of one service, by the names that resources give them, such as `putItem`: what answers, what it does to the world,
/// and the errors it may answer with. The README's table of services is made of this.
public final class Actions {

    /// What an action does to the world.
    public enum Effect { READS, WRITES, DELETES, SENDS, STARTS }

    /// @param errors by their names on the wire, such as `NoSuchKey`
    public record Action(Effect effect, List<String> errors, Handler handler) {}

    /// What answers a request; empty where this one is answered automatically. It may put later events of its own on the agenda.
    @FunctionalInterface
    public interface Handler {
        Optional<Reply> answer(Request request, Agenda agenda);
    }

    private final Api api;
    private final Ledger ledger;
    private final Map<String, Action> byName = new LinkedHashMap<>();

    /// @param api in whose manner a plain outcome is answered
    public Actions(Api api, Ledger ledger) {
        this.api = api;
        this.ledger = ledger;
    }

    public Actions reads(String action, Function<Request, Outcome> answer, String... errors) {
        return with(action, Effect.READS, plain(answer), errors);
    }

    public Actions writes(String action, Function<Request, Outcome> answer, String... errors) {
        return with(action, Effect.WRITES, plain(answer), errors);
    }

    public Actions deletes(String action, Function<Request, Outcome> answer, String... errors) {
        return with(action, Effect.DELETES, plain(answer), errors);
    }

    /// An action that sends something on, which others may notice later.
    public Actions sends(String action, Sender answer, String... errors) {
        return noticed(action, Effect.SENDS, answer, errors);
    }

    /// An action whose effect others may notice later.
    public Actions noticed(String action, Effect effect, Sender answer, String... errors) {
        return with(action, effect, (request, agenda) -> Optional.of(api.reply(request, answer.answer(request, agenda), ledger)), errors);
    }

    /// The outcome of an action that puts later events on the agenda.
    @FunctionalInterface
    public interface Sender {
        Outcome answer(Request request, Agenda agenda);
    }

    /// An action that says itself how long it takes and whether something goes on.
    public Actions with(String action, Effect effect, Handler handler, String... errors) {
        byName.put(action, new Action(effect, List.of(errors), handler));
        return this;
    }

    private Handler plain(Function<Request, Outcome> answer) {
        return (request, _) -> Optional.of(api.reply(request, answer.apply(request), ledger));
    }

    /// The answer to a request; empty where it is to be answered automatically.
    public Optional<Reply> answer(Request request, Agenda agenda) {
        return Optional.ofNullable(byName.get(request.action())).flatMap(action -> action.handler.answer(request, agenda));
    }

    /// All of them, in the order in which the service names them.
    public Map<String, Action> all() {
        return Collections.unmodifiableMap(byName);
    }
}
