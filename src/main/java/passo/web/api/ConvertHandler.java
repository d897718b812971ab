package passo.web.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.asl.text.Diagnostic.Phrase;
import passo.aws.Cloud;
import passo.aws.ExampleInput;
import passo.convert.Comparison;
import passo.convert.JsonataConversion;
import passo.convert.Proof;
import passo.convert.Remark;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Language;
import passo.web.Messages;
import passo.web.RateLimit;

/// `POST /api/v1/convert`: turns a definition from JSONPath to JSONata, or one state of it, and runs both to see whether they do the same.
public final class ConvertHandler {

    private static final List<String> MEMBERS = List.of("definition", "type", "state", "input", "world", "seed");

    private final RateLimit rate;
    private final Capacity capacity;

    public ConvertHandler(RateLimit rate, Capacity capacity) {
        this.rate = rate;
        this.capacity = capacity;
    }

    public void handle(Context ctx) {
        rate.take(ctx);
        var body = Body.of(ctx, MEMBERS);
        var definition = body.definition(body.type());
        var input = body.get("input").orElseGet(() -> definition.machine().map(ExampleInput::of).orElse(Json.Obj.EMPTY));
        var state = body.text("state");
        var refusal = RunHandler.refusal(body, definition, input);
        if (refusal.isPresent()) {
            Answer.send(ctx, 400, refusal.get());
        } else if (state.isPresent() && definition.machine().orElseThrow().find(state.get()).isEmpty()) {
            Answer.send(ctx, 400, Answer.apiError("ValidationException", "State not found in definition"));
        } else {
            var json = JsonataConversion.read(body.json().get("definition"));
            convert(ctx, body, definition.machine().orElseThrow(), input, state.isPresent() ? JsonataConversion.ofState(json, state.get()) : JsonataConversion.of(json));
        }
    }

    private void convert(Context ctx, Body body, StateMachine before, Json input, JsonataConversion conversion) {
        var world = body.world();
        var start = body.start(world, before, body.type(), "run", input);
        var after = Definition.of(conversion.definition(), body.type()).machine().orElseThrow();
        var proof = capacity.share(ctx).together(new Cloud(world, List.of(), start).runsCode(), limits -> Proof.of(start, after, world, limits));
        Answer.send(ctx, 200, Json.Obj.builder()
                .put("definition", conversion.definition())
                .put("converted", each(conversion.changes(), change -> Json.of(change.state())))
                .put("notConverted", each(conversion.refusals(), ConvertHandler::remark))
                .put("differences", each(conversion.differences(), ConvertHandler::remark))
                .put("proof", proof(proof)).build());
    }

    private static Json.Obj proof(Proof proof) {
        return Json.Obj.builder()
                .put("verdict", proof.verdict().name())
                .put("comparisons", each(proof.comparisons(), ConvertHandler::comparison))
                .put("branches", proof.branches())
                .put("allBranches", proof.allBranches())
                .put("notVisited", each(proof.unvisited(), Json::of)).build();
    }

    private static Json comparison(Comparison comparison) {
        var json = Json.Obj.builder().put("result", comparison.result().name()).put("what", words(comparison.what())).put("input", comparison.input())
                .put("before", ending(comparison.before())).put("after", ending(comparison.after()));
        if (!comparison.difference().equals(Phrase.NONE)) json.put("difference", words(comparison.difference()));
        return json.build();
    }

    private static Json ending(Comparison.Ending ending) {
        var json = Json.Obj.builder().put("status", ending.status());
        ending.output().ifPresent(output -> json.put("output", output));
        if (!ending.error().isEmpty()) json.put("error", ending.error());
        return json.build();
    }

    private static Json remark(Remark remark) {
        return Json.Obj.builder().put("state", remark.state()).put("location", remark.location()).put("why", words(remark.phrase())).build();
    }

    private static Json words(Phrase phrase) {
        var words = Json.Obj.builder();
        for (var language : Language.values()) words.put(language.tag(), Messages.in(language).get(phrase.key(), phrase.arguments().toArray()));
        return words.build();
    }

    private static <T> Json.Arr each(Iterable<T> items, Function<T, Json> asJson) {
        var list = new ArrayList<Json>();
        for (T item : items) list.add(asJson.apply(item));
        return new Json.Arr(list);
    }
}
