package passo.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.asl.model.RequestModel;
import passo.aws.automatic.AutomaticMock;
import passo.aws.cloudwatch.Alarm;
import passo.aws.cloudwatch.CloudWatch;
import passo.aws.cloudwatch.Metric;
import passo.aws.cloudwatch.Metrics;
import passo.aws.iam.Guard;
import passo.aws.iam.PermissionsUsed;
import passo.aws.jobs.Jobs;
import passo.aws.lambda.FunctionLog;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Bystanders;
import passo.aws.service.Callback;
import passo.aws.service.Change;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Scripted;
import passo.aws.service.Service;
import passo.aws.vault.Parameters;
import passo.engine.Agenda;
import passo.engine.Call;
import passo.engine.Execution;
import passo.engine.Reply;
import passo.engine.Run;
import passo.engine.Services;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The AWS of one run: made from a world, it answers every call and keeps what the run changes. Used once, on one thread.
///
/// How long things take: see `Api`; a job as `Jobs` says, a nested execution that nobody described 60 s; someone who answers a token or works on an
/// activity that nobody described, 1 s.
public final class Cloud implements Services {

    private static final Duration NESTED = Duration.ofSeconds(60);
    private static final Duration HUMAN = Duration.ofSeconds(1);
    private static final Resource.Service INVOKE =
            new Resource.Service("arn:aws:states:::lambda:invoke", false, "lambda", "invoke", Resource.Pattern.REQUEST_RESPONSE);

    private World world;
    private final Ledger ledger;
    private final LocalMocks mocks;
    private final Faults faults;
    private final StartExecution start;
    private final Map<StateMachine, AutomaticMock> automatic = new IdentityHashMap<>();
    private final Region region;
    private final Guard guard;
    private final Jobs jobs;
    private Scripted scripted;
    private final List<Served> calls = new ArrayList<>();

    /// @param start the execution that is to run here
    public Cloud(World world, List<Callback> callbacks, StartExecution start) {
        this.world = world;
        this.start = start;
        ledger = new Ledger(start.seed());
        mocks = new LocalMocks(world.part("mocks"));
        guard = new Guard(world.json(), world.roles(), start, ledger);
        faults = new Faults(world.part("faults"));
        region = new Region(world, start, new Bystanders(callbacks), ledger, this::fromCode, this::described);
        scripted = new Scripted(world.part("services"), ledger);
        jobs = new Jobs(world.part("jobs"), world.account(), ledger, (call, answer) -> mock(call).completed(call, answer));
    }

    /// The actions of every service that answers for itself, by the name that the AWS SDK for Java 2 gives the service.
    public SequencedMap<String, Map<String, Actions.Action>> services() {
        SequencedMap<String, Map<String, Actions.Action>> services = region.services();
        jobs.services().forEach((service, actions) -> services.computeIfAbsent(service, _ -> new LinkedHashMap<>()).putAll(actions.all()));
        return services;
    }

    /// The calls that were answered, in order.
    public List<Served> calls() {
        return List.copyOf(calls);
    }

    /// What a run in this world leaves for CloudWatch: its metrics and those that it sent.
    public List<Metric> metrics(Trace trace) {
        return Stream.concat(Metrics.of(List.of(trace)).stream(), region.cloudWatch().metrics().stream()).toList();
    }

    /// The alarms that are there after the run.
    public List<Alarm> alarms() {
        return region.cloudWatch().alarms();
    }

    /// What the roles of the run were asked for.
    public List<PermissionsUsed> permissions() {
        return guard.permissions();
    }

    /// What the code of functions wrote to their logs, call by call; nothing of a function whose role lets it write none.
    public List<FunctionLog> logs() {
        return region.lambda().logs().stream().filter(log -> guard.writesItsLog(log.function())).toList();
    }

    /// Is there code to run?
    public boolean runsCode() {
        return world.part("lambda").values().stream().anyMatch(function -> function instanceof Json.Obj described && described.has("code"));
    }

