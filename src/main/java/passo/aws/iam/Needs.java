package passo.aws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.SdkService;
import passo.aws.service.Request;
import passo.json.Json;

/// What a call needs. AWS, "How Step Functions generates IAM policies for integrated services", "Service Authorization Reference".
final class Needs {

    /// What some optimized integrations do under another name.
    private static final Map<String, List<String>> OPTIMIZED = Map.of(
            "elasticmapreduce:createCluster", List.of("elasticmapreduce:RunJobFlow"),
            "elasticmapreduce:terminateCluster", List.of("elasticmapreduce:TerminateJobFlows"),
            "elasticmapreduce:addStep", List.of("elasticmapreduce:AddJobFlowSteps"),
            "elasticmapreduce:cancelStep", List.of("elasticmapreduce:CancelSteps"),
            "elasticmapreduce:setClusterTerminationProtection", List.of("elasticmapreduce:SetTerminationProtection"),
            "elasticmapreduce:modifyInstanceFleetByName", List.of("elasticmapreduce:ModifyInstanceFleet", "elasticmapreduce:ListInstanceFleets"),
            "elasticmapreduce:modifyInstanceGroupByName", List.of("elasticmapreduce:ModifyInstanceGroups", "elasticmapreduce:ListInstanceGroups"),
            // Kubernetes decides on these, not IAM.
            "eks:call", List.of(), "eks:runJob", List.of());
    /// The services that are handed roles, and as whom they assume them.
    private static final Map<String, String> RECEIVERS = Map.ofEntries(Map.entry("ecs", "ecs-tasks"), Map.entry("batch", "ecs-tasks"),
            Map.entry("emr", "elasticmapreduce"), Map.entry("emrserverless", "emr-serverless"), Map.entry("glue", "glue"),
            Map.entry("sagemaker", "sagemaker"), Map.entry("mediaconvert", "mediaconvert"), Map.entry("scheduler", "scheduler"),
            Map.entry("codebuild", "codebuild"), Map.entry("databrew", "databrew"), Map.entry("eks", "eks"), Map.entry("bedrock", "bedrock"),
            Map.entry("textract", "textract"), Map.entry("rekognition", "rekognition"), Map.entry("transcribe", "transcribe"),
            Map.entry("comprehend", "comprehend"), Map.entry("translate", "translate"));
    /// A member of a transaction's item, and what it needs.
    private static final Map<String, String> TRANSACTED = Map.of("Get", "dynamodb:GetItem", "Put", "dynamodb:PutItem", "Update", "dynamodb:UpdateItem",
            "Delete", "dynamodb:DeleteItem", "ConditionCheck", "dynamodb:ConditionCheckItem");

    private final Request request;
    private final String account;
    private final Json.Obj tables;
    private final Json.Obj body;

    private Needs(Request request, Json.Obj tables) {
        this.request = request;
        this.tables = tables;
        account = Arns.account(request.call());
        body = request.body();
    }

    /// @param tables of the world, for the names of their keys
    static List<Need> of(Request request, Json.Obj tables) {
        return new Needs(request, tables).all();
    }

    private List<Need> all() {
        Resource.Service resource = request.resource();
        List<Need> all = new ArrayList<>();
        Stream<Access> called = switch (resource.sdk() ? "" : resource.service()) {
            case "http" -> http();
            case "apigateway" -> gateway();
            default -> SdkCatalogue.called(resource).stream().flatMap(this::called);
        };
        called.map(Need::now).forEach(all::add);
        SdkCatalogue.called(resource).stream().flatMap(this::passed).map(Need::now).forEach(all::add);
        Waiting.of(resource).ifPresent(job -> {
            job.onTheRule(account).forEach(access -> all.add(new Need(access, Need.Moment.CREATION)));
            String subject = subject(all);
            job.follows().forEach(action -> all.add(new Need(Access.to(action, subject), job.moment(action))));
        });
        return all;
    }

