package passo.asl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.catalogue.Arn;
import passo.asl.catalogue.Resource;
import passo.asl.text.Node;
import passo.json.Json;

/// Reads the `Resource` of a Task state: what it calls, and whether it may. AWS, "Integrating services".
record Resources(Fields state, Definition.Type type) {

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

    /// What the ARN names; nothing where it names nothing that a task could call.
    Optional<Resource> resource(String arn) {
        Node node = state.get("Resource").orElseThrow();
        Optional<Resource> resource = Arn.callable(arn);
        resource.ifPresentOrElse(called -> check(called, node), () -> state.report(node, unknown(arn)));
        return resource;
    }

    private void check(Resource resource, Node node) {
        switch (resource) {
            case Resource.Function _ -> {}
            case Resource.Activity _ -> activity(node);
            case Resource.Service service -> service(service, node);
        }
    }

    private void activity(Node node) {
        if (type == Definition.Type.EXPRESS) state.report(node, Problem.expressActivity());
        if (state.has("Credentials")) state.report("Credentials", Problem.activityCredentials());
    }

    private void service(Resource.Service service, Node node) {
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
    }

    private static Problem unknown(String arn) {
        if (!arn.startsWith("arn:")) return Problem.notAnArn();
        Problem problem = Problem.unknownResource(arn);
        Optional<String> meant = Arn.meant(arn);
        if (meant.isPresent()) return problem.hint("hint.didYouMean", meant.get()).repair(new Repair.Meant(meant.get()));
        // The ARN of a bucket or a table, not of something that can be called.
        return arn.contains(":states:") ? problem : problem.hint("hint.notAnIntegration");
    }
}
