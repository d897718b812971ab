package passo.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.asl.text.Diagnostic;
import passo.aws.cloudwatch.Logging;
import passo.aws.dynamodb.DynamoDb;
import passo.aws.iam.Complaints;
import passo.aws.iam.Creation;
import passo.aws.iam.Roles;
import passo.aws.messaging.EventPattern;
import passo.aws.service.Span;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.Pointer;

/// What exists before a run, by name: functions with their scripted answers, buckets, tables, queues, topics, state
/// machines, activities. A value, shared freely.
///
/// @param strict is a resource missing that this does not name? Where nobody gave a world, everything exists
/// @param json the world as it was given, known to be well-formed
/// @param machines its state machines, read
public record World(boolean strict, Json.Obj json, Map<String, StateMachine> machines) {

    /// No world given: whatever a definition names exists, and answers automatically.
    public static final World AUTOMATIC = new World(false, Json.Obj.EMPTY, Map.of());

    /// What says nothing of what exists.
    private static final Set<String> NOTHING_THAT_EXISTS = Set.of("clock", "seed", "execution", "account", "region", "events", "logging", "alarms", "mocks", "faults");

    private static final Shape ANY = new Shape.Any();
    private static final Shape TEXT = new Shape.Text(Pattern.compile("(?s).*"), "world.expected.string");
    private static final Shape TIME_SPAN = new Shape.Text(Span.PATTERN, "world.expected.duration");
    private static final Shape ATTEMPTS = new Shape.Text(Pattern.compile("\\d+(-\\d+)?"), "world.expected.attempts");
    private static final Shape KEY_TYPE = Shape.Word.of("S", "N", "B");
    private static final Shape ACCOUNT = new Shape.Text(Pattern.compile("\\d{12}"), "world.expected.account");

    private static final Shape.Fields REPLY = Shape.fields()
            .with("return", ANY).with("throw", Shape.fields().with("error", TEXT).with("cause", ANY)).with("never", new Shape.Flag())
            .with("after", TIME_SPAN).with("times", new Shape.Whole()).with("attempts", ATTEMPTS)
            .oneOf("return", "throw", "never");
    private static final Shape REPLIES = new Shape.Items(REPLY);
    private static final Shape HTTP_REPLIES = new Shape.Items(REPLY.with("status", new Shape.Whole()).with("headers", new Shape.Named(ANY)));
    private static final Shape RULES = new Shape.Items(Shape.fields().with("when", ANY).with("then", REPLIES));
    private static final Shape.Fields PLAN = Shape.fields()
            .with("after", TIME_SPAN).with("never", new Shape.Flag()).with("outcome", Shape.Word.of("SUCCEEDED", "FAILED"))
            .with("description", new Shape.Named(ANY)).with("error", TEXT).with("cause", TEXT)
            .with("throw", Shape.fields().with("error", TEXT).with("cause", ANY)).with("times", new Shape.Whole());
    private static final Shape.Fields FUNCTION = Shape.fields()
            .with("runtime", TEXT).with("code", TEXT).with("translatedFrom", TEXT).with("replies", REPLIES).with("rules", RULES)
            .with("role", TEXT).with("timeout", TIME_SPAN).with("memory", new Shape.Whole());
    private static final Shape.Fields TARGET = Shape.fields()
            .with("arn", TEXT).with("stateMachine", TEXT).with("queue", TEXT).with("topic", TEXT).with("function", TEXT)
            .with("messageGroupId", TEXT).oneOf("arn", "stateMachine", "queue", "topic", "function");
    private static final Shape KEY = Shape.fields().with("name", TEXT).with("type", KEY_TYPE).oneOf("name");

    private static final Shape COMPARISON = Shape.Word.of("GreaterThanThreshold",
            "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold");
    private static final Shape ALARM = Shape.fields()
            .with("MetricName", TEXT).with("Namespace", TEXT).with("Dimensions", new Shape.Items(Shape.fields().with("Name", TEXT).with("Value", TEXT)))
            .with("Statistic", Shape.Word.of("SampleCount", "Average", "Sum", "Minimum", "Maximum"))
            .with("ExtendedStatistic", new Shape.Text(Pattern.compile("p\\d{1,2}(\\.\\d+)?"), "world.expected.percentile"))
            .with("Period", new Shape.Whole()).with("EvaluationPeriods", new Shape.Whole()).with("DatapointsToAlarm", new Shape.Whole())
            .with("Threshold", new Shape.Number()).with("ComparisonOperator", COMPARISON)
            .with("TreatMissingData", Shape.Word.of("missing", "ignore", "breaching", "notBreaching"))
            .with("AlarmDescription", TEXT).with("AlarmActions", new Shape.Items(TEXT)).with("OKActions", new Shape.Items(TEXT))
            .with("InsufficientDataActions", new Shape.Items(TEXT)).with("ActionsEnabled", new Shape.Flag()).with("Unit", TEXT);

