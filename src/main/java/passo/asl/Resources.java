package passo.asl;

import java.util.Optional;
import passo.asl.catalogue.Arn;
import passo.asl.catalogue.Resource;
import passo.asl.model.RequestModel;
import passo.asl.text.Node;
import passo.json.Json;

/// Reads the `Resource` of a Task state: what it calls, and whether it may. AWS, "Integrating services".
record Resources(Fields state, Definition.Type type) {

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
        request.filter(parameters -> parameters.json() instanceof Json.Obj).ifPresent(parameters -> RequestModel.of(service).stream()
                .flatMap(model -> model.flaws(parameters).stream()).forEach(flaw -> request(flaw, parameters.location())));
    }

    /// AWS places all of them at the request, however deep they stand in it.
    private void request(RequestModel.Flaw flaw, String location) {
        Node object = flaw.object();
        var place = new Node(object.name(), object.json(), object.positions(), location);
        switch (flaw) {
            case RequestModel.Flaw.Missing missing -> state.report(place, Problem.requiredField(missing.field()));
            case RequestModel.Flaw.Unknown unknown when unknown.sure() && !unknown.isLate() ->
                    state.expressions().problems().report(place, unknown.field(), unsupported(unknown));
            // AWS looks at these when the state runs.
            case RequestModel.Flaw.Unknown _, RequestModel.Flaw.Malformed _ -> {}
        }
    }

    private static Problem unsupported(RequestModel.Flaw.Unknown unknown) {
        Problem problem = Problem.unsupportedRequest(unknown.words(), unknown.field());
        return unknown.meant().map(meant -> problem.hint("hint.didYouMean", meant).repair(new Repair.Meant(meant))).orElse(problem);
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
