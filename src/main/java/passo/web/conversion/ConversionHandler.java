package passo.web.conversion;

import io.javalin.http.Context;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.convert.JsonataConversion;
import passo.convert.Proof;
import passo.json.Json;
import passo.json.Notation;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;

/// Turns what stands in the editor, or one state of it, into JSONata, and shows it beside the proof: the fragment `converted.jte`.
public final class ConversionHandler {

    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    public ConversionHandler(RateLimit rate, Capacity capacity, Pages pages) {
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    public void handle(Context ctx) {
        rate.take(ctx);
        Page page = pages.of(ctx);
        Form form = Form.of(ctx);
        var texts = new Texts(page);
        Definition definition = texts.definition(form.definition(), form.type());
        pages.show(ctx, "converted.jte", Prepared.of(texts, definition, form).map(prepared -> convert(ctx, page, form, prepared))
                .orElseGet(() -> ConvertedView.refused(page, texts.problems())));
    }

    private static Optional<String> state(Context ctx, StateMachine machine) {
        return Optional.ofNullable(ctx.formParam("state")).filter(name -> machine.find(name).isPresent());
    }

    private ConvertedView convert(Context ctx, Page page, Form form, Prepared prepared) {
        StateMachine before = prepared.start().machine();
        Optional<String> state = state(ctx, before);
        Json.Obj definition = JsonataConversion.read(Json.of(form.definition()));
        JsonataConversion conversion = state.isPresent() ? JsonataConversion.ofState(definition, state.get()) : JsonataConversion.of(definition);
        StateMachine after = Definition.of(conversion.definition(), form.type()).machine().orElseThrow();
        Proof proof = capacity.share(ctx).together(prepared.cloud().runsCode(),
                limits -> Proof.of(prepared.start(), after, prepared.world(), limits));
        return ConvertedView.of(page, Notation.of(form.definition()), before, state.orElse(""), conversion, proof);
    }
}
