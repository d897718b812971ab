package passo.aws.model;

import java.util.Map;
import java.util.Optional;
import passo.asl.Resource;
import passo.json.Json;

/// The models of the services that are known.
///
/// @param byService by the service's name, as a resource writes it: `s3`, `dynamodb`
public record ServiceModels(Map<String, ServiceModel> byService) {

    /// No service is known: every answer will do.
    public static final ServiceModels NONE = new ServiceModels(Map.of());

    /// What is wrong with an answer to a call of this resource; nothing where nothing is known of the service.
    ///
    /// @param strict must required members be there?
    public Optional<String> violation(Resource.Service resource, Json answer, boolean strict) {
        return Optional.ofNullable(byService.get(resource.service())).flatMap(model -> model.violation(resource.action(), answer, strict));
    }
}
