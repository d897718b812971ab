package passo.asl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.json.Json;

/// Reads the `Resource` of a Task state: what it calls, and whether that exists. AWS, "Integrating services".
record Resources(Fields state, Definition.Type type) {

    /// Region and account, of which AWS checks no more than the letters: an example's `your-account-id` passes.
    private static final String PLACE = "[A-Za-z0-9_-]*:[A-Za-z0-9_-]*";
    private static final Pattern FUNCTION = Pattern.compile("arn:aws[a-z-]*:lambda:" + PLACE + ":function:"
            + "[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?");
    private static final Pattern ACTIVITY = Pattern.compile("arn:aws[a-z-]*:states:" + PLACE + ":activity:\\S+");
    private static final Pattern SERVICE = Pattern.compile("arn:aws[a-z-]*:states:" + PLACE + ":(aws-sdk:)?([a-z0-9-]+):"
            + "([a-z][A-Za-z0-9]*)(\\.sync|\\.sync:2|\\.waitForTaskToken)?");
    /// What looks like an action of a service, whatever its case.
    private static final Pattern ACTION = Pattern.compile("arn:aws[a-z-]*:states:" + PLACE + ":(aws-sdk:)?([A-Za-z0-9-]+):([A-Za-z][A-Za-z0-9]*)"
            + "(\\.[A-Za-z0-9:]+)?");
    private static final String PREFIX = "arn:aws:states:::";
    private static final String SDK = PREFIX + "aws-sdk:";

    /// The optimized integrations: a service a line, its actions each with the patterns beyond request-response.
    private static final List<Optimized> OPTIMIZED = """
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
            """.lines().flatMap(Optimized::ofLine).toList();

