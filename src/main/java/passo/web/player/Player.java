package passo.web.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passo.diagram.Playback;
import passo.diagram.Replay;
import passo.diagram.Replay.Visit;
import passo.diagram.Status;
import passo.diagram.time.Axis;
import passo.diagram.time.Timeline;
import passo.diagram.time.Timeline.Bar;
import passo.diagram.time.Timeline.Lane;
import passo.engine.MapRunTrace;
import passo.engine.Step;
import passo.engine.Trace;
import passo.web.Page;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;
import passo.web.parts.Units;
import passo.web.player.ItemsView.MapView;
import passo.web.player.PlayerView.BarView;
import passo.web.player.PlayerView.FoldView;
import passo.web.player.PlayerView.LaneView;
import passo.web.player.PlayerView.PauseView;
import passo.web.player.PlayerView.TickView;

/// Tells the time of a run in the words of a page. Made for one view, then dropped.
public final class Player {

    private static final int MOST_TOLD = 8;

    private final Page page;
    private final Units units;
    private final Trace trace;
    private final Replay replay;
    private final Axis axis;
    private final List<Integer> moments;
    private final Timeline timeline;

    public Player(Page page, Trace trace, Replay replay) {
        this.page = page;
        this.units = new Units(page.language().locale());
        this.trace = trace;
        this.replay = replay;
        this.axis = Axis.of(replay, trace);
        this.moments = axis.moments();
        this.timeline = Timeline.of(replay, axis);
    }

    public Axis axis() {
        return axis;
    }

    /// @param step the number of the step that is looked at
    public PlayerView at(int step) {
        int moment = replay.moment(step);
        int last = trace.steps().size();
        List<LaneView> lanes = lanes(moment, step);
        return new PlayerView(step, last, clock(moment), units.clock(Duration.between(trace.start().at(), trace.end())), step == 1 ? 0 : 1, step - 1,
                step == last ? 0 : step + 1, step == last ? 0 : last, place(moment), lanes, ticks(), folds(), PlayerView.TOP + height(lanes), told(),
                items(), new PlaybackJson(page, replay, axis, trace).text());
    }

    private String clock(int moment) {
        return units.clock(axis.times().get(Math.clamp(moment, 1, axis.times().size()) - 1));
    }

    private int place(int moment) {
        return (int) Math.round(axis.place(moment) * 100);
    }

    static String percent(double place) {
        return String.format(Locale.ROOT, "%.2f%%", place);
    }

    // The lanes.

    private List<LaneView> lanes(int moment, int step) {
        List<LaneView> lanes = new ArrayList<>();
        int y = PlayerView.TOP;
        for (var lane : timeline.lanes()) {
            lanes.add(new LaneView(name(lane), lane.depth(), y, lane.bars().stream().map(bar -> bar(bar, moment, step)).toList(),
                    lane.pauses().stream().map(this::pause).toList(), lane.more() == 0 ? "" : page.text("player.more", lane.more())));
            y += lane.more() == 0 ? PlayerView.PITCH : 2 * PlayerView.PITCH;
        }
        return lanes;
    }

    private static int height(List<LaneView> lanes) {
        return lanes.stream().mapToInt(lane -> lane.more().isEmpty() ? PlayerView.PITCH : 2 * PlayerView.PITCH).sum();
    }

    private String name(Lane lane) {
        if (lane.frames().isEmpty()) return page.text("player.main");
        var frame = lane.frames().getLast();
        return page.text(isMap(frame) ? "step.item" : "step.branch", frame.index() + 1);
    }

    private boolean isMap(Step.Frame frame) {
        return replay.maps().stream().anyMatch(map -> map.state().equals(frame.state()));
    }

    private BarView bar(Bar bar, int moment, int step) {
        boolean ahead = bar.began() > moment;
        boolean waits = bar.kind().equals("Wait") || bar.status() == Status.WAIT;
        String under = (waits ? Status.WAIT : Status.RUN).icon();
        String done = bar.status().icon();
        String status = !ahead && bar.ended() > moment ? under : done;
        String name = bar.steps() == 1 ? bar.step() + " " + bar.state() : page.text("player.several", bar.steps());
        String label = bar.attempt() > 0 && bar.status() == Status.RETRY ? "" : name;
        return new BarView(bar.step(), Playback.instant(moments, bar.began()), Playback.instant(moments, bar.ended()), status, done, under, ahead,
                bar.step() == step && bar.steps() == 1 && (bar.attempt() == 0 || bar.status() != Status.RETRY), bar.decisive() && isParallel(),
                isSlowest(bar), label, title(bar, name), percent(bar.from()), percent(Math.max(0, bar.width() - 0.15)));
    }

