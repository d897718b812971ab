package passo.aws.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Stands before every call of one run: asks the role of whoever calls, refuses as AWS refuses, and keeps what was asked. Confined to
/// the run's thread.
public final class Guard {

    private static final Statement.Principal LAMBDA = new Statement.Principal("Service", "lambda.amazonaws.com");
    private static final String ASSUME = "sts:AssumeRole";

    private final StartExecution start;
    private final Ledger ledger;
    private final Meter meter = new Meter();
    private Json.Obj world;
    private Roles roles;

    /// @param world as it is described, with its roles and who has them
    public Guard(Json.Obj world, Roles roles, StartExecution start, Ledger ledger) {
        this.world = world;
        this.roles = roles;
        this.start = start;
        this.ledger = ledger;
    }

    /// The world is another one from now on.
    public void change(Json.Obj changed, Roles changedRoles) {
        world = changed;
        roles = changedRoles;
    }

    /// What the roles were asked for, in the order in which they first were.
    public List<PermissionsUsed> permissions() {
        return meter.read();
    }

    /// The answer to a call that its role does not allow; empty where the call may go on.
    public Optional<Reply> refusal(Request request) {
        Caller caller = caller(request);
        if (request.call().role().isPresent() && !request.fromCode()) {
            Optional<Caller> assumed = assumed(caller, request.call().role().get(), request);
            if (assumed.isEmpty()) return Optional.of(refused(notAssumed(caller, request.call().role().get())));
            caller = assumed.get();
        }
        return asked(caller, Needs.of(request, part("dynamodb")), request).or(() -> startFunction(request)).map(Guard::refused);
    }

    /// Asks for all that a call needs; the first that is not allowed decides.
    private Optional<Outcome.Failure> asked(Caller caller, List<Need> needs, Request request) {
        Optional<Outcome.Failure> failure = Optional.empty();
        for (Need need : needs) {
            Verdict verdict = decide(caller, need.access(), request);
            meter.asked(caller.role(), need, verdict, request.call().step());
            if (failure.isEmpty() && need.moment() == Need.Moment.CALL && !verdict.allows()) {
                failure = Optional.of(Refusal.of(request, caller, need.access(), verdict, ledger));
            }
        }
        return failure;
    }

    /// Why a Map Run may not start its children, which are executions of its own machine; empty where it may.
    public Optional<Outcome.Failure> refusalOfChildren(Request start) {
        Caller caller = caller(start);
        String children = Arns.of("states", caller.account(), "execution:" + Arns.machineName(start.call()) + "/*");
        var needs = List.of(Need.now(Access.to("states:StartExecution", Arns.machine(start.call()))),
                new Need(Access.to("states:DescribeExecution", children), Need.Moment.LATER),
                new Need(Access.to("states:StopExecution", children), Need.Moment.LATER));
        return asked(caller, needs, start);
    }

    private static Reply refused(Outcome.Failure failure) {
        return new Reply.After(Api.USUAL, failure, false);
    }

    /// AWS: who may not list a bucket does not learn that an object is missing.
    public Reply veiled(Request request, Reply reply) {
        boolean missing = reply instanceof Reply.After(_, Outcome.Failure(var error, _), _) && error.contains("NoSuchKey");
        Caller caller = caller(request);
        if (!missing || !caller.role().restricted()) return reply;
        var list = Access.to("s3:ListBucket", "arn:aws:s3:::" + request.text("Bucket"));
        Verdict verdict = decide(caller, list, request);
        return verdict.allows() ? reply : refused(Refusal.of(request, caller, list, verdict, ledger));
    }

    private Verdict decide(Caller caller, Access access, Request request) {
        return caller.role().decide(caller.role().restricted() ? Circumstances.of(access, caller, request) : access);
    }

    /// A session of the machine's role; of the function's, where its code calls.
    private Caller caller(Request request) {
        String account = Arns.account(request.call());
        if (request.fromCode()) return new Caller(functionRole(request.function()), account, request.function());
        return new Caller(machineRole(Arns.machineName(request.call())), account, request.call().executionArn());
    }

