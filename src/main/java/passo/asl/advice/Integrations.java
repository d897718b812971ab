package passo.asl.advice;

import java.util.List;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.ServiceErrors;
import passo.asl.model.RequestModel;
import passo.asl.text.Node;
import passo.json.Json;

/// Looks at what a task calls, as far as AWS's own models know it.
record Integrations(Findings findings, Node node) {

    void look(State.Task task) {
        if (!(task.resource() instanceof Resource.Service service)) return;
        RequestModel.of(service).ifPresent(model -> Stream.of("Parameters", "Arguments").flatMap(field -> node.get(field).stream())
                .forEach(request -> model.flaws(request).forEach(this::request)));
        if (service.sdk() && !SdkCatalogue.knows(service.service(), service.action())) unknown(service);
        Stream.of("Retry", "Catch").flatMap(field -> node.get(field).stream()).flatMap(entries -> entries.items().stream())
                .flatMap(entry -> entry.get("ErrorEquals").stream()).forEach(names -> errors(service, names.items()));
    }

    /// What is sure, the reader of definitions has refused.
    private void request(RequestModel.Flaw flaw) {
        if (flaw instanceof RequestModel.Flaw.Unknown unknown) {
            findings.add(Matter.FIELD_NOT_IN_REQUEST, unknown.object().get(unknown.field()).orElseThrow(), unknown.field());
        }
    }

    private void unknown(Resource.Service service) {
        String near = SdkCatalogue.nearest(service.service(), service.action()).orElse("s3:getObject");
        findings.add(Matter.UNKNOWN_ACTION, node.get("Resource").orElseThrow(), service.service() + ":" + service.action(), near);
    }

    /// Whoever writes both spellings knows why.
    private void errors(Resource.Service service, List<Node> names) {
        List<String> written = names.stream().flatMap(name -> name.text().stream()).toList();
        for (Node name : names) {
            ServiceErrors.meant(service, name.text().orElseThrow()).filter(meant -> !written.contains(meant)).ifPresent(meant -> findings.add(
                    Matter.ERROR_SPELT_OTHERWISE, name, () -> List.of(findings.write(name, Json.of(meant))), name.text().orElseThrow(), meant));
        }
    }
}
