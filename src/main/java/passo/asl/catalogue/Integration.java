package passo.asl.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// An optimized integration: an action of a service that AWS has made fit for a workflow. AWS, "Integrating optimized services".
///
/// @param patterns how a state may wait for it
public record Integration(String service, String action, List<Resource.Pattern> patterns) {

    /// What stands before the service in the ARN of an optimized integration.
    public static final String PREFIX = "arn:aws:states:::";
    /// What stands before the service in the ARN of an SDK integration.
    public static final String SDK = PREFIX + "aws-sdk:";

    /// What reads the items of a distributed Map.
    public static final List<String> READERS = List.of("arn:aws:states:::s3:getObject", "arn:aws:states:::s3:listObjectsV2");
    /// What writes the results of a distributed Map.
    public static final List<String> WRITERS = List.of("arn:aws:states:::s3:putObject");

    /// A service a line, its actions each with the patterns beyond request-response.
    private static final List<Integration> ALL = """
            lambda invoke/token
            dynamodb getItem putItem updateItem deleteItem
            sqs sendMessage/token
            sns publish/token
            events putEvents/token
            states startExecution/sync/sync2/token
            http invoke
            apigateway invoke/token
            ecs runTask/sync/token
            eks call/token runJob/sync/token createCluster/sync deleteCluster/sync createFargateProfile/sync deleteFargateProfile/sync \
            createNodegroup/sync deleteNodegroup/sync
            batch submitJob/sync
            glue startJobRun/sync
            databrew startJobRun/sync
            athena startQueryExecution/sync getQueryExecution getQueryResults stopQueryExecution
            elasticmapreduce createCluster/sync terminateCluster/sync addStep/sync cancelStep setClusterTerminationProtection \
            modifyInstanceFleetByName modifyInstanceGroupByName
            emr-containers createVirtualCluster deleteVirtualCluster/sync startJobRun/sync
            emr-serverless createApplication/sync startApplication/sync stopApplication/sync deleteApplication/sync startJobRun/sync \
            cancelJobRun/sync
            sagemaker createTrainingJob/sync createTransformJob/sync createHyperParameterTuningJob/sync createLabelingJob/sync \
            createProcessingJob/sync createEndpoint createEndpointConfig createModel updateEndpoint
            codebuild startBuild/sync startBuildBatch/sync stopBuild stopBuildBatch retryBuild retryBuildBatch/sync batchDeleteBuilds \
            batchGetReports deleteBuildBatch
            mediaconvert createJob/sync
            bedrock invokeModel/token createModelCustomizationJob/sync
            bedrock-agentcore invokeHarness
            """.lines().flatMap(Integration::ofLine).toList();

    private static final List<String> ARNS = ALL.stream().flatMap(integration -> integration.patterns.stream()
            .map(pattern -> PREFIX + integration.service + ":" + integration.action + pattern.suffix())).toList();

    /// The ARNs of all of them, in each of their patterns.
    public static List<String> arns() {
        return ARNS;
    }

    /// Is there such an integration, in this pattern?
    public static boolean exists(Resource.Service service) {
        return ALL.stream().anyMatch(each -> each.service.equals(service.service()) && each.action.equals(service.action())
                && each.patterns.contains(service.pattern()));
    }

    private static Stream<Integration> ofLine(String line) {
        String[] words = line.split(" ");
        return Arrays.stream(words).skip(1).map(word -> List.of(word.split("/"))).map(parts -> new Integration(words[0], parts.getFirst(),
                Arrays.stream(Resource.Pattern.values()).filter(pattern -> isOffered(pattern, parts)).toList()));
    }

    private static boolean isOffered(Resource.Pattern pattern, List<String> words) {
        return switch (pattern) {
            case REQUEST_RESPONSE -> true;
            case SYNC -> words.contains("sync");
            case SYNC_2 -> words.contains("sync2");
            case WAIT_FOR_TASK_TOKEN -> words.contains("token");
        };
    }
}
