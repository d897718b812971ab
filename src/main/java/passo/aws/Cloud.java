package passo.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import passo.asl.Resource;
import passo.asl.StateMachine;
import passo.aws.automatic.AutomaticMock;
import passo.engine.Agenda;
import passo.engine.Call;
import passo.engine.ErrorName;
import passo.engine.Outcome;
import passo.engine.Reply;
import passo.engine.Run;
import passo.engine.Services;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;

/// The AWS of one run: made from a world, it answers every call and keeps what the run changes. Used once, on one thread.
///
/// How long things take: see `Api`; a job 60 s, unless the world says otherwise; someone who answers a token or works on an
/// activity that nobody described, 1 s.
public final class Cloud implements Services {

    private static final Duration JOB = Duration.ofSeconds(60);
    private static final Duration HUMAN = Duration.ofSeconds(1);
    private static final Set<String> BARE = Set.of("events", "s3", "http", "apigateway");

    private static final Resource.Service INVOKE =
            new Resource.Service("arn:aws:states:::lambda:invoke", false, "lambda", "invoke", Resource.Pattern.REQUEST_RESPONSE);

    private World world;
    private final Ledger ledger;
    private final Bystanders bystanders;
    private final LocalMocks mocks;
    private final StartExecution start;
    private final Map<StateMachine, AutomaticMock> automatic = new IdentityHashMap<>();
    private final Lambda lambda;
    private S3 s3;
    private DynamoDb dynamoDb;
    private final Sqs sqs;
    private final Sns sns;
    private final EventBus events;
    private StepFunctions states;
    private Http http;
    private final List<Served> calls = new ArrayList<>();

    /// @param start the execution that is to run here
    public Cloud(World world, List<Callback> callbacks, StartExecution start) {
        this.world = world;
        this.start = start;
        ledger = new Ledger(start.seed());
        bystanders = new Bystanders(callbacks);
        mocks = new LocalMocks(world);
        lambda = new Lambda(world, ledger, this::fromCode);
        s3 = new S3(world, ledger, start.at());
        dynamoDb = new DynamoDb(world, ledger);
        sqs = new Sqs(world, bystanders, ledger);
        sns = new Sns(world, sqs, bystanders, ledger);
        events = new EventBus(ledger);
        states = new StepFunctions(world, ledger);
        http = new Http(world);
    }

    /// The calls that were answered, in order.
    public List<Served> calls() {
        return List.copyOf(calls);
    }

    /// What the code of functions wrote to their logs, call by call.
    public List<FunctionLog> logs() {
        return lambda.logs();
    }

    /// Is there code to run?
    public boolean runsCode() {
        return world.part("lambda").values().stream().anyMatch(function -> function instanceof Json.Obj described && described.has("code"));
    }

    /// Why the run is to be refused: function code used up what a run may.
    public Optional<Run.Refused> refusal() {
        return lambda.refusal();
    }

    /// What the calls left behind, in order.
    public List<Change> changes() {
        return ledger.changes();
    }

    /// The world as it now is.
    public Json.Obj world() {
        var now = Json.Obj.builder().putAll(world.json());
        if (!s3.world().isEmpty()) now.put("s3", s3.world());
        if (!dynamoDb.world().isEmpty()) now.put("dynamodb", dynamoDb.world());
        if (!sqs.world().isEmpty()) now.put("sqs", sqs.world());
        if (!sns.world().isEmpty()) now.put("sns", sns.world());
        return now.build();
    }

    /// What the change names is as it says from now on; everything else is as the run has left it.
    @Override
    public void change(Json.Obj change) {
        if (!(World.parse(World.changed(world(), change)) instanceof Reading.Good<World>(var changed))) {
            throw new IllegalArgumentException("Not a change of a world: " + change);
        }
        world = changed;
        if (change.get("lambda") instanceof Json.Obj functions) lambda.change(world, functions.names());
        if (change.has("s3")) s3 = new S3(world, ledger, start.at());
        if (change.has("dynamodb")) dynamoDb = new DynamoDb(world, ledger);
        if (change.has("stateMachines")) states = new StepFunctions(world, ledger);
        if (change.has("http")) http = new Http(world);
    }

