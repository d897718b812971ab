package passo.web.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import passo.engine.Event;
import passo.engine.History;
import passo.json.Json;
import passo.web.parts.JsonLines;
import passo.web.parts.Units;
import passo.web.trace.EventsView.EventRow;

/// The tab *Events*: AWS's table of the history, filtered by a text, a page at a time.
public final class EventsTab implements View {

    static final int MOST_ROWS = 200;
    private static final int DEEP = 4;

    @Override public String template() {
        return "events.jte";
    }

    @Override public EventsView of(Ran ran, Asked asked) {
        var units = new Units(ran.page().language().locale());
        String find = asked.find().strip();
        List<Event> found = ran.trace().events().stream().filter(event -> matches(ran, event, find.toLowerCase(Locale.ROOT))).toList();
        int first = Math.min(asked.from(), Math.max(0, found.size() - 1)) / MOST_ROWS * MOST_ROWS;
        List<Event> shown = found.stream().skip(first).limit(MOST_ROWS).toList();
        var raw = new Json.Arr(shown.stream().<Json>map(History::event).toList());
        return new EventsView(find, ran.trace().events().size(), found.size(), first, shown.stream().map(event -> row(ran, units, event)).toList(),
                Json.Obj.of("events", raw).toString());
    }

    private static boolean matches(Ran ran, Event event, String find) {
        return find.isEmpty() || event.type().name().toLowerCase(Locale.ROOT).contains(find)
                || state(ran, event).toLowerCase(Locale.ROOT).contains(find) || History.details(event.detail()).toString().toLowerCase(Locale.ROOT).contains(find);
    }

    private static EventRow row(Ran ran, Units units, Event event) {
        Json.Obj details = History.details(event.detail());
        return new EventRow(event.id(), event.previousId(), event.type().name(), status(event.type().name()), state(ran, event),
                Optional.ofNullable(details.has("resource") && details.get("resource") instanceof Json.Str(var resource) ? resource : null).orElse(""),
                units.clock(ran.sinceStart(event.at())), event.at().toString(), event.step(), JsonLines.of(History.event(event), DEEP));
    }

    private static String state(Ran ran, Event event) {
        return event.step() == 0 ? "" : ran.trace().steps().get(event.step() - 1).state();
    }

    /// The `data-status` that an event's type speaks of.
    private static String status(String type) {
        if (type.endsWith("TimedOut")) return "timeout";
        if (type.endsWith("Aborted")) return "stopped";
        if (type.endsWith("Failed")) return "fail";
        return type.endsWith("Succeeded") || type.endsWith("Exited") ? "ok" : type.endsWith("Submitted") ? "wait" : "run";
    }
}
