package passo.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import passo.json.Json;

/// How much may still be shown of something that can be long, in bytes of JSON.
final class Room {

    private long bytes;

    Room(long bytes) {
        this.bytes = bytes;
    }

    boolean takes(Json json) {
        bytes -= json.bytes();
        return bytes >= 0;
    }

    /// As much of a list as there is room for. What is beyond is not even made.
    <T> List<Json> of(List<T> things, Function<T, Json> shown) {
        List<Json> taken = new ArrayList<>();
        for (T thing : things) {
            Json json = shown.apply(thing);
            if (!takes(json)) break;
            taken.add(json);
        }
        return taken;
    }
}
