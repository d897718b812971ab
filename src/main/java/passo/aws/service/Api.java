package passo.aws.service;

import java.time.Duration;
import java.util.Set;
import passo.engine.Reply;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// A service of AWS: how its answers and its errors look to a state machine, and how long it usually takes.
///
/// The optimized integrations speak as AWS's older Java SDK (`DynamoDB.ConditionalCheckFailedException`, “Error Code:”),
/// the SDK integrations as its newer one (`DynamoDb.…`, “SDK Attempt Count”).
public enum Api {
    LAMBDA("Lambda", "AWSLambda", "Lambda", 120),
    DYNAMODB("DynamoDB", "AmazonDynamoDBv2", "DynamoDb", 12),
    S3("S3", "Amazon S3", "S3", 35),
    SQS("SQS", "AmazonSQS", "Sqs", 18),
    SNS("SNS", "AmazonSNS", "Sns", 22),
    EVENTS("EventBridge", "AmazonEventBridge", "EventBridge", 25),
    CLOUDWATCH("CloudWatch", "AmazonCloudWatch", "CloudWatch", 40),
    SECRETS("SecretsManager", "AWSSecretsManager", "SecretsManager", 40),
    SSM("Ssm", "AWSSimpleSystemsManagement", "Ssm", 30),
    KMS("Kms", "AWSKMS", "Kms", 25),
    SCHEDULER("Scheduler", "AmazonEventBridgeScheduler", "Scheduler", 30),
    HTTP("Http", "HTTP", "Http", 80),
    STATES("StepFunctions", "AWSStepFunctions", "Sfn", 30);

    /// How long any other service takes, and how long it takes to submit a job.
    public static final Duration USUAL = Duration.ofMillis(80);

    private static final Set<String> BARE = Set.of("events", "s3", "http", "apigateway");

    private final String prefix;
    private final String label;
    private final String sdkPrefix;
    private final Duration latency;

    Api(String prefix, String label, String sdkPrefix, long millis) {
        this.prefix = prefix;
        this.label = label;
        this.sdkPrefix = sdkPrefix;
        latency = Duration.ofMillis(millis);
    }

    public Duration latency() {
        return latency;
    }

    /// An error that the service's API names.
    ///
    /// @param code on the wire, such as `ResourceNotFoundException` or `NotFound`
    public Outcome.Failure failure(Request request, Ledger ledger, int status, String code, String message) {
        return failure(request, ledger, status, code, message, Json.Obj.EMPTY);
    }

    /// An error that the service's API names.
    ///
    /// @param more members of the error besides its message: a state machine does not see them
    public Outcome.Failure failure(Request request, Ledger ledger, int status, String code, String message, Json.Obj more) {
        String exception = code.endsWith("Exception") ? code : code + "Exception";
        return failure(request, ledger, exception, status, code, message, more);
    }

    /// An error that the API does not name: the SDKs call it after the service.
    public Outcome.Failure unnamed(Request request, Ledger ledger, int status, String code, String message) {
        String exception = request.sdk() ? sdkPrefix + "Exception" : label.replaceAll(" |v2$", "") + "Exception";
        return failure(request, ledger, exception, status, code, message, Json.Obj.EMPTY);
    }

    private Outcome.Failure failure(Request request, Ledger ledger, String exception, int status, String code, String message, Json.Obj more) {
        if (request.fromCode()) {
            return new Outcome.Failure(code, Json.Obj.builder().putAll(more).put("message", message).put("status", status).build().toString());
        }
        return request.sdk()
                ? new Outcome.Failure(sdkPrefix + "." + exception, message + " (Service: " + sdkPrefix + ", Status Code: " + status
                        + ", Request ID: " + ledger.uuid() + (this == S3 ? ", Extended Request ID: " + ledger.uuid() : "")
                        + ") (SDK Attempt Count: 1)")
                : new Outcome.Failure(prefix + "." + exception, cause(message, status, code, ledger));
    }

    /// An optimized integration's text of an error.
    public String cause(String message, int status, String code, Ledger ledger) {
        return message + " (Service: " + label + "; Status Code: " + status + "; Error Code: " + code + "; Request ID: " + ledger.uuid()
                + "; Proxy: null)";
    }

    /// What the caller gets of the service's own outcome.
    public Reply reply(Request request, Outcome outcome, Ledger ledger) {
        if (!(outcome instanceof Outcome.Success(Json.Obj answer))) return new Reply.After(latency, outcome, false);
        Json shown = shown(request, answer, ledger);
        return request.waitsForToken() ? new Reply.Waiting(latency, shown, false)
                : new Reply.After(latency, new Outcome.Success(shown), false);
    }

    /// AWS: most optimized integrations add the SDK's metadata.
    public static Json shown(Request request, Json answer, Ledger ledger) {
        boolean bare = request.sdk() || BARE.contains(request.resource().service());
        return bare || !(answer instanceof Json.Obj obj) ? answer : envelope(obj, 200, ledger);
    }

    /// What an optimized integration adds to the service's own answer.
    public static Json.Obj envelope(Json.Obj answer, int status, Ledger ledger) {
        String id = ledger.uuid();
        var headers = Json.Obj.of("x-amzn-RequestId", Json.of(id), "Content-Type", Json.of("application/json"));
        var all = Json.Obj.builder();
        headers.forEach((name, value) -> all.put(name, Json.array(value)));
        return Json.Obj.builder().putAll(answer)
                .put("SdkHttpMetadata", Json.Obj.builder()
                        .put("AllHttpHeaders", all.build()).put("HttpHeaders", headers).put("HttpStatusCode", status).build())
                .put("SdkResponseMetadata", Json.Obj.of("RequestId", Json.of(id)))
                .build();
    }
}