    /// What is asked about afterwards: what was started, or any of its kind where it has its name only then.
    private String subject(List<Need> all) {
        if (request.resource().service().equals("states")) return Arns.of("states", account, "execution:" + last(request.text("StateMachineArn"), ":") + ":*");
        return switch (request.resource().service()) {
            case "glue", "codebuild", "sagemaker", "athena", "databrew", "eks" -> all.isEmpty() ? "*" : all.getFirst().access().resource();
            default -> "*";
        };
    }

    private Stream<Access> called(SdkService service) {
        return switch (service.name() + ":" + request.action()) {
            case "dynamodb:batchGetItem", "dynamodb:batchWriteItem" -> request.object("RequestItems").names().stream()
                    .map(table -> Access.to(service.permission(request.action()), table(table)));
            case "dynamodb:transactGetItems", "dynamodb:transactWriteItems" -> request.list("TransactItems").stream().flatMap(this::transacted);
            case "s3:copyObject" -> Stream.of(Access.to("s3:GetObject", "arn:aws:s3:::" + source()), one(service, body));
            case "s3:deleteObjects" -> objects(request.object("Delete").get("Objects")).map(object ->
                    Access.to("s3:DeleteObject", "arn:aws:s3:::" + request.text("Bucket") + "/" + text(object, "Key")));
            case "eventbridge:putEvents" -> objects(body.get("Entries")).map(this::event).distinct();
            case "batch:submitJob" -> Stream.of(one(service, body), Access.to("batch:SubmitJob", named("batch", "job-queue/", "JobQueue")));
            case "sfn:sendTaskSuccess", "sfn:sendTaskFailure", "sfn:sendTaskHeartbeat" ->
                Stream.of(Access.to(service.permission(request.action()), Arns.machine(request.call())));
            default -> optimized(service);
        };
    }

    private Stream<Access> optimized(SdkService service) {
        String integration = request.sdk() ? "" : request.resource().service() + ":" + request.action();
        if (OPTIMIZED.containsKey(integration)) {
            return OPTIMIZED.get(integration).stream().map(action -> Access.to(action, ResourceNames.of(service, body, account)));
        }
        boolean tagged = service.name().equals("sagemaker") && Waiting.of(request.resource()).isPresent();
        Access one = one(service, body);
        return tagged ? Stream.of(one, Access.to("sagemaker:AddTags", one.resource())) : Stream.of(one);
    }

    private Access one(SdkService service, Json.Obj asked) {
        String action = service.permission(request.action());
        boolean version = service.name().equals("s3") && asked.has("VersionId") && action.endsWith("Object");
        var access = Access.to(version ? action + "Version" : action, ResourceNames.of(service, asked, account));
        return switch (service.name()) {
            case "s3" -> action.startsWith("s3:List") ? access.with("s3:prefix", text(asked, "Prefix")).with("s3:delimiter", text(asked, "Delimiter"))
                    .with("s3:max-keys", asked.get("MaxKeys") instanceof Json.Num most ? most.toString() : "") : access;
            case "dynamodb" -> access.with("dynamodb:LeadingKeys", leadingKey(asked));
            case "ecs" -> access.with("ecs:cluster", named("ecs", "cluster/", "Cluster"));
            case "lambda" -> access.with("lambda:FunctionArn", access.resource());
            default -> access;
        };
    }

    private String leadingKey(Json.Obj asked) {
        Json.Obj key = asked.get("Key") instanceof Json.Obj given ? given : asked.get("Item") instanceof Json.Obj item ? item : Json.Obj.EMPTY;
        String name = tables.get(last(text(asked, "TableName"), "/")) instanceof Json.Obj table && table.get("partitionKey") instanceof Json.Obj partition
                ? text(partition, "name") : key.size() == 1 ? key.name(0) : "";
        return key.get(name) instanceof Json.Obj attribute && attribute.size() == 1 && attribute.value(0) instanceof Json.Str(var value) ? value : "";
    }

