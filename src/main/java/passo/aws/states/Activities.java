package passo.aws.states;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import passo.asl.StateMachine;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Bystanders;
import passo.aws.service.Callback;
import passo.aws.service.Request;
import passo.aws.service.Script;
import passo.aws.service.Span;
import passo.engine.Agenda;
import passo.engine.Call;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The activities of a world and who works on their tasks: its bystanders, a script, or a state machine that asks for them.
public final class Activities {

    /// How long it takes until a worker that polls has a task, and how long it then works where nobody says.
    private static final Duration PICK_UP = Duration.ofMillis(100);
    private static final Duration WORK = Duration.ofSeconds(1);
    /// AWS, GetActivityTask: how long it waits for a task.
    private static final Duration LONG_POLL = Duration.ofSeconds(60);

    /// One activity.
    ///
    /// @param tasks that nobody works on yet
    /// @param workers that wait for a task
    private record Activity(String name, Json.Obj described, Optional<Script> script, Deque<Task> tasks, Deque<Worker> workers) {
        Activity(String name, Json.Obj described) {
            this(name, described, Script.of(described), new ArrayDeque<>(), new ArrayDeque<>());
        }
    }

    private record Task(String token, Json input) {}

    private record Worker(String name, Reply.Caller caller) {}

    private final Map<String, Activity> all = new TreeMap<>();
    private final StartExecution run;
    private final Bystanders bystanders;

    /// @param described as the world describes them, by name
    public Activities(Json.Obj described, StartExecution run, Bystanders bystanders) {
        this.run = run;
        this.bystanders = bystanders;
        described.forEach((name, activity) -> all.put(name, new Activity(name, (Json.Obj) activity)));
    }

    public boolean has(String name) {
        return all.containsKey(name);
    }

    /// A state has a task for an activity.
    ///
    /// @return whether someone works on it
    public boolean schedule(Call call, String name, Agenda agenda) {
        Json input = call.arguments();
        if (bystanders.notice(Callback.Kind.activityTask, name, input.toString(), call.token(), agenda)) return true;
        Activity activity = all.get(name);
        if (activity == null) return false;
        var task = new Task(call.token().orElseThrow(), input);
        Optional<Script.Answer> answer = activity.script.flatMap(script -> script.answer(input, call.attempt()));
        answer.ifPresentOrElse(scripted -> work(activity, task, scripted, agenda), () -> offer(activity, task, agenda));
        return answer.isPresent();
    }

    private static void work(Activity activity, Task task, Script.Answer scripted, Agenda agenda) {
        String worker = activity.described.get("workerName") instanceof Json.Str(var own) ? own : "";
        Duration work = scripted.after().orElse(activity.described.get("after") instanceof Json.Str(var span) ? Span.of(span) : WORK);
        agenda.after(PICK_UP, () -> agenda.answer(task.token, new Agenda.Answer.Started(worker)));
        if (work.compareTo(StateMachine.FOREVER) < 0) agenda.after(PICK_UP.plus(work), () -> agenda.answer(task.token, answer(scripted)));
    }

    private static Agenda.Answer answer(Script.Answer scripted) {
        if (!scripted.thrown()) return new Agenda.Answer.Success(scripted.value());
        Json.Obj thrown = (Json.Obj) scripted.value();
        return new Agenda.Answer.Failure(text(thrown, "error"), text(thrown, "cause"));
    }

    private static String text(Json.Obj obj, String name) {
        return switch (obj.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }

    private static void offer(Activity activity, Task task, Agenda agenda) {
        Worker worker = activity.workers.poll();
        if (worker == null) activity.tasks.add(task);
        // The state waits for an answer only once its call is out.
        else agenda.after(Duration.ZERO, () -> taken(worker.name, task, agenda).ifPresent(worker.caller::done));
    }

    /// What a worker gets; empty where the task waits no more.
    private static Optional<Outcome> taken(String worker, Task task, Agenda agenda) {
        return agenda.answer(task.token, new Agenda.Answer.Started(worker)) instanceof Agenda.Heard.Taken
                ? Optional.of(new Outcome.Success(Json.Obj.of("Input", Json.of(task.input.toString()), "TaskToken", Json.of(task.token))))
                : Optional.empty();
    }

    void addTo(Actions actions, Errors errors) {
        actions.with("getActivityTask", Actions.Effect.WRITES, (request, agenda) -> Optional.of(poll(request, agenda, errors)),
                        "ActivityDoesNotExist", "InvalidArn")
                .reads("describeActivity", request -> of(request, errors, activity -> described(request, activity)
                        .with("EncryptionConfiguration", Json.Obj.of("Type", Json.of("AWS_OWNED_KEY")))), "ActivityDoesNotExist", "InvalidArn")
                .reads("listActivities", request -> Page.of(request, "Activities", List.copyOf(all.values()),
                        activity -> described(request, activity), errors), "InvalidToken")
                .writes("createActivity", request -> create(request, errors), "InvalidName")
                .deletes("deleteActivity", request -> delete(request, errors), "InvalidArn");
    }

    private Reply poll(Request request, Agenda agenda, Errors errors) {
        Optional<Activity> found = find(request);
        if (found.isEmpty()) return new Reply.After(Api.STATES.latency(), missing(request, errors), false);
        Activity activity = found.get();
        String name = request.text("WorkerName");
        for (Task task = activity.tasks.poll(); task != null; task = activity.tasks.poll()) {
            Optional<Outcome> taken = taken(name, task, agenda);
            if (taken.isPresent()) return new Reply.After(Api.STATES.latency(), taken.get(), false);
        }
        return new Reply.Underway(caller -> {
            var worker = new Worker(name, caller);
            activity.workers.add(worker);
            agenda.after(LONG_POLL, () -> {
                if (activity.workers.remove(worker)) caller.done(new Outcome.Success(Json.Obj.EMPTY));
            });
        }, false);
    }

    private Outcome create(Request request, Errors errors) {
        String name = request.text("Name");
        if (!Errors.NAME.matcher(name).matches()) return errors.badName(request, name);
        Activity activity = all.computeIfAbsent(name, _ -> new Activity(name, Json.Obj.EMPTY));
        return new Outcome.Success(described(request, activity).without("Name"));
    }

    private Outcome delete(Request request, Errors errors) {
        String arn = request.text("ActivityArn");
        if (!arn.startsWith("arn:")) return errors.notAnArn(request, arn);
        find(request).ifPresent(activity -> all.remove(activity.name));
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    private Outcome of(Request request, Errors errors, Function<Activity, Json> answer) {
        return find(request).<Outcome>map(activity -> new Outcome.Success(answer.apply(activity))).orElseGet(() -> missing(request, errors));
    }

    private Optional<Activity> find(Request request) {
        String[] arn = request.text("ActivityArn").split(":");
        return arn.length > 6 ? Optional.ofNullable(all.get(arn[6])) : Optional.empty();
    }

    private static Outcome missing(Request request, Errors errors) {
        String arn = request.text("ActivityArn");
        return arn.startsWith("arn:") ? errors.of(request, "ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'") : errors.notAnArn(request, arn);
    }

    private Json.Obj described(Request request, Activity activity) {
        return Json.Obj.builder().put("ActivityArn", "arn:aws:states:" + StartExecution.REGION + ":" + run.account() + ":activity:" + activity.name)
                .put("CreationDate", Executions.date(request, run.at())).put("Name", activity.name).build();
    }
}