    /// Why the run is to be refused: function code used up what a run may.
    public Optional<Run.Refused> refusal() {
        return region.lambda().refusal();
    }

    /// What the calls left behind, in order.
    public List<Change> changes() {
        return ledger.changes();
    }

    /// The world as it now is.
    public Json.Obj world() {
        return Json.Obj.builder().putAll(world.json()).putAll(region.world()).build();
    }

    /// What the change names is as it says from now on; everything else is as the run has left it.
    @Override
    public void change(Json.Obj change) {
        if (!(World.parse(World.changed(world(), change)) instanceof Reading.Good<World>(var changed))) {
            throw new IllegalArgumentException("Not a change of a world: " + change);
        }
        world = changed;
        guard.change(world.json(), world.roles());
        region.change(world, change);
        if (change.has("services")) scripted = new Scripted(world.part("services"), ledger);
        if (change.has("jobs")) jobs.change(world.part("jobs"));
    }

    @Override
    public Optional<Outcome.Failure> refusal(Call start, Agenda agenda) {
        return guard.refusalOfChildren(Request.of(start, (Resource.Service) start.resource(), agenda.now()));
    }

    @Override
    public void moved(Execution execution, Agenda agenda) {
        region.stepFunctions().moved(execution, agenda);
        if (!execution.isOpen()) jobs.ended(execution.start().executionArn(), agenda.now());
    }

    @Override
    public Reply invoke(Call call, Agenda agenda) {
        Json.Obj fault = faults.meant(call).orElse(Json.Obj.EMPTY);
        Reply answer = Faults.failure(fault, call).<Reply>map(failure -> new Reply.After(Api.USUAL, failure, false)).orElseGet(() -> answer(call, agenda));
        Reply reply = Faults.later(answer, Faults.slowness(fault), agenda);
        calls.add(served(call, reply, agenda));
        return reply;
    }

    private Reply answer(Call call, Agenda agenda) {
        return mocks.answer(call).map(outcome -> mocked(call, outcome)).or(() -> forbidden(call, agenda)).orElseGet(() -> switch (call.resource()) {
            case Resource.Function function -> function(call, function, agenda);
            case Resource.Activity activity -> activity(call, activity, agenda);
            case Resource.Service service -> refused(call, service).orElseGet(() -> service(Request.of(call, service, agenda.now()), agenda));
        });
    }

    /// The answer to what the role of the machine does not allow.
    private Optional<Reply> forbidden(Call call, Agenda agenda) {
        return switch (call.resource()) {
            case Resource.Function function -> guard.refusal(
                    new Request(call, INVOKE, Json.Obj.of("FunctionName", Json.of(function.arn())), agenda.now(), false, ""));
            case Resource.Activity _ -> Optional.empty();
            case Resource.Service service -> guard.refusal(Request.of(call, service, agenda.now()));
        };
    }

    private static Reply mocked(Call call, Outcome outcome) {
        boolean waits = call.resource() instanceof Resource.Service service && service.pattern() != Resource.Pattern.REQUEST_RESPONSE;
        return waits && outcome instanceof Outcome.Success ? new Reply.Job(Api.USUAL, Json.Obj.EMPTY, Duration.ZERO, outcome, false)
                : new Reply.After(Api.USUAL, outcome, false);
    }

    private Reply function(Call call, Resource.Function function, Agenda agenda) {
        if (!world.strict()) return new Reply.After(Api.LAMBDA.latency(), new Outcome.Success(plain(call, agenda.now())), true);
        return region.lambda().direct(Request.of(call, INVOKE, agenda.now()), function.arn(), agenda);
    }

