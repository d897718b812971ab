package passo.aws.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import passo.engine.Agenda;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.json.Json;
import passo.json.JsonText;

/// The people and programs outside that watch queues, topics and activities, and answer the task tokens they find there.
public final class Bystanders {

    /// How long it takes until someone has read a message or polled a task.
    private static final Duration PICK_UP = Duration.ofMillis(100);
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(1);

    private final List<Callback> callbacks;
    private final Set<Integer> done = new HashSet<>();

    public Bystanders(List<Callback> callbacks) {
        this.callbacks = callbacks;
    }

    /// A message came to a queue or a topic, a task to an activity, an event to a function.
    ///
    /// @param document its text
    /// @param token the task's own token; without one it is looked for in the document
    /// @return whether someone acts on it
    public boolean notice(Callback.Kind kind, String resource, String document, Optional<String> token, Agenda agenda) {
        boolean noticed = false;
        for (int i = 0; i < callbacks.size(); i++) {
            Callback callback = callbacks.get(i);
            if (callback.kind() != kind || !callback.resource().equals(resource) || !callback.each() && !done.add(i)) continue;
            noticed = true;
            act(callback, document, token, agenda);
        }
        return noticed;
    }

    private static void act(Callback callback, String document, Optional<String> ownToken, Agenda agenda) {
        Json json = JsonText.read(document) instanceof JsonText.Reading.Value(var value, _) ? value : Json.of(document);
        var scope = new Scope(json, Optional.empty(), Optional.empty(), () -> Json.Obj.EMPTY, Variables.NONE, new SplittableRandom(0),
                agenda.now());
        Optional<String> token = ownToken.or(() -> callback.token().flatMap(path -> path.find(scope))
                .flatMap(found -> found instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty()));
        if (token.isEmpty()) return;
        Duration at = PICK_UP;
        if (callback.kind() == Callback.Kind.activityTask) {
            answer(agenda, at, token.get(), new Agenda.Answer.Started(callback.workerName()));
        }
        for (Callback.Action action : callback.actions()) {
            switch (action) {
                case Callback.Action.Wait(var duration) -> at = at.plus(duration);
                case Callback.Action.SendTaskHeartbeat(var times) -> {
                    for (int i = 0; i < times; i++) {
                        if (i > 0) at = at.plus(BETWEEN_HEARTBEATS);
                        answer(agenda, at, token.get(), new Agenda.Answer.Heartbeat());
                    }
                }
                case Callback.Action.SendTaskSuccess(var output) ->
                    answer(agenda, at, token.get(), new Agenda.Answer.Success(output(text(output, document, scope))));
                case Callback.Action.SendTaskFailure(var error, var cause) ->
                    answer(agenda, at, token.get(), new Agenda.Answer.Failure(text(error, document, scope), text(cause, document, scope)));
            }
        }
    }

    /// AWS takes JSON text alone; a text that is none stands for the string.
    private static Json output(String text) {
        return JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.of(text);
    }

    private static String text(Callback.Content content, String document, Scope scope) {
        return switch (content) {
            case Callback.Content.Literal(var text) -> text;
            case Callback.Content.Document() -> document;
            case Callback.Content.At(var path) -> path.find(scope).orElse(Json.NULL).toString();
        };
    }

    private static void answer(Agenda agenda, Duration delay, String token, Agenda.Answer answer) {
        agenda.after(delay, () -> agenda.answer(token, answer));
    }
}
