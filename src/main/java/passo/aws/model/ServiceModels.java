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

    private final Map<ApiCall.Dialect, SoftReference<ServiceModel>> read = new ConcurrentHashMap<>();

    /// What is wrong with an answer to a call of this resource; nothing where nothing is known of the service or the action.
    ///
    /// @param strict must required members be there?
    public Optional<String> violation(Resource.Service resource, Json answer, boolean strict) {
        return ApiCall.of(resource).flatMap(call -> model(call.dialect())
                .flatMap(model -> model.violation(call.action(), call.modelled(answer), strict)));
    }

    private Optional<ServiceModel> model(ApiCall.Dialect dialect) {
        var kept = read.get(dialect);
        var model = kept == null ? null : kept.get();
        if (model != null) return Optional.of(model);
        var fresh = SdkCatalogue.find(dialect.service()).map(service -> ModelText.read(SdkCatalogue.model(service), dialect));
        fresh.ifPresent(found -> read.put(dialect, new SoftReference<>(found)));
        return fresh;
    }
}
