package passo.web.world;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.Missing;
import passo.aws.Shape;
import passo.json.Json;
import passo.json.JsonEdit;
import passo.json.JsonText;
import passo.json.Notation;
import passo.json.Pointer;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;

/// Does what the forms of the world ask. Each question brings the world's text, and each answer takes it back, changed; nothing is
/// kept in between. A place in the world is a JSON Pointer.
public final class WorldHandler {

    private static final int LARGEST = 6 << 20;

    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    public WorldHandler(RateLimit rate, Capacity capacity, Pages pages) {
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    public void show(Context ctx) {
        show(ctx, text(ctx), open(ctx), pointer(ctx, "at"), "");
    }

    /// Takes the value of one field over.
    public void set(Context ctx) {
        Json world = world(ctx);
        Pointer at = at(ctx);
        Page page = pages.of(ctx);
        switch (Values.read(Form.field(ctx, at.toString(), LARGEST), at, Values.shape(world, at), control(ctx))) {
            case Values.Read.Malformed(var why) ->
                pages.show(ctx, "world/taken.jte", TakenView.refused(text(ctx), Part.id(at), page.text("explain.malformed", why)));
            case Values.Read.Value(var value) -> {
                String text = value.map(json -> JsonEdit.set(text(ctx), at, json)).orElseGet(() -> JsonEdit.remove(text(ctx), at));
                pages.show(ctx, "world/taken.jte", TakenView.of(page, text, JsonText.parse(text), at));
            }
        }
    }

    /// Adds a thing to things of its kind; of a file, an object with its text.
    public void add(Context ctx) {
        Json world = world(ctx);
        Pointer at = at(ctx);
        Shape shape = Values.shape(world, at);
        Json here = at.find(world).orElse(Json.NULL);
        String name = Form.field(ctx, "file", 1024);
        Json inside = name.isEmpty() ? Beginnings.inside(world, at) : Json.Obj.of("body", Json.of(Form.field(ctx, "text", LARGEST)));
        Pointer place = switch (shape) {
            case Shape.Items _ -> at.child(here instanceof Json.Arr arr ? arr.size() : 0);
            case Shape.Named _ -> at.child(name.isEmpty() ? Beginnings.name(pages.of(ctx), at, here instanceof Json.Obj obj ? obj : Json.Obj.EMPTY) : name);
            case Shape.Any _, Shape.Fields _, Shape.Flag _, Shape.Whole _, Shape.Number _, Shape.Share _, Shape.Text _, Shape.Word _, Shape.Either _ -> at;
        };
        Json value = place.equals(at) ? Beginnings.plain(shape) : shape instanceof Shape.Items && here == Json.NULL ? Json.array(inside) : inside;
        String text = JsonEdit.set(text(ctx), shape instanceof Shape.Items && here == Json.NULL ? at : place, value);
        show(ctx, text, at.steps().size() == 1 ? place : open(ctx), Optional.of(place), "");
    }

    /// Takes a thing away, and what holds nothing then.
    public void remove(Context ctx) {
        Json world = world(ctx);
        Pointer at = at(ctx);
        boolean last = at.steps().size() == 2 && at.parent().find(world).filter(part -> part instanceof Json.Obj things && things.size() == 1).isPresent();
        show(ctx, JsonEdit.remove(text(ctx), last ? at.parent() : at), open(ctx), Optional.of(at.parent()), at.steps().getLast());
    }

    public void rename(Context ctx) {
        Json world = world(ctx);
        Pointer at = at(ctx);
        String name = Form.field(ctx, "name", 1024);
        Pointer renamed = at.parent().child(name);
        if (name.isBlank() || renamed.find(world).isPresent()) {
            String why = name.equals(at.steps().getLast()) ? "" : pages.of(ctx).text(name.isBlank() ? "world.nameless" : "world.taken", name);
            pages.show(ctx, "world/taken.jte", TakenView.refused(text(ctx), Part.id(at) + "-name", why));
        } else {
            show(ctx, JsonEdit.rename(text(ctx), at, name), open(ctx).equals(at) ? renamed : open(ctx), Optional.of(renamed), "");
        }
    }

    /// Adds what the definition names.
    public void describe(Context ctx) {
        Form form = Form.of(ctx);
        String text = text(ctx);
        Json.Obj world = world(ctx);
        if (Notation.of(form.definition()).read(form.definition()) instanceof JsonText.Reading.Value(var definition, _)) {
            var missing = new HashMap<String, Json.Obj>();
            Definition.parse(form.definition(), form.type()).machine().ifPresent(machine -> missing.putAll(Missing.of(machine, definition, world)));
            for (var part : missing.entrySet()) {
                for (String name : part.getValue().names()) {
                    text = JsonEdit.set(text, Pointer.ROOT.child(part.getKey()).child(name), part.getValue().get(name));
                }
            }
        }
        show(ctx, text, Pointer.ROOT, Optional.of(Pointer.ROOT), "");
    }

    /// Calls one function with an event.
    public void test(Context ctx) {
        rate.take(ctx);
        pages.show(ctx, "world/called.jte", new FunctionTrial(capacity.share(ctx), pages.of(ctx))
                .run(Form.of(ctx).world(), at(ctx).steps().getLast(), Form.field(ctx, "event", 256 << 10)));
    }

    private void show(Context ctx, String text, Pointer open, Optional<Pointer> focus, String removed) {
        Form form = Form.of(ctx);
        pages.show(ctx, "world/panel.jte", Panel.of(pages.of(ctx), new Form(form.type(), form.definition(), form.input(), text), open, focus, removed, unread(ctx)));
    }

    private static String text(Context ctx) {
        String text = Form.of(ctx).world();
        return text.isBlank() ? "{}" : text;
    }

    /// The forms of a text that cannot be read ask for nothing, so that nobody asks with one.
    private static Json.Obj world(Context ctx) {
        if (JsonText.read(text(ctx)) instanceof JsonText.Reading.Value(Json.Obj world, _)) return world;
        throw new BadRequestResponse("The world is not an object of JSON");
    }

    private static Pointer at(Context ctx) {
        return pointer(ctx, "at").filter(at -> !at.steps().isEmpty()).orElseThrow(() -> new BadRequestResponse("Not a place in a world"));
    }

    private static Pointer open(Context ctx) {
        return pointer(ctx, "open").orElse(Pointer.ROOT);
    }

    private static Optional<Pointer> pointer(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).flatMap(Pointer::parse);
    }

    private static Part.Control control(Context ctx) {
        String name = Optional.ofNullable(ctx.queryParam("as")).orElse("");
        for (var control : Part.Control.values()) if (control.name().equals(name)) return control;
        throw new BadRequestResponse("Not a way to write a value: " + name);
    }

    private static Map<String, String> unread(Context ctx) {
        var unread = new HashMap<String, String>();
        ctx.formParamMap().forEach((name, values) -> {
            if (name.startsWith("/")) unread.put(name, values.getFirst().replace("\r\n", "\n"));
        });
        return unread;
    }
}
