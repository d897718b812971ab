package passo.web.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.State;
import passo.expression.Expression;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;
import passo.web.parts.Sentence;

/// What the settings of a Map do.
///
/// @param to takes the lines
record MapWords(Known known, Expressions expressions, State.Map map, To to) {

    /// Takes what a field does and what came of it, where the field is written.
    interface To {
        void add(String field, List<Sentence> said, List<Sentence> run);
    }

    void all() {
        add("ItemReader", known.say("explained.map.reader"));
        Stream.of("ItemsPath", "Items").forEach(field -> add(field, known.say("explained.map.items", items())));
        if (map.itemSelector() != Template.NOTHING) {
            to.add("ItemSelector", Stream.concat(Stream.of(known.say("explained.map.selector")),
                    expressions.fields(map.itemSelector(), Optional.empty()).stream()).toList(), List.of());
        }
        add("MaxConcurrency", concurrency());
        map.distributed().ifPresent(this::distributed);
    }

    private void add(String field, Sentence said) {
        to.add(field, List.of(said), List.of());
    }

    private Sentence items() {
        Optional<Scope> scope = known.effective();
        Sentence what = expressions.what(map.items());
        return expressions.value(map.items(), scope).map(value -> switch (value) {
            case Json.Arr arr -> known.say(arr.size() == 1 ? "explained.map.counted.one" : "explained.map.counted", what, arr.size());
            case Json.Obj obj -> known.say(obj.size() == 1 ? "explained.map.counted.one" : "explained.map.counted", what, obj.size());
            default -> known.say("explained.here", what, known.value(value));
        }).orElse(what);
    }

    private Sentence concurrency() {
        return Quantities.number(map.maxConcurrency()).map(most -> most == 0 ? known.say("explained.map.unlimited")
                : known.say(most == 1 ? "explained.map.oneByOne" : "explained.map.atOnce", most))
                .orElseGet(() -> known.say("explained.map.atOnce.computed", expressions.here(map.maxConcurrency(), known.effective())));
    }

    private void distributed(State.Distributed distributed) {
        tolerated("ToleratedFailureCount", distributed.toleratedFailureCount());
        tolerated("ToleratedFailurePercentage", distributed.toleratedFailurePercentage());
        distributed.batcher().flatMap(State.ItemBatcher::maxItemsPerBatch).ifPresent(most ->
                add("ItemBatcher", known.say("explained.map.batches", expressions.here(most, known.effective()))));
        add("ResultWriter", known.say("explained.map.writer"));
    }

    private void tolerated(String field, Expression most) {
        Sentence said = known.say("explained.map." + field, expressions.here(most, known.effective()));
        Stream.of(field, field + "Path").forEach(name -> add(name, said));
    }
}
