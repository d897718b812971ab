package passo.web.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.State;
import passo.diagram.ServiceName;
import passo.engine.Step;
import passo.engine.way.Field;
import passo.engine.way.Origin;
import passo.engine.way.Place;
import passo.engine.way.Source;
import passo.engine.way.Uses;
import passo.engine.way.Ways;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.web.Page;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;
import passo.web.way.WhenceView.Spot;

/// Where a value of a run came from and where it goes. The stage is the one that is looked at, the text to find the path of the value.
public final class Whence implements View {

    private static final int MOST_SPOTS = 8;
    private static final int MOST_LIGHTS = 200;

    @Override public String template() {
        return "whence.jte";
    }

    @Override public WhenceView of(Ran ran, Asked asked) {
        var ways = new Ways(ran.machine(), ran.trace());
        return place(ran.step(asked.step()), asked).flatMap(place -> Origin.of(ways, place).map(origin -> new Answer(ran.page(), ways, place, origin).view()))
                .orElseGet(() -> new WhenceView(Sentence.of(ran.page(), "whence.nothing"), Sentence.NONE, List.of(), List.of(), List.of()));
    }

    private static Optional<Place> place(Step step, Asked asked) {
        Optional<Field> field = Stream.of(Field.values()).filter(one -> one.name().equals(asked.stage())).findFirst();
        return field.isPresent() && Path.compile(asked.find()) instanceof Compiled.Good<Path>(var path) && path.isDefinite()
                ? Optional.of(new Place(step.number(), field.get(), path.steps())) : Optional.empty();
    }

    /// What is known of one value.
    private record Answer(Page page, Ways ways, Place place, Origin origin) {

        WhenceView view() {
            Uses uses = Uses.of(ways, place);
            List<Spot> from = origin.places().stream().skip(1).filter(this::tells).map(at -> spot(at, "")).toList();
            List<Spot> to = uses.used().stream().map(use -> spot(use.at(), use.field())).toList();
            var lights = new ArrayList<Spot>();
            origin.places().stream().skip(1).limit(MOST_LIGHTS).map(at -> spot(at, "from")).forEach(lights::add);
            uses.carried().stream().limit(MOST_LIGHTS).map(at -> spot(at, "to")).forEach(lights::add);
            uses.used().stream().map(use -> spot(use.at(), "to")).forEach(lights::add);
            return new WhenceView(came(), goes(uses), few(from.reversed()), few(to), lights);
        }

        private static List<Spot> few(List<Spot> spots) {
            return spots.stream().distinct().limit(MOST_SPOTS).toList();
        }

        /// Did the value get a name there by which it is not known yet, or was it made there?
        private boolean tells(Place at) {
            if (at.equals(origin.made())) return true;
            Place earlier = origin.places().get(origin.places().indexOf(at) + 1);
            return !at.path().equals(place.path()) && !at.path().equals(earlier.path());
        }

        private Spot spot(Place at, String note) {
            String state = at.step() == 0 ? "" : ways.step(at.step()).state();
            return new Spot(at.step(), state, at.field().name(), name(at.field()), at.text(), note);
        }

        private String name(Field field) {
            return page.messages().has("way.stage." + field) ? page.text("way.stage." + field) : field == Field.Result ? page.text("whence.result") : field.name();
        }

        private Sentence came() {
            Place made = origin.made();
            var value = code(place.text());
            if (made.step() == 0) return Sentence.of(page, made.path().equals(place.path()) ? "whence.begun.same" : "whence.begun", value, code(made.text()));
            Sentence.Part who = chip(made);
            return switch (origin.maker()) {
                case Source.Begun _, Source.Copy _ -> Sentence.of(page, "whence.begun", value, code(made.text()));
                case Source.Answered _ -> Sentence.of(page, "whence.answered", value, worker(made), who, code(made.text()));
                case Source.Computed(var expression, _) -> Sentence.of(page, "whence.computed", value, who, code(expression));
                case Source.Joined _ -> Sentence.of(page, "whence.joined", value, who, code(name(made.field())));
                case Source.Written _ -> Sentence.of(page, "whence.written", value, who, code(name(made.field())));
                case Source.Failed _ -> Sentence.of(page, "whence.failed", value, who);
                case Source.Context(var path) -> Sentence.of(page, "whence.context", value, who, code(path));
                case Source.Decided _ -> Sentence.of(page, "whence.decided", value, who);
                case Source.Unknown _ -> Sentence.of(page, "whence.unknown", value, who, code(name(made.field())));
            };
        }

        private String worker(Place made) {
            return ways.state(ways.step(made.step())) instanceof State.Task task ? ServiceName.of(task.resource()).title() : page.text("whence.result");
        }

        private Sentence goes(Uses uses) {
            Optional<Place> end = uses.carried().stream().filter(at -> at.field() == Field.End && ends(at)).findFirst();
            if (end.isPresent()) return Sentence.of(page, "whence.toEnd", code(end.get().text()));
            if (uses.carried().stream().anyMatch(at -> at.field() == Field.Input && at.step() != place.step())) {
                Place last = uses.carried().stream().filter(at -> at.field() == Field.Input).reduce((_, later) -> later).orElseThrow();
                return Sentence.of(page, "whence.toStep", chip(last), code(last.text()));
            }
            if (place.step() == 0 || ways.step(place.step()).output().isEmpty()) return place.step() == 0 ? Sentence.NONE : Sentence.of(page, "whence.stops", chip(place));
            return Sentence.of(page, uses.used().isEmpty() ? "whence.nowhere" : "whence.usedHere", chip(place));
        }

        /// Is that what the run hands on?
        private boolean ends(Place at) {
            Step step = ways.step(at.step());
            return step.frames().isEmpty() && step.next().isEmpty() && ways.trace().output().isPresent();
        }

        private Sentence.Part chip(Place at) {
            Step step = ways.step(at.step());
            return new Sentence.Part.Chip(step.state(), Kind.of(step.type()));
        }

        private static Sentence.Part code(String text) {
            return new Sentence.Part.Code(text);
        }
    }
}
