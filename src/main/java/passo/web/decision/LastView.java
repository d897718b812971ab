package passo.web.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// The decision that made a run another one, beside the run before. Printed by `runs.jte`.
///
/// @param number of the run: with no decision it is the first
/// @param kind of decision, as its JSON has it
/// @param step at which it stands; 0 for none
/// @param before the decisions of the run before, as JSON
public record LastView(int number, String kind, int step, String before) {

    /// Nothing where nobody decided anything, or the run is looked at only as far as an instant.
    public static Optional<LastView> of(String decisions, Trace trace) {
        if (!(JsonText.read(decisions) instanceof JsonText.Reading.Value(Json.Arr all, _)) || all.size() == 0) return Optional.empty();
        Json.Obj last = (Json.Obj) all.get(all.size() - 1);
        if (last.has("until")) return Optional.empty();
        return Optional.of(new LastView(all.size() + 1, last.name(0), step((Json.Obj) last.value(0), trace),
                new Json.Arr(all.items().subList(0, all.size() - 1)).toString()));
    }

    private static int step(Json.Obj decision, Trace trace) {
        int event = decision.get("eventId") instanceof Json.Num(var id) && !decision.has("execution") ? id.intValue() : 0;
        return event < 1 || event > trace.events().size() ? 0 : trace.events().get(event - 1).step();
    }

    /// The address of the run before, at a step of it, for who has no scripts.
    public String at(int step) {
        return "?step=" + step + "&decisions=" + URLEncoder.encode(before, UTF_8);
    }
}
