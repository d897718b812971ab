package passo.web.drawing;

import java.util.ArrayList;
import java.util.List;
import passo.diagram.Drawing.Badge;
import passo.diagram.Playback;
import passo.diagram.Playback.Phase;
import passo.diagram.Playback.Taken;
import passo.diagram.Playback.Told;
import passo.diagram.Strip;
import passo.json.Json;

/// How a drawing looks at every instant of its run, as compact JSON for the player's script. A row begins with the instant; a status is
/// meant by its number.
final class PlaybackJson {

    private PlaybackJson() {}

    static String of(Playback playback) {
        var nodes = Json.Obj.builder();
        playback.nodes().forEach((state, told) -> nodes.put(state, node(told)));
        var edges = Json.Obj.builder();
        playback.edges().forEach((edge, taken) -> edges.put(String.valueOf(edge), rows(taken.stream().map(PlaybackJson::row).toList())));
        var strips = Json.Obj.builder();
        playback.strips().forEach((state, all) -> strips.put(state, rows(all.stream().map(PlaybackJson::row).toList())));
        return Json.Obj.builder().put("nodes", nodes.build()).put("edges", edges.build()).put("strips", strips.build()).build().toString();
    }

    private static Json node(Told told) {
        return Json.Obj.builder().put("size", row(told.width(), told.height())).put("head", Json.of(told.head())).put("tail", Json.of(told.tail()))
                .put("phases", rows(told.phases().stream().map(PlaybackJson::row).toList())).build();
    }

    private static Json row(Phase phase) {
        return row(phase.from(), phase.status().ordinal(), phase.ahead() ? 1 : 0, rows(phase.badges().stream().map(PlaybackJson::row).toList()));
    }

    private static Json row(Badge badge) {
        return row(badge.icon(), badge.text(), badge.at().x(), badge.width(), badge.status());
    }

    private static Json row(Taken taken) {
        return row(taken.from(), taken.times(), taken.text(), taken.width());
    }

    private static Json row(Strip strip) {
        return row(strip.cells(), strip.pitch());
    }

    private static Json rows(List<Json> rows) {
        return new Json.Arr(rows);
    }

    private static Json row(Object... values) {
        List<Json> row = new ArrayList<>();
        for (var value : values) row.add(value instanceof Integer number ? Json.of(number) : value instanceof String text ? Json.of(text) : (Json) value);
        return new Json.Arr(row);
    }
}
