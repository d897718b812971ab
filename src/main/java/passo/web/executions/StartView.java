package passo.web.executions;

import java.util.List;
import passo.web.parts.Sentence;

/// The page from which executions are started. Printed by `executions/start.jte`.
///
/// @param base the address of the machine
/// @param by `hand`, `many`, `event` or `schedule`
/// @param clock how late it is
/// @param refused what stands in the way; empty where nothing does
/// @param fields what was written, else what is offered
/// @param choices what may be started: the newest revision, a version, an alias
/// @param event what became of an event that started nothing
/// @param schedules that there are
public record StartView(String machine, String base, String by, boolean express, String clock, List<Sentence> refused, Fields fields, List<Choice> choices,
        List<Event> event, List<ScheduleRow> schedules) {

    /// What stands in the fields.
    public record Fields(String name, String input, String seed, String qualifier, String inputs, String count, String every, String prefix, String kind,
            String bucket, String key, String content, String entry, String schedule, String expression, String zone, String sent) {}

    /// @param value of the field; empty for the newest revision
    public record Choice(String value, String label) {}

    /// @param event as rules see it, as JSON
    /// @param rules each with whether the event is one of its own
    /// @param missing the rule that would send it to the machine, as JSON
    public record Event(String event, List<Judged> rules, List<String> elsewhere, String missing) {}

    public record Judged(String name, boolean matches) {}

    /// @param next when it is due again
    public record ScheduleRow(String name, String expression, String next) {}

    /// How long lies between executions that are started together.
    public static final List<String> EVERY = List.of("1s", "10s", "1m", "10m", "1h");
    public static final List<String> WAYS = List.of("hand", "many", "event", "schedule");
}
