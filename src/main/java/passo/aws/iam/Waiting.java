package passo.aws.iam;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passo.asl.catalogue.Resource;

/// What a state needs besides to start a job and wait for its end (`.sync`). AWS, "How Step Functions generates IAM policies".
///
/// @param follows the actions by which the job is asked about and stopped
/// @param rule of EventBridge that tells Step Functions of the job's end; empty where it asks again and again
record Waiting(List<String> follows, String rule) {

    private static final List<String> ON_A_RULE = List.of("events:PutTargets", "events:PutRule", "events:DescribeRule");

    /// A job a line: what starts it, its rule or `-`, what follows it.
    private static final Map<String, Waiting> ALL = """
            states:startExecution StepFunctionsGetEventsForStepFunctionsExecutionRule states:DescribeExecution states:StopExecution
            ecs:runTask StepFunctionsGetEventsForECSTaskRule ecs:DescribeTasks ecs:StopTask
            batch:submitJob StepFunctionsGetEventsForBatchJobsRule batch:DescribeJobs batch:TerminateJob
            codebuild:startBuild StepFunctionsGetEventForCodeBuildStartBuildRule codebuild:BatchGetBuilds codebuild:StopBuild codebuild:BatchGetReports
            codebuild:startBuildBatch StepFunctionsGetEventForCodeBuildStartBuildBatchRule codebuild:BatchGetBuildBatches codebuild:StopBuildBatch
            codebuild:retryBuildBatch StepFunctionsGetEventForCodeBuildStartBuildBatchRule codebuild:BatchGetBuildBatches codebuild:StopBuildBatch
            sagemaker:createTrainingJob StepFunctionsGetEventsForSageMakerTrainingJobsRule sagemaker:DescribeTrainingJob sagemaker:StopTrainingJob
            sagemaker:createTransformJob StepFunctionsGetEventsForSageMakerTransformJobsRule sagemaker:DescribeTransformJob sagemaker:StopTransformJob
            sagemaker:createProcessingJob StepFunctionsGetEventsForSageMakerProcessingJobsRule sagemaker:DescribeProcessingJob sagemaker:StopProcessingJob
            sagemaker:createHyperParameterTuningJob StepFunctionsGetEventsForSageMakerTuningJobsRule \
            sagemaker:DescribeHyperParameterTuningJob sagemaker:StopHyperParameterTuningJob
            sagemaker:createLabelingJob StepFunctionsGetEventsForSageMakerLabelingJobsRule sagemaker:DescribeLabelingJob sagemaker:StopLabelingJob
            mediaconvert:createJob StepFunctionsGetEventsForMediaConvertJobRule mediaconvert:GetJob mediaconvert:CancelJob
            elasticmapreduce:createCluster StepFunctionsGetEventForEMRRunJobFlowRule elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows
            elasticmapreduce:terminateCluster StepFunctionsGetEventForEMRTerminateJobFlowsRule elasticmapreduce:DescribeCluster
            elasticmapreduce:addStep StepFunctionsGetEventForEMRAddJobFlowStepsRule elasticmapreduce:DescribeStep elasticmapreduce:CancelSteps
            emr-serverless:startJobRun StepFunctionsGetEventsForEMRServerlessJobRule emr-serverless:GetJobRun emr-serverless:CancelJobRun
            emr-serverless:createApplication StepFunctionsGetEventsForEMRServerlessApplicationRule emr-serverless:GetApplication
            emr-serverless:startApplication StepFunctionsGetEventsForEMRServerlessApplicationRule emr-serverless:GetApplication
            emr-serverless:stopApplication StepFunctionsGetEventsForEMRServerlessApplicationRule emr-serverless:GetApplication
            emr-serverless:deleteApplication StepFunctionsGetEventsForEMRServerlessApplicationRule emr-serverless:GetApplication
            emr-containers:startJobRun - emr-containers:DescribeJobRun emr-containers:CancelJobRun
            emr-containers:deleteVirtualCluster - emr-containers:DescribeVirtualCluster
            glue:startJobRun - glue:GetJobRun glue:GetJobRuns glue:BatchStopJobRun
            databrew:startJobRun - databrew:ListJobRuns databrew:StopJobRun
            athena:startQueryExecution - athena:GetQueryExecution athena:StopQueryExecution
            eks:createCluster - eks:DescribeCluster eks:DeleteCluster
            eks:deleteCluster - eks:DescribeCluster
            eks:createFargateProfile - eks:DescribeFargateProfile
            eks:deleteFargateProfile - eks:DescribeFargateProfile
            eks:createNodegroup - eks:DescribeNodegroup
            eks:deleteNodegroup - eks:DescribeNodegroup
            bedrock:createModelCustomizationJob - bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob
            """.lines().map(line -> line.split(" ")).collect(Collectors.toUnmodifiableMap(words -> words[0],
                    words -> new Waiting(Arrays.asList(words).subList(2, words.length), words[1].equals("-") ? "" : words[1])));

    /// Nothing of what is no job, or is not waited for.
    static Optional<Waiting> of(Resource.Service resource) {
        boolean waits = resource.pattern() == Resource.Pattern.SYNC || resource.pattern() == Resource.Pattern.SYNC_2;
        return waits ? Optional.ofNullable(ALL.get(resource.service() + ":" + resource.action())) : Optional.empty();
    }

    /// On the rule, the three without which AWS does not make the state machine.
    List<Access> onTheRule(String account) {
        return rule.isEmpty() ? List.of() : ON_A_RULE.stream().map(action -> Access.to(action, Arns.of("events", account, "rule/" + rule))).toList();
    }

    /// Where no rule tells of its end, a job that may not be asked about cannot be waited for.
    Need.Moment moment(String action) {
        return rule.isEmpty() && action.equals(follows.getFirst()) ? Need.Moment.CALL : Need.Moment.LATER;
    }
}
