package passo.asl;

import java.util.List;

/// A service of AWS as `arn:aws:states:::aws-sdk:` names it.
///
/// @param name of its package in the AWS SDK for Java 2: `sfn`, `cloudwatchlogs`
/// @param exceptions what stands before the names of its errors: `Sfn`, `CloudWatchLogs`
/// @param iam what stands before its actions in a policy: `states`, `logs`
/// @param actions as a resource writes them: `startExecution`
/// @param from where its model begins in the resource
/// @param to where it ends
public record SdkService(String name, String exceptions, String iam, List<String> actions, int from, int to) {

    public SdkService {
        actions = List.copyOf(actions);
    }

    static SdkService of(List<String> words, int from) {
        return new SdkService(words.get(0), words.get(1), words.get(2), words.subList(4, words.size()), from,
                from + Integer.parseInt(words.get(3)));
    }
}
