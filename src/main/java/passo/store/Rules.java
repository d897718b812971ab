package passo.store;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import passo.json.Json;
import passo.json.JsonText;

/// What the values of a column may be beyond what the database asks of them, so that whoever reads a row finds what they expect.
final class Rules {

    private static final Predicate<Json> TYPE = oneOf("STANDARD", "EXPRESS");
    private static final Predicate<Json> ID = value -> value instanceof Json.Str(var text) && text.matches("[A-Za-z0-9-]{8,40}");
    private static final Predicate<Json> OBJECT = value -> reads(value) instanceof Json.Obj;
    private static final Predicate<Json> LIST = value -> reads(value) instanceof Json.Arr;
    private static final Predicate<Json> TEXTS = value -> isTexts(reads(value));
    private static final Predicate<Json> ANSWERS = value -> reads(value) instanceof Json.Obj answers && answers.values().stream().allMatch(Rules::isTexts);
    private static final Predicate<Json> COUNTED = between(1, Integer.MAX_VALUE);

    private static final Map<String, Predicate<Json>> RULES = Map.ofEntries(
            entry("machine.id", ID), entry("machine.type", TYPE), entry("machine.versions", between(0, 1_000_000)),
            entry("revision.number", COUNTED), entry("revision.log_level", oneOf("OFF", "FATAL", "ERROR", "ALL")),
            entry("version.number", COUNTED),
            entry("alias.weight", between(0, 100)),
            entry("execution.type", TYPE), entry("execution.decisions", LIST), entry("execution.started_by", oneOf("HAND", "EVENT", "SCHEDULE")),
            entry("execution.status", oneOf("RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED")),
            entry("execution.duration_ms", between(0, Long.MAX_VALUE)), entry("execution.metrics", OBJECT),
            entry("monitoring.alarms", OBJECT), entry("monitoring.schedules", OBJECT),
            entry("draft.type", TYPE),
            entry("attempt.id", ID), entry("attempt.answer", OBJECT), entry("attempt.stars", between(0, 3)), entry("attempt.failed", TEXTS),
            entry("help.rung", between(1, Help.SOLUTION)),
            entry("plan.goal", between(1, 7)), entry("plan.skipped", TEXTS),
            entry("answer.id", ID),
            entry("mock.id", ID), entry("mock.questions", TEXTS), entry("mock.answers", ANSWERS), entry("mock.flagged", TEXTS));

    private Rules() {}

    static boolean accept(String table, String column, Json value) {
        return RULES.getOrDefault(table + "." + column, _ -> true).test(value);
    }

    private static Predicate<Json> oneOf(String... words) {
        var known = Set.of(words);
        return value -> value instanceof Json.Str(var text) && known.contains(text);
    }

    private static Predicate<Json> between(long least, long most) {
        return value -> value instanceof Json.Num(var number) && number.longValueExact() >= least && number.longValueExact() <= most;
    }

    private static boolean isTexts(Json value) {
        return value instanceof Json.Arr list && list.items().stream().allMatch(Json.Str.class::isInstance);
    }

    /// What a text of JSON says; JSON's null where it says nothing.
    private static Json reads(Json value) {
        return value instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.NULL;
    }
}
