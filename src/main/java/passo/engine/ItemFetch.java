package passo.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import passo.asl.catalogue.Resource;
import passo.engine.items.ItemReading;
import passo.engine.items.Items;
import passo.engine.semantics.Effect;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.json.Json;

/// The way of a distributed Map's items from S3 to its Map Run: the calls of its `ItemReader`.
///
/// @param found is given the items, once all that holds them has been read
/// @param failed is given the reason where something cannot be read
record ItemFetch(Execution execution, Services services, Agenda agenda, Branch branch, Consumer<Items> found, Consumer<Failure> failed) {

    private static final Resource.Service GET_OBJECT =
            new Resource.Service("arn:aws:states:::s3:getObject", false, "s3", "getObject", Resource.Pattern.REQUEST_RESPONSE);

    /// @param most how many items to read at most
    void fetch(Effect.Read read, long most) {
        Reply reply = call(read.reader().resource(), read.arguments());
        branch.step.automatic = reply.automatic();
        switch (reply) {
            case Reply.After(var latency, Success(var answer), var automatic) -> execution.later(branch, latency, () ->
                    take(ItemReading.read(read.reader(), read.arguments(), answer, most), most, automatic));
            case Reply.After(var latency, Failure failure, _) -> execution.later(branch, latency, () -> unreadable(failure.cause()));
            case Reply.Refused(var failure) -> failed.accept(failure);
            case Reply.Job _, Reply.Waiting _, Reply.Start _, Reply.Underway _ -> throw notAnObject(reply);
        }
    }

    private Reply call(Resource resource, Json arguments) {
        return services.invoke(Call.ofMap(execution, branch, resource, arguments), agenda);
    }

    private static IllegalStateException notAnObject(Reply reply) {
        return new IllegalStateException("Not an answer to reading items: " + reply);
    }

    /// @param automatic does what was read only stand for something that nobody described?
    private void take(ItemReading.Read read, long most, boolean automatic) {
        switch (read) {
            case ItemReading.Read.Found(var items) -> found.accept(items);
            case ItemReading.Read.In(var objects, var form) -> open(objects, form, most, automatic);
            case ItemReading.Read.Unreadable(_) when automatic -> found.accept(Items.UNKNOWN);
            case ItemReading.Read.Unreadable(var cause) -> unreadable(cause);
        }
    }

    /// Reads the objects that hold the items, side by side.
    private void open(List<ItemReading.Source> objects, ItemReading.Form form, long most, boolean automatic) {
        List<String> bodies = new ArrayList<>(objects.size());
        Duration slowest = Duration.ZERO;
        for (ItemReading.Source object : objects) {
            switch (call(GET_OBJECT, Json.Obj.of("Bucket", Json.of(object.bucket()), "Key", Json.of(object.key())))) {
                case Reply.After(var latency, Success(var answer), _) -> {
                    bodies.add(ItemReading.text(answer, "Body"));
                    if (latency.compareTo(slowest) > 0) slowest = latency;
                }
                case Reply.After(var latency, Failure failure, _) -> {
                    execution.later(branch, latency, () -> unreadable(failure.cause()));
                    return;
                }
                case Reply other -> throw notAnObject(other);
            }
        }
        execution.later(branch, slowest, () -> take(ItemReading.read(objects, bodies, form, most), most, automatic));
    }

    private void unreadable(String cause) {
        failed.accept(new Failure(ErrorName.ITEM_READER_FAILED, cause));
    }
}
