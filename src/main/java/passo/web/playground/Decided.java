package passo.web.playground;

import java.util.List;
import passo.engine.Decision;
import passo.json.Json;

/// The decisions that a run is made with.
///
/// @param json the same as JSON
record Decided(Json.Arr json, List<Decision> list) {

    static final Decided NOTHING = new Decided(new Json.Arr(List.of()), List.of());
}
