package passo.web.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.diagram.Rules;
import passo.expression.Path;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.Coverage;
import passo.lab.Difference;
import passo.lab.Reach;
import passo.lab.Way;
import passo.web.Page;
import passo.web.coverage.CoverageView.Count;
import passo.web.coverage.CoverageView.Recipe;
import passo.web.coverage.CoverageView.StateRow;
import passo.web.coverage.CoverageView.WayRow;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;

/// Tells a coverage in the words of a page.
public final class CoverageWords {

    private static final int LONGEST = 48;

    private final Page page;
    private final StateMachine machine;
    private final Coverage coverage;

    public CoverageWords(Page page, StateMachine machine, Coverage coverage) {
        this.page = page;
        this.machine = machine;
        this.coverage = coverage;
    }

    /// @param found what would take what was never taken
    /// @param input of the run that it is measured by, as text
    /// @param world likewise
    /// @param start the same world as JSON
    public CoverageView view(Map<Way, Reach.Found> found, String input, String world, Json.Obj start) {
        List<Way> all = Way.of(machine);
        List<Way> missing = all.stream().filter(way -> coverage.times(way) == 0).toList();
        Map<List<Difference>, List<Way>> grouped = new LinkedHashMap<>();
        missing.stream().filter(found::containsKey).forEach(way -> grouped.computeIfAbsent(found.get(way).differences(), _ -> new ArrayList<>()).add(way));
        List<Recipe> recipes = grouped.entrySet().stream().map(group -> recipe(group.getKey(), group.getValue(), found.get(group.getValue().getFirst()),
                input, world, start)).toList();
        return new CoverageView(Sentence.of(page, coverage.runs() == 1 ? "coverage.runs.one" : "coverage.runs", coverage.runs()), counts(all), recipes,
                missing.stream().filter(way -> !found.containsKey(way)).filter(this::tells).map(this::named).toList(),
                all.stream().collect(Collectors.groupingBy(Way::state, LinkedHashMap::new, Collectors.toList())).entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList(), Optional.empty());
    }

    private List<Count> counts(List<Way> all) {
        return Stream.of(count("states", all.stream().filter(way -> way.kind() == Way.Kind.STATE).toList()),
                count("ways", all.stream().filter(way -> way.kind().leadsOn()).toList()),
                count("retriers", all.stream().filter(way -> way.kind() == Way.Kind.RETRIER).toList())).filter(count -> count.all() > 0).toList();
    }

    private Count count(String what, List<Way> ways) {
        int taken = (int) ways.stream().filter(way -> coverage.times(way) > 0).count();
        return new Count(page.text("coverage.count." + what, taken, ways.size()), taken, ways.size());
    }

    /// What belongs to a state that was never entered says nothing of its own.
    private boolean tells(Way way) {
        return way.kind() == Way.Kind.STATE || coverage.times(new Way(way.state(), Way.Kind.STATE, 0)) > 0;
    }

    private StateRow row(String state, List<Way> ways) {
        return new StateRow(state, kind(state), coverage.times(ways.getFirst()),
                ways.stream().skip(1).map(way -> new WayRow(said(way), coverage.times(way))).toList());
    }

    private Recipe recipe(List<Difference> differences, List<Way> ways, Reach.Found run, String input, String world, Json.Obj start) {
        boolean sameInput = differences.stream().noneMatch(Difference.Input.class::isInstance);
        return new Recipe(differences.isEmpty() ? List.of(Sentence.of(page, "coverage.change.none")) : differences.stream().map(this::said).toList(), ways.stream().filter(way -> way.kind() != Way.Kind.NEXT).map(this::named).toList(),
                sameInput ? input : JsonText.pretty(run.input()), run.world().equals(start) ? world : JsonText.pretty(run.world()));
    }

    // Words.

    /// A way by itself, with its state.
    private Sentence named(Way way) {
        return way.kind() == Way.Kind.STATE ? Sentence.of(page, "coverage.state", chip(way.state())) : Sentence.of(page, "coverage.of", chip(way.state()), said(way));
    }

    private Sentence said(Way way) {
        State state = machine.find(way.state()).orElseThrow();
        return switch (way.kind()) {
            case STATE -> Sentence.of(page, "coverage.state", chip(way.state()));
            case NEXT -> next(state);
            case RULE -> {
                var rule = ((State.Choice) state).choices().get(way.number());
                yield Sentence.of(page, "coverage.rule", way.number() + 1, chip(rule.next()), code(Rules.text(rule.condition(), page.messages()::get)));
            }
            case OTHERWISE -> Sentence.of(page, "coverage.default", chip(((State.Choice) state).otherwise().orElseThrow()));
            case RETRIER -> Sentence.of(page, "coverage.retry", code(String.join(", ", ((State.Recoverable) state).retry().get(way.number()).errorEquals())));
            case CATCHER -> {
                var catcher = ((State.Recoverable) state).catchers().get(way.number());
                yield Sentence.of(page, "coverage.catch", code(String.join(", ", catcher.errorEquals())), chip(catcher.next()));
            }
        };
    }

    private Sentence next(State state) {
        State.Next next = switch (state) {
            case State.Pass pass -> pass.next();
            case State.Wait wait -> wait.next();
            case State.Recoverable recoverable -> recoverable.next();
            case State.Choice _, State.Succeed _, State.Fail _ -> throw new IllegalArgumentException("It has no Next: " + state.name());
        };
        return switch (next) {
            case State.Next.To(var to) -> Sentence.of(page, "coverage.next", chip(to));
            case State.Next.End() -> Sentence.of(page, "coverage.end");
        };
    }

    private Sentence said(Difference difference) {
        return switch (difference) {
            case Difference.Input(var place, var value) -> value.map(json -> Sentence.of(page, "coverage.change.input", code(path(place)), code(shortened(json))))
                    .orElseGet(() -> Sentence.of(page, "coverage.change.absent", code(path(place))));
            case Difference.Answer(var state, _, _, var place, var value) when place.isEmpty() && value.isPresent() ->
                Sentence.of(page, "coverage.change.returns", chip(state), code(shortened(value.get())));
            case Difference.Answer answer -> answer.value().map(json -> Sentence.of(page, "coverage.change.answer", chip(answer.state()), code(path(answer.place())), code(shortened(json))))
                    .orElseGet(() -> Sentence.of(page, "coverage.change.answerWithout", chip(answer.state()), code(path(answer.place()))));
            case Difference.Fault(var state, var fault) -> fault.get("error") instanceof Json.Str(var error)
                    ? Sentence.of(page, fault.has("times") ? "coverage.change.failsOnce" : "coverage.change.fails", chip(state), code(error))
                    : Sentence.of(page, "coverage.change.slow", chip(state));
        };
    }

    private static String path(List<Path.Step> steps) {
        return "$" + steps.stream().map(step -> step instanceof Path.Step.Name(var name) && name.matches("[A-Za-z_]\\w*") ? "." + name : step.toString())
                .collect(Collectors.joining());
    }

    private static String shortened(Json json) {
        String text = json.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private Sentence.Part chip(String state) {
        return new Sentence.Part.Chip(state, kind(state));
    }

    private Kind kind(String state) {
        return Kind.of(machine.find(state).map(State::type).orElse("Task"));
    }

    private static Sentence.Part code(String text) {
        return new Sentence.Part.Code(text);
    }
}