    private String title(Bar bar, String name) {
        String said = name + ", " + page.text(bar.status().key());
        return bar.attempt() == 0 ? said + ", " + units.duration(bar.time()) : said + ", " + page.text("player.attempt", bar.attempt());
    }

    private boolean isSlowest(Bar bar) {
        return bar.steps() == 1 && timeline.slowest().filter(visit -> visit.step() == bar.step() && visit.state().equals(bar.state())).isPresent();
    }

    private PauseView pause(Timeline.Pause pause) {
        double middle = pause.from() + pause.width() / 2;
        boolean told = pause.width() < 5 || timeline.folds().stream().anyMatch(fold -> fold.from() < middle && middle < fold.until());
        return new PauseView(percent(pause.from()), percent(pause.from() + pause.width()), percent(middle), told ? "" : units.duration(pause.time()));
    }

    private List<TickView> ticks() {
        return timeline.ticks().stream().map(tick -> new TickView(percent(tick.place()), units.clock(tick.time()),
                timeline.folds().stream().anyMatch(fold -> fold.until() == tick.place()))).toList();
    }

    private List<FoldView> folds() {
        return timeline.folds().stream().map(fold -> new FoldView(percent(fold.from()), percent(fold.until()), percent((fold.from() + fold.until()) / 2),
                units.duration(fold.time()))).toList();
    }

    // What is said about it.

    private List<Sentence> told() {
        List<Sentence> told = new ArrayList<>();
        timeline.slowest().ifPresent(visit -> told.add(Sentence.of(page, "player.slowest", visit.step(), chip(visit), units.duration(visit.time()),
                units.duration(Duration.between(trace.start().at(), trace.end())))));
        if (isParallel()) told.add(decisive());
        return told;
    }

    /// Does anything run beside something else?
    private boolean isParallel() {
        return timeline.decisive().size() < replay.visits().size();
    }

    private Sentence decisive() {
        List<Visit> steps = timeline.decisive().stream().map(step -> replay.visits().get(step - 1)).filter(visit -> !visit.isContainer()).toList();
        String names = steps.stream().limit(MOST_TOLD).map(visit -> visit.step() + " " + visit.state()).collect(Collectors.joining(" → "));
        return Sentence.of(page, "player.decisive", steps.size() > MOST_TOLD ? names + " → …" : names);
    }

    private static Sentence.Part chip(Visit visit) {
        return new Sentence.Part.Chip(visit.state(), Kind.of(visit.kind()));
    }

    // The items of Maps.

    private Optional<ItemsView> items() {
        List<MapView> maps = replay.maps().stream().filter(map -> !map.list().isEmpty())
                .map(map -> new MapView(map.state(), name(map), map.list().size(), counts(map))).toList();
        return maps.isEmpty() ? Optional.empty() : Optional.of(new ItemsView(maps));
    }

    private String name(Replay.Items map) {
        if (map.frames().isEmpty()) return map.state();
        var frame = map.frames().getLast();
        return map.state() + ", " + page.text(isMap(frame) ? "step.item" : "step.branch", frame.index() + 1);
    }

    private String counts(Replay.Items map) {
        Optional<MapRunTrace> run = trace.mapRuns().stream().filter(one -> replay.visits().get(one.step() - 1).entered() == map.entered()).findFirst();
        if (run.isPresent()) return page.text("player.kept", map.list().size(), run.get().items().total(), run.get().items().succeeded(), run.get().items().failed());
        Map<Status, Integer> counts = new LinkedHashMap<>();
        for (var status : Status.values()) counts.put(status, 0);
        for (var item : map.list()) counts.merge(item.status(), 1, Integer::sum);
        return counts.entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> page.text("player.items." + count.getKey().icon(), count.getValue())).collect(Collectors.joining(", "));
    }
}
