package passo.web.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passo.aws.Shape;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.web.Page;
import passo.web.world.Part.Control;

/// Makes a form of any value by its shape, so that whatever a world may say can be seen and changed. Made for one page, then dropped.
final class Forms {

    private static final int MOST = 100;

    private final Page page;
    private final Asked asked;
    private final Map<Pointer, String> problems;
    private final Summary summary;

    /// @param problems what is wrong, by its place
    Forms(Page page, Asked asked, Map<Pointer, String> problems) {
        this.page = page;
        this.asked = asked;
        this.problems = problems;
        this.summary = new Summary(page);
    }

    /// What is inside a value.
    Part.Members members(Pointer at, Json json, Shape shape) {
        return switch (shape) {
            case Shape.Fields fields when json instanceof Json.Obj obj -> new Part.Members(present(at, obj, fields), more(at, obj, fields));
            case Shape.Either(var object, var other) -> members(at, json, json instanceof Json.Obj ? object : other);
            case Shape.Named(Shape.Any _) when json instanceof Json.Obj item && Attributes.isItem(at, item) -> attributes(at, item);
            case Shape.Named(Shape.Any _) -> new Part.Members(List.of(field(at, json, shape, "")), List.of());
            case Shape.Named _ when json instanceof Json.Obj -> new Part.Members(List.of(entries(at, json, shape, "")), List.of());
            case Shape.Items _ when json instanceof Json.Arr -> new Part.Members(List.of(entries(at, json, shape, "")), List.of());
            case Shape.Fields _, Shape.Named _, Shape.Items _, Shape.Any _, Shape.Flag _, Shape.Whole _, Shape.Number _, Shape.Share _, Shape.Text _, Shape.Word _ ->
                    new Part.Members(List.of(field(at, json, shape, "")), List.of());
        };
    }

    /// In the order of the shape; what it does not know comes last.
    private List<Part> present(Pointer at, Json.Obj obj, Shape.Fields fields) {
        var parts = new ArrayList<Part>();
        fields.members().forEach((name, shape) -> {
            if (obj.has(name)) parts.add(part(at.child(name), obj.get(name), shape));
        });
        obj.forEach((name, value) -> {
            if (!fields.members().containsKey(name)) parts.add(part(at.child(name), value, new Shape.Any()));
        });
        return parts;
    }

    private List<Part> more(Pointer at, Json.Obj obj, Shape.Fields fields) {
        boolean chosen = fields.oneOf().stream().anyMatch(obj::has);
        var parts = new ArrayList<Part>();
        fields.members().forEach((name, shape) -> {
            if (!obj.has(name) && !(chosen && fields.oneOf().contains(name))) parts.add(absent(at.child(name), shape));
        });
        return parts;
    }

    private Part part(Pointer at, Json json, Shape shape) {
        String remove = asked.address("remove", at);
        return switch (shape) {
            case Shape.Fields _ when json instanceof Json.Obj -> new Part.Group(at.toString(), name(at), label(at), problem(at), members(at, json, shape), remove);
            case Shape.Either(var object, var other) -> part(at, json, json instanceof Json.Obj ? object : other);
            case Shape.Named(Shape.Any _) -> field(at, json, shape, remove);
            case Shape.Named _ when json instanceof Json.Obj -> entries(at, json, shape, remove);
            case Shape.Items _ when json instanceof Json.Arr -> entries(at, json, shape, remove);
            case Shape.Fields _, Shape.Named _, Shape.Items _, Shape.Any _, Shape.Flag _, Shape.Whole _, Shape.Number _, Shape.Share _, Shape.Text _, Shape.Word _ ->
                    field(at, json, shape, remove);
        };
    }

    private Part absent(Pointer at, Shape shape) {
        return switch (shape) {
            case Shape.Named(Shape.Any _) -> field(at, null, shape, "");
            case Shape.Fields _, Shape.Named _, Shape.Items _ -> new Part.Absent(name(at), label(at), asked.address("add", at));
            case Shape.Either(_, var other) -> absent(at, other);
            case Shape.Any _, Shape.Flag _, Shape.Whole _, Shape.Number _, Shape.Share _, Shape.Text _, Shape.Word _ -> field(at, null, shape, "");
        };
    }

