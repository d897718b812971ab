package passo.aws.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.StateMachine;
import passo.json.Json;

/// The answers that a world gives for one function: rules that choose by the event, and for each a list of replies in
/// turn, whose last repeats. Plain `replies` are one rule for every event.
public final class Script {

    /// One answer.
    ///
    /// @param value what is returned, or what is thrown: an object with `error` and `cause`
    /// @param after how long it takes, where the world says so
    /// @param reply as the world writes it
    public record Answer(boolean thrown, Json value, Optional<Duration> after, Json.Obj reply) {}

    /// @param times how often it answers; the last of a list answers for ever
    private record Line(Answer answer, int times, int firstAttempt, int lastAttempt) {}

    /// @param when a part that the event must have; empty for any event
    private record Rule(Optional<Json> when, List<Line> lines, int[] used) {}

    private final List<Rule> rules = new ArrayList<>();

    private Script() {}

    /// Nothing where the world describes the function without any answer.
    public static Optional<Script> of(Json.Obj described) {
        var script = new Script();
        if (described.get("replies") instanceof Json.Arr replies) script.add(Optional.empty(), replies);
        if (described.get("rules") instanceof Json.Arr rules) {
            for (Json rule : rules) {
                if (rule instanceof Json.Obj obj && obj.get("then") instanceof Json.Arr then) {
                    script.add(Optional.ofNullable(obj.get("when")), then);
                }
            }
        }
        return script.rules.isEmpty() ? Optional.empty() : Optional.of(script);
    }

    private void add(Optional<Json> when, Json.Arr replies) {
        List<Line> lines = replies.items().stream().map(reply -> line((Json.Obj) reply)).toList();
        if (!lines.isEmpty()) rules.add(new Rule(when, lines, new int[lines.size()]));
    }

    private static Line line(Json.Obj reply) {
        Optional<Duration> after = reply.get("after") instanceof Json.Str(var span) ? Optional.of(Span.of(span)) : Optional.empty();
        Json thrown = reply.get("throw");
        Json returned = reply.get("return");
        Answer answer = thrown != null ? new Answer(true, thrown, after, reply)
                : returned != null ? new Answer(false, returned, after, reply)
                : new Answer(false, Json.NULL, Optional.of(StateMachine.FOREVER), reply);
        String[] attempts = reply.get("attempts") instanceof Json.Str(var range) ? range.split("-") : new String[0];
        boolean every = attempts.length == 0;
        int times = reply.get("times") instanceof Json.Num(var number) ? number.intValue() : every ? 1 : Integer.MAX_VALUE;
        return new Line(answer, times, every ? 0 : Integer.parseInt(attempts[0]),
                every ? Integer.MAX_VALUE : Integer.parseInt(attempts[attempts.length - 1]));
    }

    /// The answer to an event; empty where no rule is for it.
    ///
    /// @param attempt of the state that calls, from 0
    public Optional<Answer> answer(Json event, int attempt) {
        return rules.stream().filter(rule -> rule.when.isEmpty() || isPartOf(rule.when.get(), event)).findFirst()
                .map(rule -> next(rule, attempt));
    }

    private static Answer next(Rule rule, int attempt) {
        for (int i = 0; i < rule.lines.size(); i++) {
            Line line = rule.lines.get(i);
            if (rule.used[i] < line.times && line.firstAttempt <= attempt && attempt <= line.lastAttempt) {
                rule.used[i]++;
                return line.answer;
            }
        }
        return rule.lines.getLast().answer;
    }

    /// Has `whole` everything that `part` has? Objects may have more members; all else must be equal.
    public static boolean isPartOf(Json part, Json whole) {
        if (!(part instanceof Json.Obj members)) return part.equals(whole);
        return whole instanceof Json.Obj obj && members.names().stream().allMatch(name -> {
            Json member = obj.get(name);
            return member != null && isPartOf(members.get(name), member);
        });
    }
}
