package passo.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.asl.Definition;
import passo.aws.service.Span;
import passo.engine.Agenda;
import passo.engine.Decision;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.Pointer;

/// Reads the decisions of a run, as text has them.
public final class Decisions {

    private static final Shape TEXT = new Shape.Text(Pattern.compile("(?s).*"), "world.expected.string");
    private static final Shape FAILURE = Shape.fields().with("error", TEXT).with("cause", TEXT);
    private static final Shape.Fields AT = Shape.fields().with("eventId", new Shape.Whole())
            .with("after", new Shape.Text(Span.PATTERN, "world.expected.duration"));
    private static final Shape DECISIONS = new Shape.Items(Shape.fields()
            .with("answer", AT.with("execution", TEXT).with("success", new Shape.Any())
                    .with("failure", FAILURE).with("heartbeat", new Shape.Flag())
                    .with("workerName", TEXT).oneOf("success", "failure", "heartbeat", "workerName"))
            .with("stop", AT.with("error", TEXT).with("cause", TEXT))
            .with("redrive", Shape.fields().with("after", new Shape.Text(Span.PATTERN, "world.expected.duration")).with("world", new Shape.Any()))
            .with("change", Shape.fields().with("eventId", new Shape.Whole())
                    .with("pointer", new Shape.Text(Pattern.compile("(/.*)?"), "world.expected.pointer")).with("value", new Shape.Any()))
            .with("assign", Shape.fields().with("eventId", new Shape.Whole()).with("variable", TEXT).with("value", new Shape.Any()))
            .with("reply", AT.with("attempt", new Shape.Whole()).with("success", new Shape.Any()).with("failure", FAILURE).oneOf("success", "failure"))
            .with("repeat", Shape.fields().with("after", new Shape.Text(Span.PATTERN, "world.expected.duration")))
            .with("until", Shape.fields().with("after", new Shape.Text(Span.PATTERN, "world.expected.duration")).oneOf("after"))
            .oneOf("until", "answer", "stop", "redrive", "change", "assign", "reply", "repeat"));

    private Decisions() {}

    /// Reads a list of decisions, and tells everything that is wrong with it.
    ///
    /// @param type of the state machine. AWS: an Express execution can be neither stopped nor redriven
    /// @param world that the run begins with, and that a redrive may change
    public static Reading<List<Decision>> parse(Json json, Definition.Type type, World world) {
        List<Problem> problems = new ArrayList<>(Shape.problems(json, DECISIONS));
        if (!problems.isEmpty() || !(json instanceof Json.Arr list)) return new Reading.Bad<>(problems);
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Json.Obj one = (Json.Obj) list.get(i);
            Pointer at = Pointer.ROOT.child(i).child(one.name(0));
            Decision decision = decision(one.name(0), (Json.Obj) one.value(0));
            decisions.add(decision);
            problem(decision, at, type, world).ifPresent(problems::add);
        }
        return problems.isEmpty() ? new Reading.Good<>(List.copyOf(decisions)) : new Reading.Bad<>(problems);
    }

    private static Decision decision(String kind, Json.Obj fields) {
        int event = whole(fields.get("eventId"), 0);
        Duration after = fields.get("after") instanceof Json.Str(var span) ? Span.of(span) : Duration.ZERO;
        return switch (kind) {
            case "answer" -> new Decision.Answer(text(fields.get("execution")), event, after, answer(fields));
            case "stop" -> new Decision.Stop(event, after, text(fields.get("error")), text(fields.get("cause")));
            case "redrive" -> new Decision.Redrive(after, fields.get("world") instanceof Json.Obj change ? change : Json.Obj.EMPTY);
            case "until" -> new Decision.Until(after);
            case "repeat" -> new Decision.Repeat(after);
            case "assign" -> new Decision.Assign(event, text(fields.get("variable")), value(fields.get("value")));
            case "reply" -> new Decision.Reply(event, whole(fields.get("attempt"), 1), after, outcome(fields));
            default -> new Decision.Change(event, Pointer.parse(text(fields.get("pointer"))).orElseThrow(), value(fields.get("value")));
        };
    }

    private static Outcome outcome(Json.Obj fields) {
        return fields.get("failure") instanceof Json.Obj failure ? new Outcome.Failure(text(failure.get("error")), text(failure.get("cause")))
                : new Outcome.Success(value(fields.get("success")));
    }

    private static Agenda.Answer answer(Json.Obj fields) {
        if (fields.get("success") instanceof Json output) return new Agenda.Answer.Success(output);
        if (fields.get("failure") instanceof Json.Obj failure) {
            return new Agenda.Answer.Failure(text(failure.get("error")), text(failure.get("cause")));
        }
        return fields.get("workerName") instanceof Json.Str(var worker) ? new Agenda.Answer.Started(worker) : new Agenda.Answer.Heartbeat();
    }

    private static Json value(@Nullable Json json) {
        return json == null ? Json.NULL : json;
    }

    private static int whole(@Nullable Json json, int otherwise) {
        return json instanceof Json.Num(var number) && number.precision() < 10 ? number.intValue() : otherwise;
    }

    private static String text(@Nullable Json json) {
        return json instanceof Json.Str(var text) ? text : "";
    }

    private static Optional<Problem> problem(Decision decision, Pointer at, Definition.Type type, World world) {
        return switch (decision) {
            case Decision.Answer answer when answer.eventId() < 1 -> Optional.of(new Problem(at, "decision.event", List.of()));
            case Decision.Change change when change.eventId() < 1 -> Optional.of(new Problem(at, "decision.event", List.of()));
            case Decision.Assign assign when assign.eventId() < 1 -> Optional.of(new Problem(at, "decision.event", List.of()));
            case Decision.Reply reply when reply.eventId() < 1 -> Optional.of(new Problem(at, "decision.event", List.of()));
            case Decision.Stop stop when stop.eventId() < 1 -> Optional.of(new Problem(at, "decision.event", List.of()));
            case Decision.Stop _ when type == Definition.Type.EXPRESS -> Optional.of(new Problem(at, "decision.express", List.of()));
            case Decision.Redrive _ when type == Definition.Type.EXPRESS -> Optional.of(new Problem(at, "decision.express", List.of()));
            case Decision.Redrive(_, var change) -> World.parse(World.changed(world.json(), change)) instanceof Reading.Bad<World>(var problems)
                    ? Optional.of(under(at.child("world"), problems.getFirst())) : Optional.empty();
            case Decision.Answer _, Decision.Change _, Decision.Assign _, Decision.Reply _, Decision.Stop _, Decision.Repeat _, Decision.Until _ -> Optional.empty();
        };
    }

    private static Problem under(Pointer at, Problem problem) {
        return new Problem(at.under(problem.at()), problem.key(), problem.arguments());
    }
}
