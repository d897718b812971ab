package passo.aws.iam;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passo.asl.catalogue.SdkService;
import passo.expression.Digest;
import passo.json.Json;

/// The ARN of what a request is about. AWS, "Service Authorization Reference".
final class ResourceNames {

    private static final Pattern MEMBER = Pattern.compile("\\{(\\w+)}");

    /// A service a line: the first form all of whose members the request has is the one. Where a member is itself an ARN, it stands for
    /// all before it.
    private static final Map<String, List<String>> FORMS = """
            lambda function:{FunctionName}:{Qualifier} function:{FunctionName}
            dynamodb table/{TableName}/index/{IndexName} table/{TableName}
            s3 arn:aws:s3:::{Bucket}/{Key} arn:aws:s3:::{Bucket}
            sqs {QueueUrl} {QueueName}
            sns {TopicArn} {TargetArn}
            sfn {StateMachineArn} {ExecutionArn} {ActivityArn}
            ecs task-definition/{TaskDefinition} task/{Cluster}/* cluster/{Cluster}
            batch job-definition/{JobDefinition}
            glue job/{JobName} crawler/{Name} crawler/{CrawlerName}
            athena workgroup/{WorkGroup} workgroup/primary
            codebuild project/{ProjectName}
            sagemaker training-job/{TrainingJobName} transform-job/{TransformJobName} processing-job/{ProcessingJobName} \
            hyper-parameter-tuning-job/{HyperParameterTuningJobName} labeling-job/{LabelingJobName} endpoint/{EndpointName} \
            endpoint-config/{EndpointConfigName} model/{ModelName}
            mediaconvert queues/{Queue} jobs/{Id} queues/Default
            databrew job/{Name}
            emr cluster/{ClusterId} cluster/{JobFlowId}
            emrcontainers /virtualclusters/{VirtualClusterId} /virtualclusters/{Id}
            emrserverless /applications/{ApplicationId}
            eks cluster/{ClusterName} cluster/{Name}
            bedrockruntime arn:aws:bedrock:us-east-1::foundation-model/{ModelId}
            secretsmanager secret:{SecretId} secret:{Name}
            ssm parameter/{Name}
            kms key/{KeyId}
            sts {RoleArn}
            scheduler schedule/{GroupName}/{Name} schedule/default/{Name}
            cloudwatch alarm:{AlarmName}
            cloudwatchlogs log-group:{LogGroupName}:log-stream:{LogStreamName} log-group:{LogGroupName}
            kinesis stream/{StreamName}
            firehose deliverystream/{DeliveryStreamName}
            """.lines().map(line -> line.split(" ")).collect(Collectors.toUnmodifiableMap(words -> words[0], words -> Arrays.asList(words).subList(1, words.length)));

    private ResourceNames() {}

    /// `*` where it is not known what a request is about: the action is then for no one resource.
    static String of(SdkService service, Json.Obj body, String account) {
        return FORMS.getOrDefault(service.name(), List.of()).stream().flatMap(form -> filled(form, service, body, account).stream()).findFirst()
                .or(() -> named(service, body)).orElse("*");
    }

    private static Optional<String> filled(String form, SdkService service, Json.Obj body, String account) {
        var name = new StringBuilder(form.startsWith("arn:") ? "" : Arns.of(service.iam(), account, ""));
        Matcher member = MEMBER.matcher(form);
        int from = 0;
        while (member.find()) {
            if (!(body.get(member.group(1)) instanceof Json.Str(var value)) || value.isEmpty()) return Optional.empty();
            name.append(form, from, member.start());
            put(name, value, service);
            from = member.end();
        }
        return Optional.of(name.append(form, from, form.length()).toString());
    }

    private static void put(StringBuilder name, String value, SdkService service) {
        String[] url = value.split("/");
        if (value.startsWith("arn:")) {
            name.setLength(0);
            name.append(value);
        } else if (value.startsWith("https://") && url.length > 4) {
            name.setLength(0);
            name.append(Arns.of(service.iam(), url[url.length - 2], url[url.length - 1]));
        } else if (service.name().equals("secretsmanager")) {
            // AWS: six characters of chance.
            name.append(value).append('-').append(Digest.hex(value, "MD5"), 0, 6);
        } else if (service.name().equals("kms") && value.startsWith("alias/")) {
            name.setLength(name.length() - "key/".length());
            name.append(value);
        } else if (service.name().equals("ecs") && name.toString().endsWith("task-definition/") && !value.contains(":")) {
            // AWS: a task definition without a revision means the latest.
            name.append(value).append(":1");
        } else {
            name.append(name.toString().endsWith("/") && value.startsWith("/") ? value.substring(1) : value);
        }
    }

    /// The first member that is an ARN of the service.
    private static Optional<String> named(SdkService service, Json.Obj body) {
        return body.values().stream().flatMap(value -> value instanceof Json.Str(var text) && text.startsWith("arn:aws:" + service.iam() + ":")
                ? Optional.of(text).stream() : Optional.<String>empty().stream()).findFirst();
    }
}
