package passo.web.world;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passo.aws.Shape;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.web.world.Part.Control;

/// Between a value of the world and what a learner writes in a field.
final class Values {

    /// What came of reading a field.
    sealed interface Read {
        /// @param value empty where the field was left empty
        record Value(Optional<Json> value) implements Read {}

        /// @param why in the reader's words
        record Malformed(String why) implements Read {}
    }

    /// Members that may be anything and mostly are plain texts.
    private static final Set<String> TEXTS = Set.of("body", "cause", "Cause");

    private Values() {}

    /// The shape of what stands at a place of a world.
    static Shape shape(Json world, Pointer at) {
        Shape shape = World.SHAPE;
        Json here = world;
        for (String step : at.steps()) {
            shape = shape.inside(here, step);
            here = new Pointer(List.of(step)).find(here).orElse(Json.NULL);
        }
        return shape;
    }

    static Control control(Pointer at, @Nullable Json json, Shape shape) {
        String name = at.steps().getLast();
        return switch (shape) {
            case Shape.Flag _ when json == null || json instanceof Json.Bool -> Control.FLAG;
            case Shape.Word(var words) when json == null || json instanceof Json.Str(var word) && words.contains(word) -> Control.WORD;
            case Shape.Whole _, Shape.Number _, Shape.Share _ -> Control.NUMBER;
            case Shape.Text _ when name.equals("code") -> Control.CODE;
            case Shape.Any _ when json instanceof Json.Str || json == null && TEXTS.contains(name) -> Control.TEXT;
            // What a whole resource is about has an editor of its own.
            case Shape.Any _ when at.steps().size() == 3 && json instanceof Json.Obj -> Control.CODE;
            case Shape.Any _, Shape.Named _, Shape.Items _, Shape.Fields _ -> Control.JSON;
            case Shape.Text _, Shape.Word _, Shape.Flag _, Shape.Either _ -> Control.LINE;
        };
    }

    /// In which language the code of an editor is written.
    static String language(Json world, Pointer at) {
        boolean code = at.steps().getLast().equals("code");
        boolean python = at.parent().child("runtime").find(world).filter(runtime -> runtime instanceof Json.Str(var name) && name.startsWith("python")).isPresent();
        return !code ? "json" : python ? "python" : "javascript";
    }

    static Read read(String text, Pointer at, Shape shape, Control control) {
        if (control == Control.TEXT) return value(Json.of(text));
        if (text.isBlank()) return new Read.Value(Optional.empty());
        return switch (shape) {
            case Shape.Flag _ when Set.of("true", "false").contains(text) -> value(Json.of(text.equals("true")));
            case Shape.Whole _, Shape.Number _, Shape.Share _ -> value(JsonText.read(text.strip()) instanceof JsonText.Reading.Value(Json.Num number, _) ? number : Json.of(text));
            case Shape.Text _ when at.steps().getLast().equals("code") -> value(Json.of(text));
            case Shape.Text _, Shape.Word _, Shape.Either _, Shape.Flag _ -> value(Json.of(text.strip()));
            case Shape.Any _, Shape.Named _, Shape.Items _, Shape.Fields _ -> switch (JsonText.read(text)) {
                case JsonText.Reading.Value(var json, _) -> value(json);
                case JsonText.Reading.Malformed(var why, _) -> new Read.Malformed(why);
            };
        };
    }

    private static Read value(Json json) {
        return new Read.Value(Optional.of(json));
    }
}
