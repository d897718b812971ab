package passo.engine.way;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.MapRunTrace;
import passo.engine.Step;
import passo.engine.Step.Frame;
import passo.engine.Trace;
import passo.json.Json;

/// The ways of the data through all visits of a run, and how these follow one another. Made for one question, then dropped.
public final class Ways {

    private final StateMachine machine;
    private final Trace trace;
    private final Map<Integer, List<Stage>> stages = new HashMap<>();
    /// Of each visit the one before it in its line, and the visit of the state that its line is in.
    private final Map<Integer, Step> before = new HashMap<>();
    private final Map<Integer, Step> around = new HashMap<>();
    private final Map<Integer, Step> after = new HashMap<>();
    private final Map<Integer, List<Step>> inside = new HashMap<>();

    public Ways(StateMachine machine, Trace trace) {
        this.machine = machine;
        this.trace = trace;
        Map<List<Frame>, Step> last = new HashMap<>();
        for (Step step : trace.steps()) {
            List<Frame> frames = step.frames();
            if (!frames.isEmpty()) {
                Step outer = last.get(frames.subList(0, frames.size() - 1));
                around.put(step.number(), outer);
                inside.computeIfAbsent(outer.number(), _ -> new ArrayList<>()).add(step);
            }
            Step former = last.put(frames, step);
            boolean follows = former != null && former.next().filter(step.state()::equals).isPresent()
                    && (frames.isEmpty() || former.number() > around.get(step.number()).number());
            if (follows) {
                before.put(step.number(), former);
                after.put(former.number(), step);
            }
        }
    }

    public Trace trace() {
        return trace;
    }

    public Step step(int number) {
        return trace.steps().get(number - 1);
    }

    public State state(Step step) {
        return machine.find(step.state()).orElseThrow();
    }

    /// The stages of a visit, in their order; of 0 the input of the run.
    public List<Stage> of(int step) {
        List<Stage> known = stages.get(step);
        if (known != null) return known;
        List<Stage> made = step == 0 ? List.of(new Stage(Field.Input, "", Optional.empty(), Optional.of(trace.start().input()),
                List.of(Stage.Piece.whole(new Source.Begun())), List.of(), false)) : new Stages(this, step(step)).all();
        stages.put(step, made);
        return made;
    }

    public Optional<Stage> stage(int step, Field field) {
        return of(step).stream().filter(stage -> stage.field() == field).findFirst();
    }

    /// What stands at a place.
    public Optional<Json> value(Place place) {
        return stage(place.step(), place.field()).flatMap(Stage::after).flatMap(json -> Place.find(json, place.path()));
    }

    /// The visit before this one in the same line of states.
    public Optional<Step> before(Step step) {
        return Optional.ofNullable(before.get(step.number()));
    }

    /// The visit after this one in the same line of states.
    public Optional<Step> after(Step step) {
        return Optional.ofNullable(after.get(step.number()));
    }

    /// The visit of the Parallel or Map state that this one belongs to.
    public Optional<Step> around(Step step) {
        return Optional.ofNullable(around.get(step.number()));
    }

    /// The visits with which the branches or iterations of a state began.
    public List<Step> begun(Step container) {
        return inside(container).stream().filter(step -> !before.containsKey(step.number())).toList();
    }

    /// The visits with which they ended well, by branch or iteration.
    SequencedMap<Integer, Step> ended(Step container) {
        var ended = new TreeMap<Integer, Step>();
        inside(container).stream().filter(step -> step.next().isEmpty() && step.output().isPresent()).forEach(step -> ended.put(index(step), step));
        return ended;
    }

    private List<Step> inside(Step container) {
        return inside.getOrDefault(container.number(), List.of());
    }

    /// The number of the branch or iteration that a visit belongs to.
    static int index(Step step) {
        return step.frames().getLast().index();
    }

    List<MapRunTrace> mapRuns(Step step) {
        return trace.mapRuns().stream().filter(run -> run.step() == step.number()).toList();
    }

    /// The visit that assigned the variable that this one sees.
    Optional<Step> assigned(Step step, String variable) {
        Optional<Step> at = Optional.of(step);
        while (at.isPresent()) {
            Optional<Step> earlier = before(at.get());
            if (earlier.filter(found -> found.assigned().has(variable)).isPresent()) return earlier;
            at = earlier.isPresent() ? earlier : around(at.get());
        }
        return Optional.empty();
    }
}
