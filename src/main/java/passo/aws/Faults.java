package passo.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.ServiceErrors;
import passo.aws.service.Span;
import passo.engine.Agenda;
import passo.engine.Call;
import passo.engine.Reply;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What a world makes go wrong, by the state whose call it is: an error instead of an answer, throttling, slowness. The definition
/// stays as it is.
final class Faults {

    /// Of an error for which the world gives none.
    private static final String CAUSE = "A fault that the world injects";
    private static final Pattern THROTTLING = Pattern.compile("\\.(Throttl|TooManyRequests|ProvisionedThroughputExceeded|RequestLimitExceeded)");

    private final Json.Obj byState;
    private final Map<Json, Integer> done = new HashMap<>();

    /// @param byState for each state the faults of which the first that is meant happens
    Faults(Json.Obj byState) {
        this.byState = byState;
    }

    /// The fault that a call meets; empty for none.
    Optional<Json.Obj> meant(Call call) {
        if (!(byState.get(call.state()) instanceof Json.Arr faults)) return Optional.empty();
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i) instanceof Json.Obj fault && isMeant(fault, call, i)) return Optional.of(fault);
        }
        return Optional.empty();
    }

    private boolean isMeant(Json.Obj fault, Call call, int number) {
        if (fault.get("attempts") instanceof Json.Str(var range)) {
            String[] ends = range.split("-");
            if (call.attempt() < Integer.parseInt(ends[0]) || call.attempt() > Integer.parseInt(ends[ends.length - 1])) return false;
        }
        int before = done.merge(Json.array(Json.of(call.state()), Json.of(number)), 1, Integer::sum) - 1;
        return !(fault.get("times") instanceof Json.Num(var times)) || before < times.intValue();
    }

    /// The failure instead of an answer; empty where the call is only slow.
    static Optional<Outcome.Failure> failure(Json.Obj fault, Call call) {
        if (Json.TRUE.equals(fault.get("throttled"))) return Optional.of(throttled(call));
        return fault.get("error") instanceof Json.Str(var error)
                ? Optional.of(new Outcome.Failure(error, fault.get("cause") instanceof Json.Str(var cause) ? cause : CAUSE)) : Optional.empty();
    }

    /// The error by which the service says that it gets too many calls; where it has no name for that, its error without one.
    private static Outcome.Failure throttled(Call call) {
        List<String> known = call.resource() instanceof Resource.Service service ? ServiceErrors.of(service) : List.of("Lambda.TooManyRequestsException");
        String unnamed = known.isEmpty() ? ErrorName.TASK_FAILED : known.getLast();
        return new Outcome.Failure(known.stream().filter(name -> THROTTLING.matcher(name).find()).findFirst().orElse(unnamed), "Rate exceeded");
    }

    /// How much longer a call takes.
    static Duration slowness(Json.Obj fault) {
        return fault.get("slow") instanceof Json.Str(var span) ? Span.of(span) : Duration.ZERO;
    }

    /// The same reply, later.
    static Reply later(Reply reply, Duration by, Agenda agenda) {
        return by.isZero() ? reply : switch (reply) {
            case Reply.After(var latency, var outcome, var automatic) -> new Reply.After(latency.plus(by), outcome, automatic);
            case Reply.Job(var latency, var submitted, var duration, var outcome, var automatic) ->
                new Reply.Job(latency, submitted, duration.plus(by), outcome, automatic);
            case Reply.Waiting(var latency, var submitted, var automatic) -> new Reply.Waiting(latency.plus(by), submitted, automatic);
            case Reply.Start(var latency, var child, var submitted, var answer) ->
                new Reply.Start(latency.plus(by), child, submitted, answer);
            case Reply.Underway(var begin, var automatic) -> new Reply.Underway(caller -> agenda.after(by, () -> begin.accept(caller)), automatic);
            case Reply.Refused refused -> refused;
        };
    }
}
