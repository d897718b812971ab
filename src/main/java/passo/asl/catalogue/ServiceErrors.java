package passo.asl.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The names of the errors with which a service's actions fail, as `ErrorEquals` must write them. AWS, "Handling errors".
///
/// An SDK integration writes the service as the AWS SDK for Java 2 does, an optimized one as that for Java 1, and both end every name
/// with `Exception`: what the API calls `NoSuchKey` is `S3.NoSuchKeyException`.
public final class ServiceErrors {

    /// What stands before an optimized integration's errors, and those that the service's API does not name, measured on AWS.
    private static final Map<String, List<String>> OPTIMIZED = Map.of(
            "lambda", List.of("Lambda", "AWSLambdaException", "SdkClientException", "Unknown"),
            "dynamodb", List.of("DynamoDB", "AmazonDynamoDBException"),
            "sqs", List.of("SQS", "AmazonSQSException", "SdkClientException"),
            "sns", List.of("SNS", "AmazonSNSException"),
            "events", List.of("EventBridge", "FailedEntry"),
            "states", List.of("StepFunctions", "AWSStepFunctionsException"));

    private ServiceErrors() {}

    /// All that are known of the action; none where the integration's are not known.
    public static List<String> of(Resource.Service resource) {
        return SdkCatalogue.called(resource).map(service -> {
            List<String> written = resource.sdk() ? List.of(service.exceptions(), service.exceptions() + "Exception")
                    : OPTIMIZED.getOrDefault(resource.service(), List.of());
            return written.isEmpty() ? List.<String>of() : Stream.concat(modelled(service, resource.action()), written.stream().skip(1))
                    .map(error -> written.getFirst() + "." + error).toList();
        }).orElse(List.of());
    }

    /// Has the service's API a name for this error, be it only of another action? The SDKs then call it so.
    public static boolean names(Resource.Service resource, String error) {
        return SdkCatalogue.called(resource).stream()
                .flatMap(service -> SdkCatalogue.model(service).stream().takeWhile(line -> !line.isEmpty()))
                .anyMatch(line -> Arrays.stream(line.split("\t")).skip(2).anyMatch(error::equals));
    }

    /// The error that was meant by a name that the action never fails with: one that the other kind of integration gives, or the API
    /// without its `Exception`.
    public static Optional<String> meant(Resource.Service resource, String written) {
        List<String> known = of(resource);
        int dot = written.indexOf('.');
        if (dot < 0 || known.contains(written) || !prefixes(resource).anyMatch(written.substring(0, dot)::equalsIgnoreCase)) return Optional.empty();
        String error = written.substring(dot);
        return known.stream().filter(name -> name.endsWith(error) || name.endsWith(error + "Exception")).findFirst();
    }

    private static Stream<String> prefixes(Resource.Service resource) {
        return SdkCatalogue.called(resource).stream().flatMap(service -> Stream.concat(Stream.of(service.exceptions()),
                OPTIMIZED.entrySet().stream().filter(entry -> SdkCatalogue.packageOf(entry.getKey()).equals(service.name()))
                        .map(entry -> entry.getValue().getFirst())));
    }

    private static Stream<String> modelled(SdkService service, String action) {
        return SdkCatalogue.model(service).stream().takeWhile(line -> !line.isEmpty()).map(line -> line.split("\t"))
                .filter(words -> words[0].equals(action)).flatMap(words -> Arrays.stream(words).skip(3));
    }
}
