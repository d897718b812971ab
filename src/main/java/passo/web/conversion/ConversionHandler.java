package passo.web.conversion;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.World;
import passo.convert.JsonataConversion;
import passo.convert.Proof;
import passo.engine.StartExecution;
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
        Optional<StateMachine> machine = texts.definition(form.definition(), form.type()).machine();
        Optional<Json> input = texts.input(form.input());
        Optional<World> world = texts.world(form.world());
        boolean isReadable = machine.isPresent() && input.isPresent() && world.isPresent();
        pages.show(ctx, "converted.jte", isReadable ? convert(ctx, page, form, machine.get(), input.get(), world.get())
                : ConvertedView.refused(page, texts.problems()));
    }

    private static Optional<String> state(Context ctx, StateMachine machine) {
        return Optional.ofNullable(ctx.formParam("state")).filter(name -> machine.find(name).isPresent());
    }

    private ConvertedView convert(Context ctx, Page page, Form form, StateMachine before, Json input, World world) {
        Optional<String> state = state(ctx, before);
        Json.Obj definition = JsonataConversion.read(Json.of(form.definition()));
        JsonataConversion conversion = state.isPresent() ? JsonataConversion.ofState(definition, state.get()) : JsonataConversion.of(definition);
        StateMachine after = Definition.of(conversion.definition(), form.type()).machine().orElseThrow();
        var start = world.underItsRole(new StartExecution(before, form.type(), "passo", "run", world.account(), input,
                world.clock().orElse(Prepared.START), world.seed().orElse(0)));
        Proof proof = capacity.share(ctx).together(new Cloud(world, List.of(), start).runsCode(), limits -> Proof.of(start, after, world, limits));
        return ConvertedView.of(page, Notation.of(form.definition()), before, state.orElse(""), conversion, proof);
    }
}
