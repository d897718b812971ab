package passo.aws.model;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import passo.asl.Resource;
import passo.asl.SdkCatalogue;
import passo.json.Json;

/// The models of AWS's services. Each is read when it is first asked for, and let go when memory runs short. May be shared between
/// threads.
public final class ServiceModels {

    private record Key(String service, Dialect dialect) {}

    private final Map<Key, SoftReference<ServiceModel>> read = new ConcurrentHashMap<>();

    /// What is wrong with an answer to a call of this resource; nothing where nothing is known of the service or the action.
    ///
    /// @param strict must required members be there?
    public Optional<String> violation(Resource.Service resource, Json answer, boolean strict) {
        return ApiCall.of(resource).flatMap(call -> model(call).violation(call.action(), call.modelled(answer), strict));
    }

    private ServiceModel model(ApiCall call) {
        var key = new Key(call.service().name(), call.dialect());
        var kept = read.get(key);
        var model = kept == null ? null : kept.get();
        if (model != null) return model;
        var fresh = ModelText.read(SdkCatalogue.model(call.service()), call.dialect());
        read.put(key, new SoftReference<>(fresh));
        return fresh;
    }
}
