package passo.asl.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A service of AWS as `arn:aws:states:::aws-sdk:` names it.
///
/// @param name of its package in the AWS SDK for Java 2: `sfn`, `cloudwatchlogs`
/// @param exceptions what stands before the names of its errors: `Sfn`, `CloudWatchLogs`
/// @param iam what stands before its actions in a policy: `states`, `logs`
/// @param actions as a resource writes them: `startExecution`
/// @param from where its model begins in the resource
/// @param to where it ends
public record SdkService(String name, String exceptions, String iam, List<String> actions, int from, int to) {

    /// Actions that a policy calls otherwise. AWS, "Service Authorization Reference".
    private static final Map<String, String> PERMISSIONS = Map.ofEntries(
            Map.entry("lambda:invoke", "lambda:InvokeFunction"),
            Map.entry("s3:listObjects", "s3:ListBucket"), Map.entry("s3:listObjectsV2", "s3:ListBucket"),
            Map.entry("s3:headBucket", "s3:ListBucket"), Map.entry("s3:listBuckets", "s3:ListAllMyBuckets"),
            Map.entry("s3:headObject", "s3:GetObject"), Map.entry("s3:copyObject", "s3:PutObject"),
            Map.entry("s3:deleteObjects", "s3:DeleteObject"), Map.entry("s3:createMultipartUpload", "s3:PutObject"),
            Map.entry("s3:uploadPart", "s3:PutObject"), Map.entry("s3:completeMultipartUpload", "s3:PutObject"),
            Map.entry("s3:listObjectVersions", "s3:ListBucketVersions"), Map.entry("s3:listParts", "s3:ListMultipartUploadParts"),
            Map.entry("sqs:sendMessageBatch", "sqs:SendMessage"), Map.entry("sqs:deleteMessageBatch", "sqs:DeleteMessage"),
            Map.entry("sqs:changeMessageVisibilityBatch", "sqs:ChangeMessageVisibility"), Map.entry("sns:publishBatch", "sns:Publish"));

    public SdkService {
        actions = List.copyOf(actions);
    }

    static SdkService of(List<String> words, int from) {
        return new SdkService(words.get(0), words.get(1), words.get(2), words.subList(4, words.size()), from,
                from + Integer.parseInt(words.get(3)));
    }

    /// The action that a policy must allow, where the service has not given it another name than the API has.
    public String permission(String action) {
        return PERMISSIONS.getOrDefault(name + ":" + action, iam + ":" + action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1));
    }
}