    private static final Shape FAULT = Shape.fields().with("error", TEXT).with("cause", TEXT).with("throttled", new Shape.Flag())
            .with("slow", TIME_SPAN).with("attempts", ATTEMPTS).with("times", new Shape.Whole());

    private static final Shape.Fields VERSION = Shape.fields()
            .with("body", ANY).with("size", new Shape.Whole()).with("metadata", ANY).with("deny", new Shape.Flag())
            .with("contentType", TEXT).with("tags", new Shape.Named(TEXT)).with("versionId", TEXT).with("deleted", new Shape.Flag());

    /// For each state the name of its response.
    private static final Shape TEST_CASE = new Shape.Named(TEXT);
    private static final Shape RESPONSES = new Shape.Named(new Shape.Named(Shape.fields()
            .with("Return", ANY).with("Throw", Shape.fields().with("Error", TEXT).with("Cause", ANY))
            .oneOf("Return", "Throw")));

    /// What a world may say: the one description of it, by which it is checked and by which the page shows it.
    public static final Shape.Fields SHAPE = Shape.fields()
            .with("clock", new Shape.Text(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.+"), "world.expected.instant"))
            .with("seed", new Shape.Whole())
            .with("execution", Shape.fields().with("stateMachine", TEXT).with("name", TEXT))
            .with("role", TEXT)
            .with("account", ACCOUNT)
            .with("region", TEXT)
            .with("logging", Shape.fields().with("level", Shape.Word.of("OFF", "FATAL", "ERROR", "ALL")).with("includeExecutionData", new Shape.Flag()))
            .with("lambda", new Shape.Named(FUNCTION
                    .with("account", ACCOUNT).with("coldStart", TIME_SPAN).with("concurrency", new Shape.Whole())
                    .with("onFailure", Shape.fields().with("queue", TEXT).with("topic", TEXT).with("function", TEXT).oneOf("queue", "topic", "function"))
                    .with("versions", new Shape.Named(FUNCTION))
                    .with("aliases", new Shape.Named(new Shape.Either(
                            Shape.fields().with("version", TEXT).with("weights", new Shape.Named(new Shape.Share())), TEXT)))))
            .with("s3", new Shape.Named(new Shape.Named(VERSION.with("versions", new Shape.Items(VERSION)))))
            .with("buckets", new Shape.Named(Shape.fields().with("versioning", new Shape.Flag())))
            .with("dynamodb", new Shape.Named(Shape.fields()
                    .with("partitionKey", KEY).with("sortKey", KEY).with("items", new Shape.Items(new Shape.Named(ANY)))
                    .with("indexes", new Shape.Named(Shape.fields()
                            .with("partitionKey", KEY).with("sortKey", KEY).oneOf("partitionKey")))
                    .oneOf("partitionKey")))
            .with("sqs", new Shape.Named(Shape.fields()
                    .with("fifo", new Shape.Flag()).with("contentBasedDeduplication", new Shape.Flag())
                    .with("delaySeconds", new Shape.Whole()).with("visibilityTimeout", new Shape.Whole()).with("messageRetentionPeriod", new Shape.Whole())
                    .with("maximumMessageSize", new Shape.Whole()).with("receiveMessageWaitTimeSeconds", new Shape.Whole())
                    .with("redrivePolicy", Shape.fields().with("queue", TEXT).with("deadLetterTargetArn", TEXT).with("maxReceiveCount", new Shape.Whole()))
                    .with("messages", new Shape.Items(ANY))))
            .with("sns", new Shape.Named(Shape.fields()
                    .with("fifo", new Shape.Flag()).with("contentBasedDeduplication", new Shape.Flag())
                    .with("subscriptions", new Shape.Items(Shape.fields()
                            .with("protocol", TEXT).with("endpoint", TEXT).with("rawMessageDelivery", new Shape.Flag()).with("filterPolicy", ANY)
                            .with("filterPolicyScope", Shape.Word.of("MessageAttributes", "MessageBody"))))
                    .with("messages", new Shape.Items(ANY))))
            .with("events", Shape.fields().with("rules", new Shape.Named(Shape.fields()
                    .with("pattern", ANY).with("bus", TEXT).with("targets", new Shape.Items(TARGET
                            .with("input", ANY).with("inputPath", TEXT).with("inputTransformer", Shape.fields()
                                    .with("inputPathsMap", new Shape.Named(TEXT)).with("inputTemplate", TEXT)))))))
            .with("stateMachines", new Shape.Named(Shape.fields()
                    .with("type", Shape.Word.of("STANDARD", "EXPRESS"))
                    .with("definition", ANY).with("account", ACCOUNT).with("role", TEXT)))
            .with("activities", new Shape.Named(Shape.fields()
                    .with("replies", REPLIES).with("rules", RULES).with("workerName", TEXT).with("after", TIME_SPAN)))
            .with("jobs", new Shape.Named(PLAN
                    .with("replies", new Shape.Items(PLAN)).with("rules", new Shape.Items(Shape.fields().with("when", ANY).with("then", new Shape.Items(PLAN))))))
            .with("secrets", new Shape.Named(Shape.fields().with("value", ANY)))
            .with("parameters", new Shape.Named(Shape.fields().with("value", ANY).with("type", Shape.Word.of("String", "StringList", "SecureString"))))
            .with("services", new Shape.Named(Shape.fields().with("replies", REPLIES).with("rules", RULES)))
            .with("http", new Shape.Named(Shape.fields().with("replies", HTTP_REPLIES)
                    .with("rules", new Shape.Items(Shape.fields().with("when", ANY).with("then", HTTP_REPLIES)))))
            .with("connections", new Shape.Named(Shape.fields()))
            .with("roles", new Shape.Named(Shape.fields().with("trust", ANY).with("policy", ANY)))
            .with("mocks", Shape.fields()
                    .with("testCase", new Shape.Either(TEST_CASE, TEXT))
                    .with("responses", RESPONSES)
                    .with("file", Shape.fields()
                            .with("StateMachines", new Shape.Named(Shape.fields().with("TestCases", new Shape.Named(TEST_CASE))))
                            .with("MockedResponses", RESPONSES))
                    .with("states", new Shape.Named(Shape.fields()
                            .with("result", ANY).with("errorOutput", Shape.fields().with("error", TEXT).with("cause", TEXT))
                            .with("fieldValidationMode", Shape.Word.of("STRICT", "PRESENT", "NONE"))
                            .oneOf("result", "errorOutput"))))
            .with("alarms", new Shape.Named(ALARM))
            .with("faults", new Shape.Named(new Shape.Items(FAULT)));

    public World {
        machines = Map.copyOf(machines);
    }

    /// Reads a world, and tells everything that is wrong with it.
    public static Reading<World> parse(Json json) {
        var problems = new ArrayList<>(Shape.problems(json, SHAPE));
        if (!problems.isEmpty() || !(json instanceof Json.Obj obj)) return new Reading.Bad<>(List.copyOf(problems));
        Map<String, StateMachine> machines = new HashMap<>();
        var world = new World(true, obj, Map.of());
        if (obj.has("clock") && world.clock().isEmpty()) {
            problems.add(new Problem(Pointer.ROOT.child("clock"), "world.expected.instant", List.of(String.valueOf(obj.get("clock")))));
        }
        Roles.of(world.part("roles"), (at, key, arguments) ->
                problems.add(new Problem(Pointer.ROOT.child("roles").under(at), key, List.of(arguments))));
        world.part("stateMachines").forEach((name, machine) -> {
            Definition definition = definition((Json.Obj) machine);
            definition.machine().ifPresent(read -> machines.put(name, read));
            definition.diagnostics().stream().filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR).findFirst()
                    .ifPresent(diagnostic -> problems.add(new Problem(Pointer.ROOT.child("stateMachines").child(name).child("definition"),
                            "world.definition", List.of(name, diagnostic.message(), diagnostic.location()))));
        });
        patterns(world, problems);
        items(world, problems);
        problems.addAll(Mocks.problems(world.part("mocks")));
        return problems.isEmpty() ? new Reading.Good<>(new World(true, obj, machines)) : new Reading.Bad<>(List.copyOf(problems));
    }

    private static void patterns(World world, List<Problem> problems) {
        if (world.part("events").get("rules") instanceof Json.Obj rules) {
            rules.forEach((name, rule) -> pattern((Json.Obj) rule, "pattern", Pointer.ROOT.child("events").child("rules").child(name), problems));
        }
        world.part("sns").forEach((name, topic) -> {
            if (!(((Json.Obj) topic).get("subscriptions") instanceof Json.Arr subscriptions)) return;
            for (int i = 0; i < subscriptions.size(); i++) {
                pattern((Json.Obj) subscriptions.get(i), "filterPolicy", Pointer.ROOT.child("sns").child(name).child("subscriptions").child(i), problems);
            }
        });
    }

    private static void pattern(Json.Obj described, String member, Pointer at, List<Problem> problems) {
        Optional.ofNullable(described.get(member)).flatMap(EventPattern::problem)
                .ifPresent(reason -> problems.add(new Problem(at.child(member), "world.pattern", List.of(reason))));
    }

    private static void items(World world, List<Problem> problems) {
        world.part("dynamodb").forEach((name, table) -> {
            if (!(((Json.Obj) table).get("items") instanceof Json.Arr items)) return;
            for (int i = 0; i < items.size(); i++) {
                Pointer at = Pointer.ROOT.child("dynamodb").child(name).child("items").child(i);
                DynamoDb.problem((Json.Obj) table, (Json.Obj) items.get(i)).ifPresent(reason -> problems.add(new Problem(at, "world.item", List.of(reason))));
            }
        });
    }

    /// The definition of a state machine that a world describes.
    private static Definition definition(Json.Obj described) {
        return switch (described.get("definition")) {
            case null -> Definition.parse("", type(described));
            case Json.Str(var text) -> Definition.parse(text, type(described));
            case Json json -> Definition.of(json, type(described));
        };
    }

    private static Definition.Type type(Json.Obj described) {
        return Json.of("EXPRESS").equals(described.get("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
    }

    /// The same world; where it names nothing that exists but only what answers or goes wrong, everything else exists as it did.
    public World orAutomatic() {
        return NOTHING_THAT_EXISTS.containsAll(json.names()) ? new World(false, json, machines) : this;
    }

    /// When a run in this world begins, where the world says so.
    public Optional<Instant> clock() {
        return json.get("clock") instanceof Json.Str(var text) ? instant(text) : Optional.empty();
    }

    /// The seed of a run in this world, where the world says so.
    public OptionalLong seed() {
        return json.get("seed") instanceof Json.Num(var number) ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /// This world for a run of a machine; bad where what it says of states does not fit them.
    public Reading<World> with(StateMachine machine) {
        var all = Stream.concat(Stream.of(machine), machines.values().stream()).toList();
        List<Problem> problems = Mocks.of(part("mocks")).problems(all);
        return problems.isEmpty() ? new Reading.Good<>(this) : new Reading.Bad<>(problems);
    }

    /// The roles that it describes.
    public Roles roles() {
        return Roles.of(part("roles"), Complaints.UNHEARD);
    }

    /// Why AWS would not make a machine of this run, in its words: the role that the world gives it does not do.
    ///
    /// @param logs is the history of the run's own machine logged?
    public Optional<String> refusedRole(StartExecution start, boolean logs) {
        Optional<String> own = json.get("role") instanceof Json.Str(var role)
                ? Creation.refusal(start.machine(), role, roles(), start.machineArn(), logs) : Optional.empty();
        return own.or(() -> machines.keySet().stream().sorted().flatMap(name -> refusedRole(name).stream()).findFirst());
    }

    private Optional<String> refusedRole(String machine) {
        Json.Obj described = (Json.Obj) part("stateMachines").get(machine);
        String owner = described.get("account") instanceof Json.Str(var other) ? other : account();
        return described.get("role") instanceof Json.Str(var role)
                ? Creation.refusal(machines.get(machine), role, roles(), "arn:aws:states:" + StartExecution.REGION + ":" + owner + ":stateMachine:" + machine, false) : Optional.empty();
    }

    /// The same execution under the role that this world gives its machine, where it gives it one.
    public StartExecution underItsRole(StartExecution start) {
        return json.get("role") instanceof Json.Str(var role) ? start.as(role) : start;
    }

    /// How the run's machine logs.
    public Logging logging() {
        return Logging.of(part("logging")).orElse(Logging.NONE);
    }

    /// What the run's execution is called, or with `stateMachine` its machine, where the world says so.
    public Optional<String> called(String member) {
        return part("execution").get(member) instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty();
    }

    public String account() {
        return json.get("account") instanceof Json.Str(var account) ? account : "111122223333";
    }

    /// A world with something different: what a part names is another thing now, or nothing where it is null; a thing that the
    /// change does not name stays.
    public static Json.Obj changed(Json.Obj world, Json.Obj change) {
        var all = Json.Obj.builder().putAll(world);
        change.forEach((part, things) -> {
            if (!(things instanceof Json.Obj named && world.get(part) instanceof Json.Obj old)) {
                all.put(part, things);
                return;
            }
            var both = Json.Obj.builder();
            old.forEach((name, thing) -> {
                if (!named.has(name)) both.put(name, thing);
            });
            named.forEach((name, thing) -> {
                if (thing != Json.NULL) both.put(name, thing);
            });
            all.put(part, both.build());
        });
        return all.build();
    }

    /// The same world, in which only the calls of one state go wrong.
    ///
    /// @param fault as `faults` has them
    public World withFault(String state, Json.Obj fault) {
        return new World(strict, json.with("faults", Json.Obj.of(state, Json.array(fault))), machines);
    }

    /// A part of the world, such as `s3`; empty where it is not given.
    public Json.Obj part(String name) {
        return json.get(name) instanceof Json.Obj part ? part : Json.Obj.EMPTY;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
