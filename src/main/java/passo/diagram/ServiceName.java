package passo.diagram;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import passo.asl.catalogue.Resource;

/// A service as people call it, and its icon in the sprite.
///
/// @param icon empty where the service has none
public record ServiceName(String title, String icon) {

    private static final Map<String, ServiceName> KNOWN = Map.ofEntries(
            entry("lambda", new ServiceName("Lambda", "svc-lambda")),
            entry("activity", new ServiceName("Activity", "svc-person")),
            entry("dynamodb", new ServiceName("DynamoDB", "svc-table")),
            entry("s3", new ServiceName("S3", "svc-bucket")),
            entry("sns", new ServiceName("SNS", "svc-topic")),
            entry("sqs", new ServiceName("SQS", "svc-queue")),
            entry("events", new ServiceName("EventBridge", "svc-event")),
            entry("eventbridge", new ServiceName("EventBridge", "svc-event")),
            entry("scheduler", new ServiceName("Scheduler", "svc-event")),
            entry("states", new ServiceName("Step Functions", "svc-nested")),
            entry("sfn", new ServiceName("Step Functions", "svc-nested")),
            entry("ecs", new ServiceName("ECS", "svc-container")),
            entry("eks", new ServiceName("EKS", "svc-cluster")),
            entry("emr-containers", new ServiceName("EMR on EKS", "svc-cluster")),
            entry("elasticmapreduce", new ServiceName("EMR", "svc-cluster")),
            entry("batch", new ServiceName("Batch", "svc-batch")),
            entry("glue", new ServiceName("Glue", "svc-etl")),
            entry("athena", new ServiceName("Athena", "svc-etl")),
            entry("sagemaker", new ServiceName("SageMaker", "svc-model")),
            entry("bedrock", new ServiceName("Bedrock", "svc-model")),
            entry("bedrockruntime", new ServiceName("Bedrock", "svc-model")),
            entry("http", new ServiceName("HTTP", "svc-http")),
            entry("apigateway", new ServiceName("API Gateway", "svc-http")),
            entry("codebuild", new ServiceName("CodeBuild", "svc-container")),
            entry("iam", new ServiceName("IAM", "svc-role")),
            entry("sts", new ServiceName("STS", "svc-role")),
            entry("bedrockagent", new ServiceName("Bedrock Agents", "svc-model")),
            entry("rekognition", new ServiceName("Rekognition", "svc-model")),
            entry("textract", new ServiceName("Textract", "svc-model")),
            entry("comprehend", new ServiceName("Comprehend", "svc-model")),
            entry("transcribe", new ServiceName("Transcribe", "svc-model")),
            entry("translate", new ServiceName("Translate", "svc-model")),
            entry("polly", new ServiceName("Polly", "svc-model")),
            entry("redshiftdata", new ServiceName("Redshift", "svc-table")),
            entry("rds", new ServiceName("RDS", "svc-table")),
            entry("ec2", new ServiceName("EC2", "")),
            entry("autoscaling", new ServiceName("Auto Scaling", "")),
            entry("cloudformation", new ServiceName("CloudFormation", "")),
            entry("mediaconvert", new ServiceName("MediaConvert", "")),
            entry("ssm", new ServiceName("Systems Manager", "")),
            entry("secretsmanager", new ServiceName("Secrets Manager", "svc-role")),
            entry("cloudwatch", new ServiceName("CloudWatch", "svc-log")),
            entry("cloudwatchlogs", new ServiceName("CloudWatch Logs", "svc-log")));

    /// A service without an entry keeps the name that the definition gives it, with a capital.
    public static ServiceName of(Resource resource) {
        String service = switch (resource) {
            case Resource.Function _ -> "lambda";
            case Resource.Activity _ -> "activity";
            case Resource.Service called -> called.service();
        };
        return KNOWN.getOrDefault(service, new ServiceName(service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1), ""));
    }
}
