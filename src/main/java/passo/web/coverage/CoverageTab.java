package passo.web.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.aws.World;
import passo.engine.Limits;
import passo.engine.Run;
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
        var trials = new Trials(limits);
        Stream<Trace> traces = others.stream().flatMap(other -> trials.run(other.start(), other.world()) instanceof Run.Ended(Trace trace) ? Stream.of(trace) : Stream.empty());
        Coverage coverage = Coverage.of(ran.machine(), Stream.concat(Stream.of(ran.trace()), traces));
        return new Counted(coverage, trials.found(ran.start(), world, coverage));
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
