package passo.web.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.aws.cloudwatch.FilterPattern;
import passo.aws.cloudwatch.LogGroup;
import passo.aws.cloudwatch.LogLevel;
import passo.engine.Event;
import passo.engine.History;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Page;
import passo.web.executions.MonitorView.LogLine;
import passo.web.parts.Units;

/// What a few executions wrote to the log of their machine, filtered.
///
/// @param all how many lines there are at this level
/// @param lines those that the filter means, the newest executions first, each in the order of time
record Logs(int all, List<LogLine> lines) {

    private static final int MOST = 400;
    /// A longer silence is shown.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private record Line(Trace trace, Event event, int attempt) {}

    /// @param traces by the name of the execution
    static Logs of(Page page, String base, Instant clock, Map<String, Trace> traces, LogLevel level, FilterPattern filter) {
        var units = new Units(page.language().locale());
        var times = new Times(page, clock);
        List<LogLine> shown = new ArrayList<>();
        int all = 0;
        for (Trace trace : traces.values().stream().sorted(Comparator.comparing((Trace one) -> one.start().at()).reversed()).toList()) {
            List<Line> lines = lines(trace, level);
            all += lines.size();
            Instant before = null;
            for (Line line : lines) {
                if (shown.size() >= MOST) break;
                if (!filter.matches(LogGroup.record(trace, line.event, true).toString()) && !matchesName(filter, trace)) continue;
                Duration silence = before == null ? Duration.ZERO : Duration.between(before, line.event.at());
                if (silence.compareTo(SILENCE) >= 0) shown.add(new LogLine("…", "INFO", "", "", "", "", units.duration(silence), false));
                shown.add(shown(line, base, times));
                before = line.event.at();
            }
        }
        return new Logs(all, shown);
    }

    /// The name stands in the ARN of each record, too; a page that filters by it shows the whole execution.
    private static boolean matchesName(FilterPattern filter, Trace trace) {
        return filter instanceof FilterPattern.Words && filter.matches(trace.start().name());
    }

    private static List<Line> lines(Trace trace, LogLevel level) {
        Map<Integer, Integer> attempts = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Event event : trace.events()) {
            if (event.type().name().endsWith("Scheduled")) attempts.merge(event.step(), 1, Integer::sum);
            if (level.writes(event.type())) lines.add(new Line(trace, event, attempts.getOrDefault(event.step(), 1)));
        }
        return lines;
    }

    private static LogLine shown(Line line, String base, Times times) {
        Event event = line.event;
        Json.Obj details = History.details(event.detail());
        String state = event.step() > 0 && event.step() <= line.trace.steps().size() ? line.trace.steps().get(event.step() - 1).state() : "";
        boolean failed = event.type().name().matches(".*(Failed|TimedOut|Aborted)");
        String attempt = line.attempt > 1 && !event.type().name().contains("State") ? " (" + line.attempt + ")" : "";
        String about = Optional.ofNullable(details.get("error")).or(() -> Optional.ofNullable(details.get("resource")))
                .filter(Json.Str.class::isInstance).map(text -> ((Json.Str) text).value()).filter(_ -> failed || event.type() == Event.Type.TaskSubmitted).orElse("");
        String level = LogLevel.of(event.type()) == LogLevel.FATAL ? "ERROR" : failed || LogLevel.of(event.type()) == LogLevel.ERROR ? "WARN" : "INFO";
        String name = line.trace.start().name();
        return new LogLine(times.of(event.at()) + "." + "%03d".formatted(event.at().toEpochMilli() % 1000), level, event.type().name() + (state.isEmpty() ? "" : " " + state) + attempt,
                about, base + "/executions/" + StartHandler.encoded(name) + (event.step() > 0 ? "?step=" + event.step() : ""), name, "", level.equals("ERROR"));
    }
}