    @Override
    public Reply invoke(Call call, Agenda agenda) {
        Reply reply = mocks.answer(call).map(outcome -> mocked(call, outcome)).orElseGet(() -> switch (call.resource()) {
            case Resource.Function function -> function(call, function, agenda);
            case Resource.Activity activity -> activity(call, activity, agenda);
            case Resource.Service service -> service(Request.of(call, service, agenda.now()), agenda);
        });
        calls.add(served(call, reply, agenda));
        return reply;
    }

    private static Reply mocked(Call call, Outcome outcome) {
        boolean waits = call.resource() instanceof Resource.Service service && service.pattern() != Resource.Pattern.REQUEST_RESPONSE;
        return waits && outcome instanceof Outcome.Success ? new Reply.Job(Api.USUAL, Json.Obj.EMPTY, Duration.ZERO, outcome, false)
                : new Reply.After(Api.USUAL, outcome, false);
    }

    private Reply function(Call call, Resource.Function function, Agenda agenda) {
        if (!world.strict()) return new Reply.After(Api.LAMBDA.latency(), new Outcome.Success(plain(call, agenda.now())), true);
        return lambda.direct(Request.of(call, INVOKE, agenda.now()), function.arn(), agenda);
    }

    private Reply activity(Call call, Resource.Activity activity, Agenda agenda) {
        boolean known = world.part("activities").has(activity.name());
        if (world.strict() && !known) {
            return new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME, "The activity " + activity.arn() + " does not exist."));
        }
        boolean noticed = bystanders.notice(Callback.Kind.activityTask, activity.name(), call.arguments().toString(), call.token(), agenda);
        if (!noticed && !world.strict()) answerByItself(call, Duration.ZERO, agenda);
        return new Reply.Waiting(Duration.ZERO, Json.Obj.EMPTY, !noticed && !world.strict());
    }

    private Reply service(Request request, Agenda agenda) {
        return world.strict() ? described(request, agenda).orElseGet(() -> automatic(request, agenda)) : automatic(request, agenda);
    }

    /// The answer of a service that is here; empty where none has such an action.
    private Optional<Reply> described(Request request, Agenda agenda) {
        return switch (request.resource().service()) {
            case "lambda" -> request.action().equals("invoke") ? Optional.of(invoke(request, agenda)) : Optional.empty();
            case "s3" -> s3.answer(request).map(outcome -> finished(request, Api.S3, outcome, agenda));
            case "dynamodb" -> dynamoDb.answer(request).map(outcome -> finished(request, Api.DYNAMODB, outcome, agenda));
            case "sqs" -> sqs.answer(request, agenda).map(outcome -> finished(request, Api.SQS, outcome, agenda));
            case "sns" -> sns.answer(request, agenda).map(outcome -> finished(request, Api.SNS, outcome, agenda));
            case "events", "eventbridge" -> events.answer(request).map(outcome -> finished(request, Api.EVENTS, outcome, agenda));
            case "states", "sfn" -> states.answer(request, agenda);
            case "http", "apigateway" -> http.answer(request);
            default -> Optional.empty();
        };
    }

    /// What the code of a function is told.
    private Optional<Reply> fromCode(Request request, Agenda agenda) {
        Optional<Reply> reply = described(request, agenda);
        reply.ifPresent(answer -> calls.add(served(request.call(), answer, agenda)));
        return reply;
    }

    private Reply invoke(Request request, Agenda agenda) {
        Reply reply = lambda.invoke(request, agenda);
        if (!waitsForToken(request)) return reply;
        return switch (reply) {
            case Reply.After(var latency, Outcome.Success(var answer), var automatic) -> {
                agenda.after(latency, () -> invoked(request, agenda));
                yield new Reply.Waiting(latency, answer, automatic);
            }
            case Reply.Underway(var begin, var automatic) ->
                    new Reply.Underway(caller -> begin.accept(new Heard(caller, () -> invoked(request, agenda))), automatic);
            default -> reply;
        };
    }

    private void invoked(Request request, Agenda agenda) {
        bystanders.notice(Callback.Kind.lambdaInvocation, lambda.name(request.text("FunctionName")), request.content("Payload").orElse("{}"), Optional.empty(), agenda);
    }

    /// The caller of a function, and someone else who notices that it was called.
    private record Heard(Reply.Caller caller, Runnable bystander) implements Reply.Caller {
        @Override
        public void done(Outcome outcome) {
            if (outcome instanceof Outcome.Success) bystander.run();
            caller.done(outcome);
        }

        @Override
        public void start(StartExecution child, Consumer<Trace> whenEnded) {
            caller.start(child, whenEnded);
        }
    }

    /// What the state gets of a service's own answer.
    private Reply finished(Request request, Api api, Outcome outcome, Agenda agenda) {
        if (!(outcome instanceof Outcome.Success(Json.Obj answer))) return new Reply.After(api.latency(), outcome, false);
        Json shown = shown(request, answer);
        return waitsForToken(request) ? new Reply.Waiting(api.latency(), shown, false)
                : new Reply.After(api.latency(), new Outcome.Success(shown), false);
    }

    /// AWS: most optimized integrations add the SDK's metadata.
    private Json shown(Request request, Json answer) {
        boolean bare = request.sdk() || BARE.contains(request.resource().service());
        return bare || !(answer instanceof Json.Obj obj) ? answer : Api.envelope(obj, 200, ledger);
    }

    private static boolean waitsForToken(Request request) {
        return request.resource().pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
    }

    /// The plain answer for what nobody described.
    private Reply automatic(Request request, Agenda agenda) {
        // A token may be real where all else is not.
        if (!world.strict() && request.action().startsWith("sendTask")) states.answer(request, agenda);
        Json shown = shown(request, plain(request.call(), request.at()));
        return switch (request.resource().pattern()) {
            case REQUEST_RESPONSE -> new Reply.After(latency(request), new Outcome.Success(shown), true);
            case SYNC, SYNC_2 -> job(request);
            case WAIT_FOR_TASK_TOKEN -> {
                if (!world.strict()) answerByItself(request.call(), latency(request), agenda);
                yield new Reply.Waiting(latency(request), Api.envelope(Json.Obj.EMPTY, 200, ledger), true);
            }
        };
    }

    private Json plain(Call call, Instant at) {
        // A distributed Map's child has `machine/label` for its machine.
        String name = call.executionArn().split(":")[6].split("/")[0];
        StateMachine machine = name.equals(start.machineName()) ? start.machine() : world.machines().getOrDefault(name, start.machine());
        return automatic.computeIfAbsent(machine, AutomaticMock::new).answer(call, at);
    }

    private static Duration latency(Request request) {
        return request.resource().service().equals("lambda") ? Api.LAMBDA.latency() : Api.USUAL;
    }

    private Reply job(Request request) {
        Json described = world.part("jobs").get(request.resource().service() + ":" + request.action());
        Json.Obj job = described instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        Duration duration = job.get("after") instanceof Json.Str(var span) ? World.span(span) : JOB;
        Json given = job.get("description");
        Json description = given == null ? plain(request.call(), request.at()) : given;
        Outcome outcome = Json.of("FAILED").equals(job.get("outcome")) ? new Outcome.Failure(ErrorName.TASK_FAILED, description.toString())
                : new Outcome.Success(description);
        return new Reply.Job(latency(request), Api.envelope(Json.Obj.EMPTY, 200, ledger), duration, outcome, described == null);
    }

    private void answerByItself(Call call, Duration after, Agenda agenda) {
        call.token().ifPresent(token -> agenda.after(after.plus(HUMAN), () -> {
            if (call.resource() instanceof Resource.Activity) agenda.answer(token, new Agenda.Answer.Started(""));
            agenda.answer(token, new Agenda.Answer.Success(plain(call, agenda.now())));
        }));
    }

    private static Served served(Call call, Reply reply, Agenda agenda) {
        Outcome outcome = switch (reply) {
            case Reply.After(_, var result, _) -> result;
            case Reply.Job(_, var submitted, _, _, _) -> new Outcome.Success(submitted);
            case Reply.Waiting(_, var submitted, _) -> new Outcome.Success(submitted);
            case Reply.Start(_, _, var submitted, _, _) -> new Outcome.Success(submitted);
            case Reply.Refused(var failure) -> failure;
            // It is not known yet.
            case Reply.Underway _ -> new Outcome.Success(Json.NULL);
        };
        String service = switch (call.resource()) {
            case Resource.Function _ -> "lambda";
            case Resource.Activity _ -> "activity";
            case Resource.Service named -> named.resourceType();
        };
        String action = switch (call.resource()) {
            case Resource.Function _ -> "invoke";
            case Resource.Activity activity -> activity.name();
            case Resource.Service named -> named.resource();
        };
        return new Served(agenda.now(), call.step(), service, action, call.arguments(), outcome, reply.automatic());
    }
}
