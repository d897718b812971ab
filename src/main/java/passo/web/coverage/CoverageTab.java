package passo.web.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import passo.aws.Cloud;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.Coverage;
import passo.lab.Reach;
import passo.lab.Way;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Coverage*: what the runs of this page have taken of the machine, and what would take the rest.
public final class CoverageTab implements View {

    private static final int MOST_RUNS = 20;
    /// A run that is only tried may do less than one that is looked at.
    private static final int MOST_EVENTS = 5_000;
    /// Of the two seconds that all of it may take.
    private static final Duration SEARCH = Duration.ofMillis(1_000);

    /// What was counted and found.
    private record Counted(Coverage coverage, Map<Way, Reach.Found> found) {}

    @Override public String template() {
        return "coverage.jte";
    }

    @Override public CoverageView of(Ran ran, Asked asked) {
        World world = prepared(ran, ran.form()).orElseThrow().world();
        List<Prepared> others = others(ran, asked.runs());
        Counted counted = ran.share().together(ran.cloud().runsCode(), limits -> counted(ran, world, others, limits));
        return new CoverageWords(ran.page(), ran.machine(), counted.coverage).view(counted.found, ran.form().input(), ran.form().world(), world.json());
    }

    private static Counted counted(Ran ran, World world, List<Prepared> others, Limits limits) {
        var few = new Limits(MOST_EVENTS, limits.bytes(), limits.overdue());
        BiFunction<StartExecution, World, Run> run = (start, in) -> Execution.run(start, new Cloud(in, List.of(), start), few);
        Stream<Trace> traces = others.stream().flatMap(other -> run.apply(other.start(), other.world()) instanceof Run.Ended(Trace trace) ? Stream.of(trace) : Stream.empty());
        Coverage coverage = Coverage.of(ran.machine(), Stream.concat(Stream.of(ran.trace()), traces));
        long end = System.nanoTime() + SEARCH.toNanos();
        BooleanSupplier enough = () -> System.nanoTime() > end;
        return new Counted(coverage, Reach.of(ran.start(), world, coverage, run, enough));
    }

    /// The other runs of the page: a list of objects with `input` and `world`.
    private static List<Prepared> others(Ran ran, String runs) {
        if (!(JsonText.read(runs) instanceof JsonText.Reading.Value(Json.Arr list, _))) return List.of();
        var others = new ArrayList<Prepared>();
        for (Json item : list.items().subList(0, Math.min(MOST_RUNS, list.size()))) {
            if (item instanceof Json.Obj made && made.get("input") instanceof Json.Str(var input) && made.get("world") instanceof Json.Str(var world)) {
                prepared(ran, new Form(ran.form().type(), ran.form().definition(), input, world)).ifPresent(others::add);
            }
        }
        return others;
    }

    private static Optional<Prepared> prepared(Ran ran, Form form) {
        return Prepared.of(new Texts(ran.page()), ran.definition(), form);
    }
}
