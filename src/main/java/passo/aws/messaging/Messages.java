package passo.aws.messaging;

import java.util.ArrayList;
import java.util.List;
import passo.json.Json;

/// The messages that a queue or a topic has.
final class Messages {

    private Messages() {}

    /// Those of before the run, in a list that the run may add to.
    static List<Json> of(Json described) {
        return new ArrayList<>(described instanceof Json.Obj obj && obj.get("messages") instanceof Json.Arr arr ? arr.items() : List.of());
    }
}
