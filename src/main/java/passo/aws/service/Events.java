package passo.aws.service;

import java.util.List;
import java.util.function.Supplier;
import passo.engine.Agenda;
import passo.json.Json;

/// Where services tell what happened to their resources: the default bus of EventBridge, whose rules may act on it.
@FunctionalInterface
public interface Events {

    /// @param source such as `aws.s3`
    /// @param detailType such as `Object Created`
    /// @param resources by their ARNs
    /// @param detail is asked for only where a rule may want it
    void tell(Origin origin, String source, String detailType, List<String> resources, Supplier<Json.Obj> detail, Agenda agenda);
}
