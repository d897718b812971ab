package passo.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import passo.aws.cloudwatch.CloudWatch;
import passo.aws.dynamodb.DynamoDb;
import passo.aws.http.Http;
import passo.aws.lambda.CodeCall;
import passo.aws.lambda.Lambda;
import passo.aws.messaging.EventBus;
import passo.aws.messaging.Scheduler;
import passo.aws.messaging.Sns;
import passo.aws.messaging.Sqs;
import passo.aws.s3.S3;
import passo.aws.service.Actions;
import passo.aws.service.Bystanders;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.aws.states.Activities;
import passo.aws.states.StepFunctions;
import passo.aws.vault.Keys;
import passo.aws.vault.Parameters;
import passo.aws.vault.Secrets;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.json.Json;

/// The services that are there in one run, each by the part of the world from which it answers. Made by the cloud, for its run.
final class Region {

    /// The part of the world from which a service answers, where it has another name than the resource.
    private static final Map<String, String> PARTS =
            Map.of("eventbridge", "events", "states", "stateMachines", "sfn", "stateMachines", "apigateway", "http", "cloudwatch", "alarms",
                    "secretsmanager", "secrets", "ssm", "parameters", "kms", "keys", "scheduler", "schedules");

    /// What the AWS SDK for Java 2 calls the service of a part of the world, where it has another name.
    private static final Map<String, String> PACKAGES = Map.of("events", "eventbridge", "stateMachines", "sfn", "alarms", "cloudwatch",
            "secrets", "secretsmanager", "parameters", "ssm", "keys", "kms", "schedules", "scheduler");

    private final StartExecution start;
    private final Ledger ledger;
    private final Bystanders bystanders;
    private final Deliveries deliveries;
    private final Lambda lambda;
    private final Activities activities;
    private final EventBus eventBus;
    private final StepFunctions stepFunctions;
    private final Map<String, Service> byPart = new LinkedHashMap<>();

    /// @param start the execution that is to run here
    /// @param fromCode answers the code of functions
    /// @param passedOn answers what one service hands on to another
    Region(World world, StartExecution start, Bystanders bystanders, Ledger ledger, CodeCall.Services fromCode, CodeCall.Services passedOn) {
        this.start = start;
        this.ledger = ledger;
        this.bystanders = bystanders;
        deliveries = new Deliveries(passedOn::answer);
        lambda = new Lambda(world.part("lambda"), bystanders, ledger, fromCode, deliveries);
        activities = new Activities(world.part("activities"), start, bystanders);
        eventBus = new EventBus(world.part("events"), world.account(), deliveries, ledger);
        stepFunctions = new StepFunctions(world.part("stateMachines"), world.machines(), start, activities, eventBus, ledger);
        for (String part : List.of("lambda", "s3", "dynamodb", "sqs", "sns", "events", "schedules", "stateMachines", "http", "alarms", "secrets",
                "parameters", "keys")) {
            byPart.put(part, made(part, world));
        }
    }

    /// The service that answers from a part of the world.
    private Service made(String part, World world) {
        Json.Obj described = world.part(part);
        return switch (part) {
            case "lambda" -> lambda;
            case "s3" -> new S3(described, world.part("buckets"), eventBus, ledger, start.at());
            case "dynamodb" -> new DynamoDb(described, ledger, start.at());
            case "sqs" -> new Sqs(described, start.at(), bystanders, ledger);
            case "sns" -> new Sns(described, world.account(), deliveries, bystanders, ledger);
            case "events" -> eventBus;
            case "stateMachines" -> stepFunctions;
            case "http" -> new Http(described, world.part("connections"), ledger);
            case "secrets" -> new Secrets(described, world.account(), ledger);
            case "parameters" -> new Parameters(described, world.account(), ledger);
            case "keys" -> new Keys(world.account(), ledger);
            case "alarms" -> new CloudWatch(described, ledger);
            case "schedules" -> new Scheduler(deliveries, ledger);
            default -> throw new IllegalArgumentException("No service answers from this part of a world: " + part);
        };
    }

    /// The actions of every service that answers for itself, by the name that the AWS SDK for Java 2 gives the service.
    SequencedMap<String, Map<String, Actions.Action>> services() {
        var services = new TreeMap<String, Map<String, Actions.Action>>();
        byPart.forEach((part, service) -> services.computeIfAbsent(PACKAGES.getOrDefault(part, part), _ -> new LinkedHashMap<>()).putAll(service.actions().all()));
        return services;
    }

    /// The answer of the service that a request is for; empty where none is here, or it has no such action.
    Optional<Reply> answer(Request request, Agenda agenda) {
        String part = PARTS.getOrDefault(request.resource().service(), request.resource().service());
        return Optional.ofNullable(byPart.get(part)).flatMap(service -> service.actions().answer(request, agenda));
    }

    /// The parts of the world as they now are, of those services that change theirs.
    Json.Obj world() {
        var now = Json.Obj.builder();
        byPart.forEach((part, service) -> {
            if (!service.world().isEmpty()) now.put(part, service.world());
        });
        return now.build();
    }

    /// Parts of the world are others now; everything else is as the run has left it.
    ///
    /// @param change names what is different
    void change(World world, Json.Obj change) {
        if (change.get("lambda") instanceof Json.Obj functions) lambda.change(world.part("lambda"), functions.names());
        if (change.has("stateMachines")) stepFunctions.change(world.part("stateMachines"), world.machines());
        if (change.has("buckets")) byPart.put("s3", made("s3", world));
        for (String part : List.of("s3", "dynamodb", "http", "secrets", "parameters")) {
            if (change.has(part)) byPart.put(part, made(part, world));
        }
    }

    Lambda lambda() {
        return lambda;
    }

    Activities activities() {
        return activities;
    }

    StepFunctions stepFunctions() {
        return stepFunctions;
    }

    CloudWatch cloudWatch() {
        return (CloudWatch) byPart.get("alarms");
    }
}