    private Role machineRole(String machine) {
        Json named = machine.equals(start.machineName()) ? world.get("role") : described("stateMachines", machine).get("role");
        String own = machine.equals(start.machineName()) ? start.role() : machine + "-role";
        return named instanceof Json.Str(var name) ? known(name) : Role.unrestricted(own);
    }

    private Role functionRole(String function) {
        return described("lambda", function).get("role") instanceof Json.Str(var name) ? known(name) : Role.unrestricted(function + "-role");
    }

    /// A role that is named and missing allows nothing, and nobody may assume it.
    private Role known(String name) {
        return roles.find(name).orElseGet(() -> new Role(name, Optional.empty(), List.of(), true));
    }

    /// The session of the role that a state's `Credentials` name; empty where the machine's role may not assume it. Where the world
    /// describes no roles, everybody may.
    private Optional<Caller> assumed(Caller caller, String arn, Request request) {
        String account = arn.split(":").length > 4 ? arn.split(":")[4] : caller.account();
        if (roles.byName().isEmpty()) return Optional.of(new Caller(Role.unrestricted(arn.substring(arn.lastIndexOf('/') + 1)), account, caller.who()));
        var access = Access.to(ASSUME, arn);
        Verdict verdict = decide(caller, access, request);
        meter.asked(caller.role(), Need.now(access), verdict, request.call().step());
        var principal = new Statement.Principal("AWS", Arns.role(caller.account(), caller.role().name()));
        return roles.find(arn).filter(role -> verdict.allows() && role.trusts(principal, Circumstances.of(access, caller, request)))
                .map(role -> new Caller(role, account, caller.who()));
    }

    private static Outcome.Failure notAssumed(Caller caller, String arn) {
        return new Outcome.Failure(ErrorName.TASK_FAILED, "The role " + Arns.role(caller.account(), caller.role().name())
                + " is not authorized to assume the task state's role, " + arn + ".");
    }

    /// A function that is called assumes its own role, and writes its log with it. Where it may not write, it runs all the same.
    private Optional<Outcome.Failure> startFunction(Request request) {
        if (!request.resource().service().equals("lambda") || !request.action().equals("invoke")) return Optional.empty();
        String function = Arns.functionName(request.text("FunctionName"));
        if (!part("lambda").has(function)) return Optional.empty();
        Role role = functionRole(function);
        String account = Arns.account(request.call());
        var context = Access.to(ASSUME, "*").with("aws:SourceAccount", account)
                .with("aws:SourceArn", Arns.of("lambda", account, "function:" + function));
        if (!role.trusts(LAMBDA, context)) {
            return Optional.of(Refusal.said(request, Api.LAMBDA, "The role defined for the function cannot be assumed by Lambda.", ledger));
        }
        logging(function, account).forEach((action, resource) ->
                meter.asked(role, Need.now(Access.to(action, resource)), role.decide(Access.to(action, resource)), request.call().step()));
        return Optional.empty();
    }

    private static Map<String, String> logging(String function, String account) {
        String stream = Arns.of("logs", account, "log-group:/aws/lambda/" + function + ":log-stream:");
        return new TreeMap<>(Map.of("logs:CreateLogGroup", stream, "logs:CreateLogStream", stream, "logs:PutLogEvents", stream));
    }

    /// May a function write its log?
    public boolean writesItsLog(String function) {
        return logging(function, start.account()).entrySet().stream()
                .filter(needed -> !needed.getKey().equals("logs:CreateLogGroup"))
                .allMatch(needed -> functionRole(function).decide(Access.to(needed.getKey(), needed.getValue())).allows());
    }

    private Json.Obj described(String part, String name) {
        return part(part).get(name) instanceof Json.Obj thing ? thing : Json.Obj.EMPTY;
    }

    private Json.Obj part(String name) {
        return world.get(name) instanceof Json.Obj part ? part : Json.Obj.EMPTY;
    }
}
