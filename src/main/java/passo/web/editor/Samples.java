package passo.web.editor;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import passo.asl.editing.Sample;
import passo.engine.Run;
import passo.engine.Step;
import passo.engine.Trace;
import passo.expression.Digest;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;

/// What each state had when a form was run: kept for the forms asked for last, else the run is made again. Shared by all requests.
final class Samples {

    private static final int MOST = 200;

    private final Map<String, Map<String, Sample>> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Sample>> eldest) {
            return size() > MOST;
        }
    });

    /// By the name of the state; none where the form does not run.
    ///
    /// @param share is asked for when a run is to be made
    Map<String, Sample> of(Form form, Page page, Supplier<Capacity.Share> share) {
        String key = Digest.hex(String.join("\0", form.type().name(), form.definition(), form.input(), form.world()), "SHA-256");
        Map<String, Sample> known = kept.get(key);
        if (known != null) return known;
        Map<String, Sample> made = made(form, page, share.get());
        kept.put(key, made);
        return made;
    }

    private static Map<String, Sample> made(Form form, Page page, Capacity.Share share) {
        var texts = new Texts(page);
        Optional<Prepared> prepared = Prepared.of(texts, texts.definition(form.definition(), form.type()), form);
        return prepared.map(ready -> share.run(ready.start(), ready.cloud(), List.of()))
                .map(run -> run instanceof Run.Ended(var trace) ? samples(trace) : Map.<String, Sample>of()).orElse(Map.of());
    }

    /// The last visit of a state tells.
    private static Map<String, Sample> samples(Trace trace) {
        var last = new HashMap<String, Step>();
        trace.steps().forEach(step -> last.put(step.state(), step));
        return last.values().stream().collect(Collectors.toMap(Step::state, step -> sample(trace, step)));
    }

    private static Sample sample(Trace trace, Step step) {
        Map<String, Json> stages = step.stages().stream().collect(Collectors.toMap(Step.Stage::field, stage -> Sample.cut(stage.value())));
        return new Sample(Sample.cut(step.input()), stages, (Json.Obj) Sample.cut(step.variables()), (Json.Obj) Sample.cut(trace.context(step)));
    }
}
