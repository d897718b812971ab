package passo.engine.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.engine.Step;
import passo.json.Json;

/// Where a field was lost: the question put to a trace.
///
/// @param trail the way that the data came, oldest step first; the last is the step that asked, or with which the line ended
/// @param loss where it stopped existing; nothing where it never was, or still is there at the end
public record Lost(Sought sought, List<Presence> trail, Optional<Loss> loss) {

    /// Whether the field was there.
    ///
    /// @param before in the step's input
    /// @param after in its output, and of a Parallel or Map state whose inside follows in the trail in what that began with; as
    ///     before where the step has none
    public record Presence(Step step, boolean before, boolean after) {}

    /// @param stage the field that took it away
    /// @param isSet does the definition write that field?
    /// @param lives where the value stands later all the same, under another name
    public record Loss(Step step, Field stage, boolean isSet, Optional<Place> lives) {}

    public Lost {
        trail = List.copyOf(trail);
    }

    /// The answer for a run that failed because a path into a state's data found nothing.
    public static Optional<Lost> of(Ways ways) {
        return ways.trace().steps().stream()
                .filter(step -> step.status() == Step.Status.FAILED)
                .flatMap(step -> Missing.in(ways.state(step), step).map(sought -> along(ways, sought, step)).stream())
                .findFirst();
    }

    /// The answer for any field: along the way that led to where the run ended; where it never was on that way, along the way of
    /// the last step that had it.
    public static Lost of(Ways ways, Sought sought) {
        Lost found = along(ways, sought, end(ways));
        if (found.trail.stream().anyMatch(presence -> presence.before || presence.after)) return found;
        return ways.trace().steps().reversed().stream().filter(step -> has(step, sought)).findFirst()
                .map(step -> along(ways, sought, endOfLine(ways, step))).orElse(found);
    }

    private static boolean has(Step step, Sought sought) {
        return sought.in(step.input(), step.variables()) || step.output().filter(output -> sought.in(output, variablesAfter(step))).isPresent();
    }

    /// The innermost step that failed; else the last of the outermost line.
    private static Step end(Ways ways) {
        List<Step> steps = ways.trace().steps();
        return steps.reversed().stream().filter(step -> step.status() == Step.Status.FAILED || step.status() == Step.Status.TIMED_OUT).findFirst()
                .or(() -> steps.reversed().stream().filter(step -> step.frames().isEmpty()).findFirst()).orElseThrow();
    }

    private static Step endOfLine(Ways ways, Step step) {
        Step last = step;
        for (Optional<Step> next = Optional.of(step); next.isPresent(); next = ways.after(last)) last = next.get();
        return last;
    }

    private static Lost along(Ways ways, Sought sought, Step asking) {
        var trail = new ArrayList<Presence>();
        trail.add(presence(asking, sought));
        Step first = asking;
        Optional<Step> before = ways.before(first).or(() -> ways.around(asking));
        while (before.isPresent()) {
            Step step = before.get();
            boolean entered = step.frames().size() < first.frames().size();
            trail.addFirst(entered ? new Presence(step, sought.in(step.input(), step.variables()), sought.in(first.input(), first.variables()))
                    : presence(step, sought));
            first = step;
            before = ways.before(step).or(() -> ways.around(step));
        }
        return new Lost(sought, trail, loss(ways, sought, trail));
    }

    private static Presence presence(Step step, Sought sought) {
        boolean before = sought.in(step.input(), step.variables());
        return new Presence(step, before, step.output().map(output -> sought.in(output, variablesAfter(step))).orElse(before));
    }

    private static Json.Obj variablesAfter(Step step) {
        var all = Json.Obj.builder();
        Json.Obj before = step.variables();
        before.forEach((name, value) -> {
            if (!step.assigned().has(name)) all.put(name, value);
        });
        step.assigned().forEach(all::put);
        return all.build();
    }

    private static Optional<Loss> loss(Ways ways, Sought sought, List<Presence> trail) {
        if (trail.getLast().after) return Optional.empty();
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (!trail.get(i).before || trail.get(i).after) continue;
            Step step = trail.get(i).step;
            boolean enters = i + 1 < trail.size() && trail.get(i + 1).step.frames().size() > step.frames().size();
            Stage stage = enters ? entering(ways, sought, step) : leaving(ways, sought, step);
            return Optional.of(new Loss(step, stage.field(), stage.isSet(), lives(ways, sought, step)));
        }
        return Optional.empty();
    }

    /// The field that left it out of what branches or iterations begin with.
    private static Stage entering(Ways ways, Sought sought, Step step) {
        if (ways.state(step) instanceof State.Map map) {
            return ways.stage(step.number(), Field.ItemSelector).filter(Stage::isSet).or(() -> ways.stage(step.number(), Sight.items(map))).orElseThrow();
        }
        return ways.of(step.number()).stream().filter(stage -> stage.field().compareTo(Field.Result) < 0 && isWithout(stage, sought, step)).findFirst().orElseThrow();
    }

    /// The field that left it out of what the state hands on. AWS: a result is placed in the raw input, whatever `InputPath` says.
    private static Stage leaving(Ways ways, Sought sought, Step step) {
        boolean passesBy = switch (ways.state(step)) {
            case State.Recoverable _ -> true;
            case State.Pass pass -> pass.common().flow() instanceof DataFlow.JsonPath flow && !flow.resultPath().source().equals("$");
            case State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> false;
        };
        return ways.of(step.number()).stream().filter(stage -> stage.field().isOnTheWay() && !(passesBy && stage.field() == Field.InputPath))
                .filter(stage -> isWithout(stage, sought, step)).findFirst().orElseThrow();
    }

    private static boolean isWithout(Stage stage, Sought sought, Step step) {
        return stage.after().isPresent() && !sought.in(stage.after().get(), sought.isVariable() ? Json.Obj.EMPTY : step.variables());
    }

    private static Optional<Place> lives(Ways ways, Sought sought, Step step) {
        if (sought.isVariable() || !sought.path().isDefinite()) return Optional.empty();
        return Uses.of(ways, new Place(step.number(), Field.Input, sought.path().steps())).carried().stream()
                .filter(place -> place.step() > step.number() && place.field() == Field.Input && place.path().size() >= sought.path().steps().size())
                .findFirst();
    }
}
