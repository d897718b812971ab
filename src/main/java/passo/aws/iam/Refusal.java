package passo.aws.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.ServiceErrors;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// How a call learns that it may not: AWS's sentence, in the form of the integration that made the call.
final class Refusal {

    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;

    /// The services whose manner is known: what they say with which status.
    private static final Map<String, Manner> KNOWN = Map.of(
            "lambda", new Manner(Api.LAMBDA, FORBIDDEN, "AccessDeniedException"),
            "dynamodb", new Manner(Api.DYNAMODB, BAD_REQUEST, "AccessDeniedException"),
            "s3", new Manner(Api.S3, FORBIDDEN, "AccessDenied"),
            "sqs", new Manner(Api.SQS, FORBIDDEN, "AccessDenied"),
            "sns", new Manner(Api.SNS, FORBIDDEN, "AuthorizationError"),
            "eventbridge", new Manner(Api.EVENTS, BAD_REQUEST, "AccessDeniedException"),
            "sfn", new Manner(Api.STATES, BAD_REQUEST, "AccessDeniedException"));

    /// Of the other optimized integrations, what stands before their errors, and what they are called in a cause.
    private static final Map<String, List<String>> OPTIMIZED = Map.ofEntries(
            Map.entry("ecs", List.of("ECS", "AmazonECS")), Map.entry("batch", List.of("Batch", "AWSBatch")),
            Map.entry("glue", List.of("Glue", "AWSGlue")), Map.entry("athena", List.of("Athena", "AmazonAthena")),
            Map.entry("codebuild", List.of("CodeBuild", "AWSCodeBuild")), Map.entry("sagemaker", List.of("SageMaker", "AmazonSageMaker")),
            Map.entry("elasticmapreduce", List.of("ElasticMapReduce", "AmazonElasticMapReduce")),
            Map.entry("mediaconvert", List.of("MediaConvert", "AWSMediaConvert")), Map.entry("eks", List.of("Eks", "AmazonEKS")),
            Map.entry("databrew", List.of("DataBrew", "AWSGlueDataBrew")), Map.entry("bedrock", List.of("Bedrock", "AmazonBedrockRuntime")),
            Map.entry("emr-containers", List.of("EmrContainers", "AmazonEMRContainers")),
            Map.entry("emr-serverless", List.of("EmrServerless", "AWSEMRServerless")));
    /// Those that speak in JSON alone answer 400 where the others answer 403.
    private static final List<String> REST = List.of("batch", "mediaconvert", "eks", "databrew", "bedrock", "bedrockruntime", "emr-containers",
            "emrcontainers", "emr-serverless", "emrserverless", "scheduler", "iot", "polly", "apigateway");

    /// @param code on the wire
    private record Manner(Api api, int status, String code) {}

    private Refusal() {}

    static Outcome.Failure of(Request request, Caller caller, Access access, Verdict verdict, Ledger ledger) {
        String sentence = sentence(caller, access, verdict);
        Resource.Service resource = request.resource();
        if (!resource.sdk() && resource.service().equals("http")) {
            return new Outcome.Failure(access.service().equals("states") ? ErrorName.PERMISSIONS : "Events.ConnectionResource.AccessDenied", sentence);
        }
        if (!resource.sdk() && resource.service().equals("apigateway")) return new Outcome.Failure("ApiGateway.403", sentence);
        Manner manner = KNOWN.get(SdkCatalogue.called(resource).map(service -> service.name()).orElse(""));
        return manner != null ? said(request, manner, sentence, ledger) : said(request, sentence, ledger);
    }

    static Outcome.Failure said(Request request, Api api, String sentence, Ledger ledger) {
        return said(request, KNOWN.values().stream().filter(manner -> manner.api == api).findFirst().orElseThrow(), sentence, ledger);
    }

    /// AWS, "Access denied error messages".
    private static String sentence(Caller caller, Access access, Verdict verdict) {
        // AWS: S3 puts the resource in quotes, SNS writes itself in capitals, SQS its actions in small letters.
        String resource = access.service().equals("s3") ? '"' + access.resource() + '"' : access.resource();
        String action = switch (access.service()) {
            case "sns" -> "SNS" + access.action().substring("sns".length());
            case "sqs" -> access.action().toLowerCase(Locale.ROOT);
            default -> access.action();
        };
        return "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + resource
                + (verdict instanceof Verdict.Denied ? " with an explicit deny in an identity-based policy"
                        : " because no identity-based policy allows the " + action + " action");
    }

    private static Outcome.Failure said(Request request, Manner manner, String sentence, Ledger ledger) {
        // SNS alone gives it a name of its own.
        return manner.api == Api.SNS ? manner.api.failure(request, ledger, manner.status, manner.code, sentence)
                : manner.api.unnamed(request, ledger, manner.status, manner.code, sentence);
    }

    private static Outcome.Failure said(Request request, String sentence, Ledger ledger) {
        Resource.Service resource = request.resource();
        int status = REST.contains(resource.service()) ? FORBIDDEN : BAD_REQUEST;
        if (request.fromCode()) {
            return new Outcome.Failure("AccessDeniedException", Json.Obj.of("message", Json.of(sentence), "status", Json.of(status)).toString());
        }
        boolean named = ServiceErrors.names(resource, "AccessDeniedException");
        if (resource.sdk()) {
            String prefix = SdkCatalogue.called(resource).map(service -> service.exceptions()).orElse(resource.service());
            return new Outcome.Failure(prefix + (named ? ".AccessDeniedException" : "." + prefix + "Exception"), sentence + " (Service: " + prefix
                    + ", Status Code: " + status + ", Request ID: " + ledger.uuid() + ") (SDK Attempt Count: 1)");
        }
        List<String> written = OPTIMIZED.getOrDefault(resource.service(), List.of(resource.service(), resource.service()));
        return new Outcome.Failure(written.getFirst() + "." + (named ? "AccessDeniedException" : written.getLast() + "Exception"), sentence
                + " (Service: " + written.getLast() + "; Status Code: " + status + "; Error Code: AccessDeniedException; Request ID: "
                + ledger.uuid() + "; Proxy: null)");
    }
}