    private Part.Members attributes(Pointer at, Json.Obj item) {
        var parts = new ArrayList<Part>();
        item.forEach((name, typed) -> {
            Pointer place = at.child(name);
            String type = ((Json.Obj) typed).name(0);
            parts.add(new Part.Attribute(place.toString(), name, type, Attributes.others(type), asked.address("rename", place), asked.address("rename", place.child(type)),
                    field(place.child(type), ((Json.Obj) typed).value(0), new Shape.Any(), asked.address("remove", place))));
        });
        return new Part.Members(parts, List.of(new Part.Absent("", page.text("world.attribute"), asked.address("add", at))));
    }

    private Part.Entries entries(Pointer at, Json json, Shape shape, String remove) {
        var entries = new ArrayList<Part.Entry>();
        switch (json) {
            case Json.Obj obj -> {
                for (String name : obj.names().subList(0, Math.min(MOST, obj.size()))) {
                    entries.add(entry(at.child(name), name, obj.get(name), shape.inside(json, name), asked.address("rename", at.child(name))));
                }
            }
            case Json.Arr arr -> {
                for (int i = 0; i < Math.min(MOST, arr.size()); i++) {
                    entries.add(entry(at.child(i), String.valueOf(i + 1), arr.get(i), shape.inside(json, String.valueOf(i)), ""));
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> throw new IllegalArgumentException("Nothing is inside " + json);
        }
        int size = json instanceof Json.Obj obj ? obj.size() : ((Json.Arr) json).size();
        return new Part.Entries(at.toString(), name(at), label(at), problem(at), entries, size - entries.size(), asked.address("add", at), remove);
    }

    private Part.Entry entry(Pointer at, String name, Json json, Shape shape, String rename) {
        boolean isOpen = asked.focus().filter(focus -> isInside(focus, at)).isPresent() || isWrong(at);
        return new Part.Entry(at.toString(), name, summary.of(json, shape), problem(at), rename, asked.address("remove", at), members(at, json, shape), isOpen);
    }

    /// Is something wrong here, or anywhere inside?
    boolean isWrong(Pointer at) {
        return problems.keySet().stream().anyMatch(place -> isInside(place, at))
                || asked.unread().keySet().stream().anyMatch(place -> isInside(Pointer.parse(place).orElse(Pointer.ROOT), at));
    }

    static boolean isInside(Pointer inner, Pointer outer) {
        return inner.steps().size() >= outer.steps().size() && inner.steps().subList(0, outer.steps().size()).equals(outer.steps());
    }

    private Part.Field field(Pointer at, @Nullable Json json, Shape shape, String remove) {
        String unread = asked.unread().get(at.toString());
        Control control = Values.control(at, json, shape);
        return new Part.Field(at.toString(), name(at), label(at), control, control == Control.CODE ? Values.language(asked.world(), at) : "json",
                unread != null ? unread : json == null ? "" : written(json, control), shape instanceof Shape.Word(var words) ? words : List.of(), hint(shape),
                unread != null ? page.text("world.unread") : problem(at),
                asked.address("set", at) + "&as=" + control, remove);
    }

    private static String written(Json json, Control control) {
        return json instanceof Json.Str(var text) && control != Control.JSON ? text : JsonText.pretty(json);
    }

    /// What is wrong with a value itself.
    String problem(Pointer at) {
        return problems.getOrDefault(at, "");
    }

    private String hint(Shape shape) {
        String expected = shape instanceof Shape.Text(_, var key) ? key.substring(key.lastIndexOf('.') + 1) : "";
        return page.messages().has("world.hint." + expected) ? page.text("world.hint." + expected) : "";
    }

    private static String name(Pointer at) {
        String last = at.steps().getLast();
        return last.matches("\\d+") ? "" : last;
    }

    private String label(Pointer at) {
        boolean isThing = at.steps().size() == 2 && Values.shape(asked.world(), at.parent()) instanceof Shape.Named;
        return name(at).isEmpty() ? page.text("world.value") : isThing ? inside(at.steps().getFirst()) : summary.label(name(at));
    }

    /// What a thing of a part holds, in a word.
    private String inside(String part) {
        return page.messages().has("world.inside." + part) ? page.text("world.inside." + part) : page.text("world.inside");
    }
}