    private Reply activity(Call call, Resource.Activity activity, Agenda agenda) {
        if (world.strict() && !region.activities().has(activity.name())) {
            return new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME, "The activity " + activity.arn() + " does not exist."));
        }
        boolean noticed = region.activities().schedule(call, activity.name(), agenda);
        if (!noticed && !world.strict()) answerByItself(call, Duration.ZERO, agenda);
        return new Reply.Waiting(Duration.ZERO, Json.Obj.EMPTY, !noticed && !world.strict());
    }

    /// AWS: a request that does not fit the service's does not even leave Step Functions. What a state sends that writes no request,
    /// its input, is the service's affair.
    private Optional<Reply> refused(Call call, Resource.Service service) {
        if (!(call.arguments() instanceof Json.Obj request) || !writesRequest(call)) return Optional.empty();
        List<String> flaws = RequestModel.of(service).stream().flatMap(model -> model.flaws(request).stream())
                .filter(flaw -> !(flaw instanceof RequestModel.Flaw.Unknown unknown) || unknown.sure()).map(RequestModel.Flaw::words).distinct().toList();
        return flaws.isEmpty() ? Optional.empty() : Optional.of(new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME,
                "The Parameters '" + request + "' could not be used to start the Task: " + flaws)));
    }

    private boolean writesRequest(Call call) {
        return machine(call).everyState().filter(state -> state.name().equals(call.state())).anyMatch(state -> state.common().flow().request().isPresent());
    }

    private Reply service(Request request, Agenda agenda) {
        Optional<Reply> given = scripted.answer(request);
        return given.or(() -> world.strict() ? described(request, agenda) : Optional.empty()).or(() -> job(request, agenda)).orElseGet(() -> automatic(request, agenda));
    }

    /// The answer of a service that is here; empty where none has such an action.
    private Optional<Reply> described(Request request, Agenda agenda) {
        return region.answer(request, agenda).map(reply -> guard.veiled(request, reply));
    }

    /// The answer of what is at work for a while, which is there in every world.
    private Optional<Reply> job(Request request, Agenda agenda) {
        Optional<Reply> reply = jobs.answer(request, agenda);
        if (reply.isPresent() && request.waitsForToken() && !world.strict()) answerByItself(request.call(), Api.USUAL, agenda);
        return reply;
    }

    /// What the code of a function is told.
    private Optional<Reply> fromCode(Request request, Agenda agenda) {
        Optional<Reply> reply = guard.refusal(request).or(() -> described(request, agenda));
        reply.ifPresent(answer -> calls.add(served(request.call(), answer, agenda)));
        return reply;
    }

    /// The plain answer for what nobody described.
    private Reply automatic(Request request, Agenda agenda) {
        // A token may be real where all else is not.
        if (!world.strict() && request.action().startsWith("sendTask")) region.answer(request, agenda);
        Json shown = Api.shown(request, plain(request.call(), request.at()), ledger);
        return switch (request.resource().pattern()) {
            case REQUEST_RESPONSE -> new Reply.After(latency(request), new Outcome.Success(shown), true);
            case SYNC, SYNC_2 -> new Reply.Job(latency(request), Api.envelope(Json.Obj.EMPTY, 200, ledger), NESTED,
                    new Outcome.Success(plain(request.call(), request.at())), true);
            case WAIT_FOR_TASK_TOKEN -> {
                if (!world.strict()) answerByItself(request.call(), latency(request), agenda);
                yield new Reply.Waiting(latency(request), Api.envelope(Json.Obj.EMPTY, 200, ledger), true);
            }
        };
    }

    private Json plain(Call call, Instant at) {
        return mock(call).answer(call, at);
    }

    private AutomaticMock mock(Call call) {
        return automatic.computeIfAbsent(machine(call), AutomaticMock::new);
    }

    /// The machine whose state calls.
    private StateMachine machine(Call call) {
        // A distributed Map's child has `machine/label` for its machine.
        String name = call.executionArn().split(":")[6].split("/")[0];
        return name.equals(start.machineName()) ? start.machine() : world.machines().getOrDefault(name, start.machine());
    }

    private static Duration latency(Request request) {
        return request.resource().service().equals("lambda") ? Api.LAMBDA.latency() : Api.USUAL;
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
            case Reply.Start(_, _, var submitted, _) -> new Outcome.Success(submitted);
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
