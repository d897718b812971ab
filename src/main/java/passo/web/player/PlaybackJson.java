package passo.web.player;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passo.diagram.Playback;
import passo.diagram.Replay;
import passo.diagram.Replay.Visit;
import passo.diagram.Status;
import passo.diagram.time.Axis;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Page;

/// The time of a run as compact JSON for the player's script: columns of numbers, and what repeats is told once. Where a status, a
/// state or a lane is meant, its number in the list of them stands. How the drawing looks is told beside the drawing.
final class PlaybackJson {

    private final Page page;
    private final Replay replay;
    private final List<Integer> moments;
    private final Axis axis;
    private final Trace trace;
    private final List<Visit> visits;
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final Map<List<Step.Frame>, Integer> lanes = new LinkedHashMap<>();

    PlaybackJson(Page page, Replay replay, Axis axis, Trace trace) {
        this.page = page;
        this.replay = replay;
        this.moments = axis.moments();
        this.axis = axis;
        this.trace = trace;
        this.visits = Stream.concat(replay.visits().stream(), replay.inside().stream()).toList();
        for (var visit : visits) {
            states.putIfAbsent(visit.state(), states.size());
            lane(visit.frames());
        }
    }

    private int lane(List<Step.Frame> frames) {
        if (!lanes.containsKey(frames)) {
            if (!frames.isEmpty()) lane(frames.subList(0, frames.size() - 1));
            lanes.put(frames, lanes.size());
        }
        return lanes.get(frames);
    }

    String text() {
        return Json.Obj.builder().put("x", numbers(instants().map(moment -> (int) Math.round(axis.place(moment) * 100))))
                .put("t", new Json.Arr(instants().map(moment -> Json.of(time(moment))).toList()))
                .put("at", numbers(stepsAt()))
                .put("status", new Json.Arr(Stream.of(Status.values()).map(this::status).toList()))
                .put("states", new Json.Arr(states.keySet().stream().map(Json::of).toList()))
                .put("waits", numbers(kinds(visit -> visit.kind().equals("Wait")))).put("open", numbers(kinds(Visit::isContainer)))
                .put("steps", steps()).put("lanes", lanes())
                .put("maps", new Json.Arr(replay.maps().stream().map(this::map).toList())).put("words", words()).build().toString();
    }

    private Stream<Integer> kinds(Predicate<Visit> of) {
        return visits.stream().filter(of).map(visit -> states.get(visit.state())).distinct();
    }

    private int instant(int moment) {
        return Playback.instant(moments, moment);
    }

    private Stream<Integer> instants() {
        return moments.stream();
    }

    private long time(int moment) {
        return axis.times().get(Math.clamp(moment, 1, axis.times().size()) - 1).toMillis();
    }

    /// The step that something happened to last, at each instant.
    private Stream<Integer> stepsAt() {
        int[] last = new int[1];
        int[] at = trace.events().stream().mapToInt(event -> last[0] = event.step() > 0 ? event.step() : Math.max(1, last[0])).toArray();
        return instants().map(moment -> at[Math.clamp(moment, 1, at.length) - 1]);
    }

    private Json status(Status status) {
        String word = page.text(status.key());
        return Json.Obj.builder().put("css", Json.of(status.css())).put("icon", Json.of(status.icon())).put("word", Json.of(word)).build();
    }

    private Json steps() {
        return Json.Obj.builder().put("state", numbers(visits.stream().map(visit -> states.get(visit.state()))))
                .put("from", numbers(visits.stream().map(visit -> instant(visit.entered()))))
                .put("until", numbers(visits.stream().map(visit -> instant(visit.left()))))
                .put("status", numbers(visits.stream().map(visit -> visit.status().ordinal())))
                .put("lane", numbers(visits.stream().map(visit -> lane(visit.frames()))))
                .put("edge", numbers(visits.stream().map(visit -> visit.edge().orElse(-1)))).put("pauses", pauses()).build();
    }

    /// By the place of the step, from when until when it waits for its next try.
    private Json pauses() {
        var pauses = Json.Obj.builder();
        for (int i = 0; i < visits.size(); i++) {
            if (!visits.get(i).pauses().isEmpty()) pauses.put(String.valueOf(i), new Json.Arr(visits.get(i).pauses().stream()
                    .map(pause -> row(instant(pause.from()), instant(pause.until()))).toList()));
        }
        return pauses.build();
    }

    private Json lanes() {
        var all = List.copyOf(lanes.keySet());
        return Json.Obj.builder().put("parent", numbers(all.stream().map(frames -> frames.isEmpty() ? -1 : lane(frames.subList(0, frames.size() - 1)))))
                .put("state", numbers(all.stream().map(frames -> frames.isEmpty() ? -1 : states.getOrDefault(frames.getLast().state(), -1))))
                .put("index", numbers(all.stream().map(frames -> frames.isEmpty() ? -1 : frames.getLast().index()))).build();
    }

    private Json map(Replay.Items map) {
        var items = map.list();
        return Json.Obj.builder().put("state", Json.of(map.state())).put("lane", Json.of(lanes.getOrDefault(map.frames(), -1)))
                .put("from", Json.of(instant(map.entered())))
                .put("began", numbers(items.stream().map(item -> item.began() == Replay.END ? -1 : instant(item.began()))))
                .put("ended", numbers(items.stream().map(item -> instant(item.ended()))))
                .put("status", numbers(items.stream().map(item -> item.status().ordinal())))
                .put("step", numbers(items.stream().map(Replay.Item::step))).build();
    }

    private Json words() {
        var words = Json.Obj.builder().put("says", Json.of(page.text("run.says", "{0}", "{1}", "{2}"))).put("step", Json.of(page.text("player.step", "{0}", "{1}")))
                .put("tab", Json.of(page.text("run.tab.data", "{0}"))).put("pin", Json.of(page.text("diagram.step", "{0}")))
                .put("ahead", Json.of(page.text("diagram.ahead")));
        for (var key : List.of("item", "itemAhead", "itemOnly")) words.put(key, Json.of(page.text("player." + key, "{0}", "{1}", "{2}")));
        return words.build();
    }

    private static Json.Arr row(Object... values) {
        List<Json> row = new ArrayList<>();
        for (var value : values) row.add(value instanceof Integer number ? Json.of(number) : value instanceof String text ? Json.of(text) : (Json) value);
        return new Json.Arr(row);
    }

    private static Json.Arr numbers(Stream<Integer> numbers) {
        return new Json.Arr(numbers.map(Json::of).toList());
    }
}