    /// What a request to an integration cannot do without, measured on AWS.
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "lambda:invoke", List.of("FunctionName"),
            "sqs:sendMessage", List.of("QueueUrl", "MessageBody"),
            "sns:publish", List.of("Message"),
            "dynamodb:putItem", List.of("TableName", "Item"),
            "dynamodb:getItem", List.of("TableName", "Key"),
            "states:startExecution", List.of("StateMachineArn"),
            "events:putEvents", List.of("Entries"),
            "ecs:runTask", List.of("TaskDefinition"),
            "glue:startJobRun", List.of("JobName"));

    /// @param patterns the words behind the action: `sync`, `sync2`, `token`
    private record Optimized(String service, String action, List<String> patterns) {
        static Stream<Optimized> ofLine(String line) {
            String[] words = line.split(" ");
            return Arrays.stream(words).skip(1).map(word -> word.split("/"))
                    .map(parts -> new Optimized(words[0], parts[0], List.of(parts).subList(1, parts.length)));
        }

        boolean offers(Resource.Pattern pattern) {
            return switch (pattern) {
                case REQUEST_RESPONSE -> true;
                case SYNC -> patterns.contains("sync");
                case SYNC_2 -> patterns.contains("sync2");
                case WAIT_FOR_TASK_TOKEN -> patterns.contains("token");
            };
        }

        /// Its ARN in each of its patterns.
        Stream<String> arns() {
            return Arrays.stream(Resource.Pattern.values()).filter(this::offers)
                    .map(pattern -> PREFIX + service + ":" + action + pattern.suffix());
        }
    }

    /// The integrations that can be listed: all optimized ones in every pattern for a task, those of S3 for a distributed Map.
    static List<String> known(Shape shape) {
        if (shape == Shape.ITEM_READER) return List.of("arn:aws:states:::s3:getObject", "arn:aws:states:::s3:listObjectsV2");
        if (shape == Shape.RESULT_WRITER) return List.of("arn:aws:states:::s3:putObject");
        return OPTIMIZED.stream().flatMap(Optimized::arns).toList();
    }

    /// As `known`, for what is typed already: the services and actions of the SDK are too many to be listed before somebody asks for them.
    static List<String> known(Shape shape, String typed) {
        if (shape != Shape.TASK) return known(shape);
        if (!typed.startsWith(SDK)) return Stream.concat(known(shape).stream(), Stream.of(SDK)).toList();
        String service = typed.substring(SDK.length()).replaceFirst(":.*", "");
        return SdkCatalogue.find(service).filter(_ -> typed.startsWith(SDK + service + ":"))
                .map(found -> found.actions().stream().map(action -> SDK + service + ":" + action).toList())
                .orElseGet(() -> SdkCatalogue.services().keySet().stream().map(name -> SDK + name + ":").toList());
    }

    /// The service and action that an ARN names, known or not.
    static Optional<Resource.Service> named(String arn) {
        return Optional.of(SERVICE.matcher(arn)).filter(Matcher::matches).map(matcher -> service(arn, matcher));
    }

    /// What the ARN names; nothing where it names nothing that a task could call.
    Optional<Resource> resource(String arn) {
        Node node = state.get("Resource").orElseThrow();
        if (FUNCTION.matcher(arn).matches()) return Optional.of(new Resource.Function(arn));
        if (ACTIVITY.matcher(arn).matches()) return activity(arn, node);
        Matcher matcher = SERVICE.matcher(arn);
        if (matcher.matches()) {
            Resource.Service service = service(arn, matcher);
            if (exists(service)) return Optional.of(checked(service, node));
        }
        state.report(node, unknown(arn));
        return Optional.empty();
    }

    private Optional<Resource> activity(String arn, Node node) {
        if (type == Definition.Type.EXPRESS) state.report(node, Problem.expressActivity());
        if (state.has("Credentials")) state.report("Credentials", Problem.activityCredentials());
        return Optional.of(new Resource.Activity(arn));
    }

    private static Resource.Service service(String arn, Matcher matcher) {
        String suffix = matcher.group(4) == null ? "" : matcher.group(4);
        Resource.Pattern pattern = Arrays.stream(Resource.Pattern.values())
                .filter(each -> each.suffix().equals(suffix)).findFirst().orElseThrow();
        return new Resource.Service(arn, matcher.group(1) != null, matcher.group(2), matcher.group(3), pattern);
    }

    private static boolean exists(Resource.Service service) {
        if (service.sdk()) {
            return service.pattern() != Resource.Pattern.SYNC && service.pattern() != Resource.Pattern.SYNC_2
                    && !SdkCatalogue.isSlip(service.service(), service.action());
        }
        return OPTIMIZED.stream().anyMatch(optimized -> optimized.service().equals(service.service())
                && optimized.action().equals(service.action()) && optimized.offers(service.pattern()));
    }

    private Resource checked(Resource.Service service, Node node) {
        if (type == Definition.Type.EXPRESS && service.pattern() != Resource.Pattern.REQUEST_RESPONSE) {
            state.report(node, Problem.expressPattern(service.pattern()));
        }
        String field = state.expressions().isJsonata() ? "Arguments" : "Parameters";
        Optional<Node> request = state.get(field);
        // A request in the other language's field is reported as that.
        if (!service.sdk() && !state.has("Parameters") && !state.has("Arguments")) {
            state.report(state.node(), Problem.parametersRequired(field, service.arn()));
        }
        request.filter(parameters -> !service.sdk() && parameters.json() instanceof Json.Obj).ifPresent(parameters ->
                REQUIRED.getOrDefault(service.service() + ":" + service.action(), List.of()).stream()
                        .filter(name -> parameters.get(name).or(() -> parameters.get(name + ".$")).isEmpty())
                        .forEach(name -> state.report(parameters, Problem.requiredField(name))));
        return service;
    }

    private static Problem unknown(String arn) {
        if (!arn.startsWith("arn:")) return Problem.notAnArn();
        Problem problem = Problem.unknownResource(arn);
        Optional<String> meant = meant(arn);
        if (meant.isPresent()) return problem.hint("hint.didYouMean", meant.get()).repair(new Repair.Meant(meant.get()));
        // The ARN of a bucket or a table, not of something that can be called.
        return arn.contains(":states:") ? problem : problem.hint("hint.notAnIntegration");
    }

    /// An integration of that very name comes before those that are called nearly so.
    private static Optional<String> meant(String arn) {
        Matcher matcher = ACTION.matcher(arn);
        List<String> optimized = known(Shape.TASK);
        if (!matcher.matches()) return Spelling.nearest(arn, optimized);
        boolean sdk = matcher.group(1) != null;
        String action = matcher.group(2) + ":" + matcher.group(3);
        String suffix = matcher.group(4) == null ? "" : matcher.group(4);
        if (optimized.contains(PREFIX + action + suffix)) return Optional.of(PREFIX + action + suffix);
        if (!sdk && optimized.contains(PREFIX + action)) return Optional.of(PREFIX + action);
        Optional<String> other = SdkCatalogue.nearest(matcher.group(2), matcher.group(3))
                .map(near -> SDK + near + (suffix.equals(Resource.Pattern.WAIT_FOR_TASK_TOKEN.suffix()) ? suffix : ""));
        if (sdk || other.filter(near -> near.endsWith(":" + matcher.group(3) + suffix)).isPresent()) return other;
        return Spelling.nearest(action + suffix, optimized.stream().map(each -> each.substring(PREFIX.length())).toList()).map(PREFIX::concat)
                .or(() -> other);
    }
}