    private Stream<Access> transacted(Json item) {
        if (!(item instanceof Json.Obj operations)) return Stream.empty();
        return operations.names().stream().filter(TRANSACTED::containsKey).flatMap(kind -> objects(Json.array(operations.get(kind)))
                .map(operation -> Access.to(TRANSACTED.get(kind), table(text(operation, "TableName"))).with("dynamodb:LeadingKeys", leadingKey(operation))));
    }

    private String table(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : Arns.of("dynamodb", account, "table/" + nameOrArn);
    }

    private String source() {
        String source = request.text("CopySource");
        return source.startsWith("/") ? source.substring(1) : source.startsWith("arn:aws:s3:::") ? source.substring("arn:aws:s3:::".length()) : source;
    }

    private Access event(Json.Obj entry) {
        String bus = text(entry, "EventBusName");
        String arn = bus.startsWith("arn:") ? bus : Arns.of("events", account, "event-bus/" + (bus.isEmpty() ? "default" : bus));
        return Access.to("events:PutEvents", arn).with("events:source", text(entry, "Source")).with("events:detail-type", text(entry, "DetailType"));
    }

    /// AWS, "Call HTTPS APIs": the endpoint, and the connection with its secret.
    private Stream<Access> http() {
        var invoke = Access.to("states:InvokeHTTPEndpoint", Arns.machine(request.call()))
                .with("states:HTTPEndpoint", request.text("ApiEndpoint")).with("states:HTTPMethod", request.text("Method"));
        String connection = request.object("Authentication").get("ConnectionArn") instanceof Json.Str(var arn) ? arn : text(request.object("InvocationConfig"), "ConnectionArn");
        if (connection.isEmpty()) return Stream.of(invoke);
        String secret = Arns.of("secretsmanager", account, "secret:events!connection/" + connection.substring(connection.indexOf('/') + 1));
        return Stream.of(invoke, Access.to("events:RetrieveConnectionCredentials", connection),
                Access.to("secretsmanager:GetSecretValue", secret), Access.to("secretsmanager:DescribeSecret", secret));
    }

    /// AWS: only an API that wants it is called with the role's name.
    private Stream<Access> gateway() {
        if (!request.text("AuthType").equals("IAM_ROLE")) return Stream.empty();
        String host = request.text("ApiEndpoint");
        String path = request.text("Path").isEmpty() ? "/" : request.text("Path");
        return Stream.of(Access.to("execute-api:Invoke", Arns.of("execute-api", account,
                host.split("\\.")[0] + "/" + request.text("Stage") + "/" + request.text("Method") + path)));
    }

    /// AWS: whoever hands a role on needs to be allowed to.
    private Stream<Access> passed(SdkService service) {
        if (!RECEIVERS.containsKey(service.name())) return Stream.empty();
        String receiver = RECEIVERS.get(service.name()) + ".amazonaws.com";
        return roles("", body).distinct().map(role -> Access.to("iam:PassRole", role).with("iam:PassedToService", receiver));
    }

    private Stream<String> roles(String member, Json json) {
        return switch (json) {
            case Json.Obj obj -> obj.names().stream().flatMap(name -> roles(name, obj.get(name)));
            case Json.Arr arr -> arr.items().stream().flatMap(item -> roles(member, item));
            case Json.Str(var text) when member.toLowerCase(Locale.ROOT).contains("role") && text.matches("arn:aws:iam::\\d{12}:role/.+") -> Stream.of(text);
            case Json.Str(var name) when member.equals("ServiceRole") || member.equals("JobFlowRole") ->
                Optional.of(name).filter(text -> !text.isEmpty() && !text.startsWith("arn:")).map(text -> Arns.role(account, text)).stream();
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Stream.empty();
        };
    }

    private String named(String service, String kind, String member) {
        String name = request.text(member);
        return name.isEmpty() || name.startsWith("arn:") ? name : Arns.of(service, account, kind + name);
    }

    private static Stream<Json.Obj> objects(Json list) {
        return list instanceof Json.Arr arr ? arr.items().stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast) : Stream.empty();
    }

    private static String text(Json.Obj obj, String member) {
        return obj.get(member) instanceof Json.Str(var text) ? text : "";
    }

    private static String last(String text, String separator) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }
}
