package passo.engine.semantics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.json.Json;

/// What a state asks of the world before it can finish.
public sealed interface Effect {

    /// Nothing: the result is known (Pass, Choice, Succeed).
    record Value(Json result) implements Effect {}

    /// To wait (Wait).
    record Sleep(Duration duration) implements Effect {}

    /// To call a service (Task). Timeout and heartbeat in seconds, where the definition gives them.
    record Invoke(Resource resource, Json arguments, OptionalLong timeout, OptionalLong heartbeat, Optional<String> role) implements Effect {}

    /// To run branches side by side (Parallel).
    record Branches(List<StateMachine> branches, Json input) implements Effect {}

    /// To run a processor for each item (Map).
    record Iterations(State.Map map, List<Item> items, int concurrency) implements Effect {}

    /// To read the items first (a distributed Map with an `ItemReader`).
    record Read(State.Map map, State.ItemReader reader, Json arguments, int concurrency) implements Effect {}

    /// To fail, by design (Fail).
    record Fail(Outcome.Failure failure) implements Effect {}

    /// Nothing more: an expression of the state has no value.
    ///
    /// @param location the field of a JSONata expression, for the `EvaluationFailed` event; empty otherwise
    record Undefined(Outcome.Failure failure, String location) implements Effect {}

    /// An item of a Map.
    ///
    /// @param key the member's name where the items are an object's members; empty otherwise
    /// @param source where it came from: `STATE_DATA`, or the object in S3
    record Item(int index, Json value, Optional<String> key, String source) {

        /// As the Context Object shows it.
        public Json.Obj json() {
            var json = Json.Obj.builder().put("Index", index).put("Value", value);
            key.ifPresent(name -> json.put("Key", name));
            return json.build();
        }

        /// As an iteration begins with it where nothing is selected.
        public Json whole() {
            return key.isEmpty() ? value : Json.Obj.of("Key", Json.of(key.get()), "Value", value);
        }

        /// The Context Object that `ItemSelector` sees: it alone is told where the item came from.
        Json.Obj selectable(Json.Obj context) {
            return context.with("Map", Json.Obj.of("Item", json().with("Source", Json.of(source))));
        }
    }
}
