package passo.web.share;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Location;
import passo.json.Notation;
import passo.lab.Sensitive;
import passo.lab.Workflow;
import passo.web.parts.Form;

/// What somebody wants to share, as text: the form of the playground, and how they looked at its run.
///
/// @param decisions as JSON; empty where there are none
/// @param step they stood at; 0 for none
public record Material(Form form, String decisions, int step, String title) {

    /// A text of it.
    ///
    /// @param field as the form calls it
    public record Part(String field, String text) {}

    /// Why a part cannot be shared as it stands: it is not the text of what it must be.
    public record Unreadable(String field, Location at) {}

    static Material of(Context ctx) {
        String step = Form.field(ctx, "step", 10);
        return new Material(Form.of(ctx), Form.field(ctx, "decisions", 2 << 20), step.matches("\\d{1,6}") ? Integer.parseInt(step) : 0,
                Form.field(ctx, "title", 120).strip());
    }

    List<Part> parts() {
        return List.of(new Part("definition", form.definition()), new Part("input", form.input()), new Part("world", form.world()), new Part("decisions", decisions));
    }

    /// With an example in the place of what looks sensitive; itself where nothing does there.
    ///
    /// @param place the field, and where in its text, such as `input:120`; `all` for every place
    Material mended(String place) {
        Material mended = this;
        for (Part part : parts()) {
            String text = part.text();
            // From the last to the first, so that a place is still where it was found.
            for (var found : Sensitive.in(text).reversed()) {
                if (place.equals("all") || place.equals(part.field() + ":" + found.from())) text = found.mended(text);
            }
            mended = mended.with(part.field(), text);
        }
        return mended;
    }

    private Material with(String field, String text) {
        return switch (field) {
            case "definition" -> new Material(new Form(form.type(), text, form.input(), form.world()), decisions, step, title);
            case "input" -> new Material(new Form(form.type(), form.definition(), text, form.world()), decisions, step, title);
            case "world" -> new Material(new Form(form.type(), form.definition(), form.input(), text), decisions, step, title);
            default -> new Material(form, text, step, title);
        };
    }

    /// What keeps it from being shared; empty where nothing does.
    List<Unreadable> unreadable() {
        List<Unreadable> unreadable = new ArrayList<>();
        if (!(definition() instanceof JsonText.Reading.Value(Json.Obj _, _))) unreadable.add(new Unreadable("definition", place(definition())));
        if (!(json(form.input()) instanceof JsonText.Reading.Value)) unreadable.add(new Unreadable("input", place(json(form.input()))));
        if (!(json(form.world()) instanceof JsonText.Reading.Value(Json.Obj _, _))) unreadable.add(new Unreadable("world", place(json(form.world()))));
        return List.copyOf(unreadable);
    }

    private JsonText.Reading definition() {
        return Notation.of(form.definition()).read(form.definition());
    }

    /// A text that was left empty is an empty object, as it is to a run.
    private static JsonText.Reading json(String text) {
        return JsonText.read(text.isBlank() ? "{}" : text);
    }

    private static Location place(JsonText.Reading reading) {
        return reading instanceof JsonText.Reading.Malformed(_, var at) ? at : Location.START;
    }

    /// Empty where something of it is unreadable.
    Optional<Workflow> workflow() {
        if (!unreadable().isEmpty()) return Optional.empty();
        Json.Arr decided = JsonText.read(decisions) instanceof JsonText.Reading.Value(Json.Arr read, _) ? read : Json.Arr.EMPTY;
        return Optional.of(new Workflow(form.type(), Json.of(form.definition()), JsonText.parse(form.input().isBlank() ? "{}" : form.input()),
                (Json.Obj) JsonText.parse(form.world().isBlank() ? "{}" : form.world()), decided, title, "", step));
    }
}
