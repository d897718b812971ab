package passo.asl.model;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.SdkService;
import passo.json.Json;

/// The models of AWS's services. Each is read when it is first asked for, and let go when memory runs short.
public final class ServiceModels {

    private record Key(String service, Dialect dialect) {}

    /// What was read of the resource, which never changes.
    private static final Map<Key, SoftReference<ServiceModel>> READ = new ConcurrentHashMap<>();

    private ServiceModels() {}

    /// What is wrong with an answer to a call of this resource; nothing where nothing is known of the service or the action.
    ///
    /// @param strict must required members be there?
    public static Optional<String> violation(Resource.Service resource, Json answer, boolean strict) {
        return ApiCall.of(resource).flatMap(call -> model(call).violation(call.action(), call.modelled(answer), strict));
    }

    /// The model of the service that answers a call of this resource.
    public static Optional<ServiceModel> of(Resource.Service resource) {
        return ApiCall.of(resource).map(ServiceModels::model);
    }

    /// The model of the service that is called, whatever the state waits for.
    static Optional<ServiceModel> asked(Resource.Service resource) {
        return SdkCatalogue.called(resource).map(service -> model(service, Dialect.of(resource)));
    }

    private static ServiceModel model(ApiCall call) {
        return model(call.service(), call.dialect());
    }

    private static ServiceModel model(SdkService service, Dialect dialect) {
        var key = new Key(service.name(), dialect);
        var kept = READ.get(key);
        var model = kept == null ? null : kept.get();
        if (model != null) return model;
        var fresh = ModelText.read(SdkCatalogue.model(service), dialect);
        READ.put(key, new SoftReference<>(fresh));
        return fresh;
    }
}
