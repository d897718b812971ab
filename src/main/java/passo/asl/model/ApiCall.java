package passo.asl.model;

import java.util.Map;
import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.SdkService;
import passo.json.Json;

/// The call of a service whose answer a resource gives: its own action or, where the state waits for a job, the one by which Step
/// Functions asks how the job stands.
///
/// @param pattern of the resource
record ApiCall(SdkService service, Dialect dialect, String action, Resource.Pattern pattern) {

    /// By which action Step Functions asks how a job stands.
    private static final Map<String, String> ASKING = Map.ofEntries(
            Map.entry("states:startExecution", "describeExecution"),
            Map.entry("ecs:runTask", "describeTasks"),
            Map.entry("batch:submitJob", "describeJobs"),
            Map.entry("glue:startJobRun", "getJobRun"),
            Map.entry("databrew:startJobRun", "describeJobRun"),
            Map.entry("athena:startQueryExecution", "getQueryExecution"),
            Map.entry("elasticmapreduce:createCluster", "describeCluster"),
            Map.entry("elasticmapreduce:terminateCluster", "describeCluster"),
            Map.entry("elasticmapreduce:addStep", "describeStep"),
            Map.entry("emr-containers:startJobRun", "describeJobRun"),
            Map.entry("emr-containers:deleteVirtualCluster", "describeVirtualCluster"),
            Map.entry("emr-serverless:createApplication", "getApplication"),
            Map.entry("emr-serverless:startApplication", "getApplication"),
            Map.entry("emr-serverless:stopApplication", "getApplication"),
            Map.entry("emr-serverless:deleteApplication", "getApplication"),
            Map.entry("emr-serverless:startJobRun", "getJobRun"),
            Map.entry("emr-serverless:cancelJobRun", "getJobRun"),
            Map.entry("eks:createCluster", "describeCluster"),
            Map.entry("eks:deleteCluster", "describeCluster"),
            Map.entry("eks:createFargateProfile", "describeFargateProfile"),
            Map.entry("eks:deleteFargateProfile", "describeFargateProfile"),
            Map.entry("eks:createNodegroup", "describeNodegroup"),
            Map.entry("eks:deleteNodegroup", "describeNodegroup"),
            Map.entry("sagemaker:createTrainingJob", "describeTrainingJob"),
            Map.entry("sagemaker:createTransformJob", "describeTransformJob"),
            Map.entry("sagemaker:createHyperParameterTuningJob", "describeHyperParameterTuningJob"),
            Map.entry("sagemaker:createLabelingJob", "describeLabelingJob"),
            Map.entry("sagemaker:createProcessingJob", "describeProcessingJob"),
            Map.entry("codebuild:startBuild", "batchGetBuilds"),
            Map.entry("codebuild:startBuildBatch", "batchGetBuildBatches"),
            Map.entry("codebuild:retryBuildBatch", "batchGetBuildBatches"),
            Map.entry("mediaconvert:createJob", "getJob"),
            Map.entry("bedrock:createModelCustomizationJob", "getModelCustomizationJob"));

    /// Nothing where a state waits for a token: whoever sends it back says what the answer is.
    static Optional<ApiCall> of(Resource.Service resource) {
        Optional<String> action = switch (resource.pattern()) {
            case REQUEST_RESPONSE -> Optional.of(resource.action());
            case SYNC, SYNC_2 -> Optional.ofNullable(ASKING.get(resource.service() + ":" + resource.action()));
            case WAIT_FOR_TASK_TOKEN -> Optional.empty();
        };
        return action.flatMap(asked -> SdkCatalogue.called(resource)
                .map(service -> new ApiCall(service, Dialect.of(resource), asked, resource.pattern())));
    }

    /// What of an answer the model describes: `.sync:2` gives as JSON what the service gives as texts of it.
    Json modelled(Json answer) {
        return pattern == Resource.Pattern.SYNC_2 && answer instanceof Json.Obj execution ? execution.without("Input").without("Output") : answer;
    }
}
