package passo.aws.messaging;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Delivery;
import passo.aws.service.Ledger;
import passo.aws.service.Origin;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// EventBridge Scheduler: what is to be sent once at some time, which a run waits for, and what is sent again and again while it lasts.
public final class Scheduler implements Service {

    private static final String DEFAULT = "default";

    /// One schedule, as CreateSchedule has it.
    private record Schedule(String arn, Json.Obj json, ScheduleExpression expression, Target target, Instant created) {}

    private final Map<String, Schedule> all = new TreeMap<>();
    private final Delivery delivery;
    private final Ledger ledger;
    private final Actions actions;

    public Scheduler(Delivery delivery, Ledger ledger) {
        this.delivery = delivery;
        this.ledger = ledger;
        actions = new Actions(Api.SCHEDULER, ledger)
                .sends("createSchedule", (request, agenda) -> create(request, agenda, false), "ConflictException", "ValidationException")
                .sends("updateSchedule", (request, agenda) -> create(request, agenda, true), "ResourceNotFoundException", "ValidationException")
                .reads("getSchedule", this::get, "ResourceNotFoundException")
                .reads("listSchedules", this::list)
                .deletes("deleteSchedule", this::delete, "ResourceNotFoundException");
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private static String path(Request request) {
        return request.content("GroupName").orElse(DEFAULT) + "/" + request.text("Name");
    }

    private Outcome create(Request request, Agenda agenda, boolean again) {
        String path = path(request);
        if (again && !all.containsKey(path)) return missing(request);
        if (!again && all.containsKey(path)) {
            return Api.SCHEDULER.failure(request, ledger, 409, "ConflictException", "Schedule " + request.text("Name") + " already exists.");
        }
        String text = request.text("ScheduleExpression");
        Optional<ScheduleExpression> expression = ScheduleExpression.of(text, request.text("ScheduleExpressionTimezone"));
        if (expression.isEmpty()) {
            return Api.SCHEDULER.failure(request, ledger, 400, "ValidationException", "Invalid Schedule Expression " + text + ".");
        }
        String arn = "arn:aws:scheduler:" + StartExecution.REGION + ":" + request.origin().account() + ":schedule/" + path;
        Json.Obj target = request.object("Target");
        String group = target.get("SqsParameters") instanceof Json.Obj sqs && sqs.get("MessageGroupId") instanceof Json.Str(var own) ? own : "";
        var schedule = new Schedule(arn, request.body(), expression.get(),
                new Target(target.get("Arn") instanceof Json.Str(var named) ? named : "", group), request.at());
        all.put(path, schedule);
        ledger.changed(request, request.text("Name"), request.body());
        if (!request.text("State").equals("DISABLED")) begin(request.origin(), path, schedule, agenda);
        return new Outcome.Success(Json.Obj.of("ScheduleArn", Json.of(arn)));
    }

    private void begin(Origin origin, String path, Schedule schedule, Agenda agenda) {
        Instant start = instant(schedule.json, "StartDate").filter(agenda.now()::isBefore).orElse(agenda.now());
        schedule.expression.first(start).ifPresent(due -> {
            if (schedule.expression instanceof ScheduleExpression.At) once(origin, path, schedule, due, agenda);
            else turn(origin, path, schedule, due, agenda);
        });
    }

    private void once(Origin origin, String path, Schedule schedule, Instant due, Agenda agenda) {
        Runnable kept = agenda.promise(schedule.json);
        agenda.after(Duration.between(agenda.now(), due), () -> {
            kept.run();
            if (all.get(path) != schedule) return;
            send(origin, schedule, due, agenda);
            if (Json.of("DELETE").equals(schedule.json.get("ActionAfterCompletion"))) all.remove(path);
        });
    }

    private void turn(Origin origin, String path, Schedule schedule, Instant due, Agenda agenda) {
        agenda.meanwhile(Duration.between(agenda.now(), due), () -> {
            boolean over = instant(schedule.json, "EndDate").filter(due::isAfter).isPresent();
            if (over || all.get(path) != schedule) return;
            send(origin, schedule, due, agenda);
            schedule.expression.next(due).ifPresent(next -> turn(origin, path, schedule, next, agenda));
        });
    }

    private static Optional<Instant> instant(Json.Obj json, String name) {
        if (!(json.get(name) instanceof Json.Str(var text))) return Optional.empty();
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    private void send(Origin origin, Schedule schedule, Instant due, Agenda agenda) {
        String id = ledger.uuid();
        Json input = schedule.json.get("Target") instanceof Json.Obj target ? target.get("Input") : null;
        String text = input == null ? "" : input instanceof Json.Str(var own) ? own : input.toString();
        schedule.target.send(origin, Duration.ZERO, sent(text, schedule.arn, id, due, origin.account()), id, delivery, agenda);
    }

    /// What a target gets of a schedule that is due.
    ///
    /// @param input as the schedule has it; empty where it says nothing
    public static String sent(String input, String scheduleArn, String id, Instant due, String account) {
        String time = due.truncatedTo(ChronoUnit.SECONDS).toString();
        if (input.isEmpty()) {
            return Json.Obj.builder().put("version", "0").put("id", id).put("detail-type", "Scheduled Event").put("source", "aws.scheduler")
                    .put("account", account).put("time", time).put("region", StartExecution.REGION)
                    .put("resources", Json.array(Json.of(scheduleArn))).put("detail", "{}").build().toString();
        }
        return input.replace("<aws.scheduler.schedule-arn>", scheduleArn).replace("<aws.scheduler.execution-id>", id)
                .replace("<aws.scheduler.scheduled-time>", time).replace("<aws.scheduler.attempt-number>", "1");
    }

    private Outcome get(Request request) {
        Schedule schedule = all.get(path(request));
        return schedule == null ? missing(request) : new Outcome.Success(Json.Obj.builder()
                .put("ActionAfterCompletion", "NONE").put("GroupName", DEFAULT).put("ScheduleExpressionTimezone", "UTC").put("State", "ENABLED")
                .putAll(schedule.json.without("ClientToken")).put("Arn", schedule.arn).put("CreationDate", schedule.created.toString())
                .put("LastModificationDate", schedule.created.toString()).build());
    }

    private Outcome list(Request request) {
        String prefix = request.content("GroupName").map(group -> group + "/").orElse("");
        return new Outcome.Success(Json.Obj.of("Schedules", new Json.Arr(all.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> Json.Obj.builder().put("Arn", entry.getValue().arn).put("CreationDate", entry.getValue().created.toString())
                        .put("GroupName", entry.getKey().split("/")[0]).put("LastModificationDate", entry.getValue().created.toString())
                        .put("Name", entry.getKey().split("/")[1]).put("State", Optional.ofNullable(entry.getValue().json.get("State")).orElse(Json.of("ENABLED")))
                        .put("Target", Json.Obj.of("Arn", Json.of(entry.getValue().target.arn()))).build()).toList())));
    }

    private Outcome delete(Request request) {
        if (all.remove(path(request)) == null) return missing(request);
        ledger.changed(request, request.text("Name"), Json.Obj.EMPTY);
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    private Outcome missing(Request request) {
        return Api.SCHEDULER.failure(request, ledger, 404, "ResourceNotFoundException", "Schedule " + request.text("Name") + " does not exist.");
    }
}
