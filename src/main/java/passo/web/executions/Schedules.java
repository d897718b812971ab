package passo.web.executions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passo.aws.messaging.ScheduleExpression;
import passo.json.Json;
import passo.json.JsonText;

/// The schedules of EventBridge Scheduler that start a machine.
record Schedules(List<Schedule> all) {

    /// @param expression `at(…)`, `rate(…)` or `cron(…)`
    /// @param zone empty for UTC
    /// @param input what is sent; empty for the event that Scheduler makes
    /// @param since when it was made
    record Schedule(String name, String expression, String zone, String input, Instant since) {

        Optional<ScheduleExpression> read() {
            return ScheduleExpression.of(expression, zone);
        }
    }

    /// A schedule at one of its times.
    record Due(Schedule schedule, Instant at) {}

    static Schedules of(String json) {
        List<Schedule> all = new ArrayList<>();
        ((Json.Obj) JsonText.parse(json)).forEach((name, schedule) -> {
            Json.Obj described = (Json.Obj) schedule;
            all.add(new Schedule(name, text(described, "expression"), text(described, "zone"), text(described, "input"), Instant.parse(text(described, "since"))));
        });
        return new Schedules(all);
    }

    private static String text(Json.Obj described, String name) {
        return ((Json.Str) described.get(name)).value();
    }

    /// The same with one more, in the place of one of its name.
    Schedules with(Schedule schedule) {
        List<Schedule> more = new ArrayList<>(without(schedule.name).all);
        more.add(schedule);
        return new Schedules(more);
    }

    Schedules without(String name) {
        return new Schedules(all.stream().filter(schedule -> !schedule.name.equals(name)).toList());
    }

    String json() {
        var json = Json.Obj.builder();
        all.forEach(schedule -> json.put(schedule.name, Json.Obj.builder().put("expression", schedule.expression).put("zone", schedule.zone)
                .put("input", schedule.input).put("since", schedule.since.toString()).build()));
        return json.build().toString();
    }

    /// What is due from one instant on and before another, in the order of time.
    List<Due> due(Instant from, Instant before, int most) {
        return all.stream().flatMap(schedule -> schedule.read().stream()
                        .flatMap(expression -> expression.due(schedule.since, from, before, most).stream()).map(at -> new Due(schedule, at)))
                .sorted(Comparator.comparing(Due::at).thenComparing(due -> due.schedule.name)).limit(most).toList();
    }
}
