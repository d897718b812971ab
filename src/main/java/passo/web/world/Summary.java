package passo.web.world;

import java.util.List;
import java.util.stream.Collectors;
import passo.aws.Shape;
import passo.json.Json;
import passo.web.Page;

/// What a thing of the world is, in a line.
record Summary(Page page) {

    private static final int LONGEST = 48;

    /// A member's name as people call it; the name itself where nobody does.
    String label(String member) {
        return page.messages().has("world.member." + member) ? page.text("world.member." + member) : member;
    }

    String of(Json json, Shape shape) {
        return switch (shape) {
            case Shape.Fields fields when json instanceof Json.Obj obj -> joined(obj, fields);
            case Shape.Named(Shape.Any _) when json instanceof Json.Obj obj -> obj.names().stream()
                    .map(name -> name + " " + plain(obj.get(name))).collect(Collectors.joining(" · "));
            case Shape.Named _ when json instanceof Json.Obj obj -> page.text("world.count", obj.size());
            case Shape.Items _ when json instanceof Json.Arr arr -> page.text("world.count", arr.size());
            case Shape.Either(var object, var other) -> of(json, json instanceof Json.Obj ? object : other);
            case Shape.Fields _, Shape.Named _, Shape.Items _, Shape.Any _, Shape.Flag _, Shape.Whole _, Shape.Number _, Shape.Share _, Shape.Text _, Shape.Word _ -> plain(json);
        };
    }

    private String joined(Json.Obj obj, Shape.Fields fields) {
        return fields.members().keySet().stream().filter(obj::has).map(name -> member(name, obj.get(name), fields.members().get(name)))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String member(String name, Json value, Shape shape) {
        return switch (value) {
            case Json.Bool(var set) -> set ? label(name) : "";
            case Json.Arr arr -> label(name) + ": " + arr.size();
            case Json.Obj obj when shape instanceof Shape.Named -> label(name) + ": " + obj.size();
            case Json.Obj obj when shape instanceof Shape.Fields -> label(name) + " " + obj.values().stream().map(Summary::plain).collect(Collectors.joining(" "));
            case Json.Obj obj when obj.depth() > 1 -> label(name);
            case Json.Str(var text) when text.contains("\n") -> label(name);
            case Json.Obj _, Json.Str _, Json.Num _, Json.Null _ -> label(name) + " " + plain(value);
        };
    }

    /// A value without quotes or types, cut where it is long.
    static String plain(Json json) {
        String text = switch (json) {
            case Json.Str(var value) -> value;
            case Json.Obj obj when Attributes.isTyped(obj) -> plain(obj.value(0));
            case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> json.toString();
        };
        String line = String.join(" ", List.of(text.split("\\s+")));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
