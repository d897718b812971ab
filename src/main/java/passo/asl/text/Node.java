package passo.asl.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.json.Positions;

/// A value of a definition, and where it stands: in the text, and in AWS's words.
///
/// @param name the member's name; empty for an item of an array and for the whole
/// @param location AWS's slash path; empty for the whole
public record Node(String name, Json json, Positions positions, String location) {

    public static Node root(Json json, Positions positions) {
        return new Node("", json, positions, "");
    }

    /// The member of this name, where this is an object that has one.
    public Optional<Node> get(String member) {
        return json instanceof Json.Obj obj && obj.has(member) ? Optional.of(member(obj, member)) : Optional.empty();
    }

    /// The members of an object; none of anything else.
    public List<Node> members() {
        if (!(json instanceof Json.Obj obj)) return List.of();
        return obj.names().stream().map(member -> member(obj, member)).toList();
    }

    /// The items of an array; none of anything else.
    public List<Node> items() {
        if (!(json instanceof Json.Arr arr)) return List.of();
        var items = new ArrayList<Node>(arr.size());
        for (int i = 0; i < arr.size(); i++) {
            Positions place = i < positions.items().size() ? positions.items().get(i) : Positions.NONE;
            items.add(new Node("", arr.get(i), place, location + "[" + i + "]"));
        }
        return items;
    }

    /// The text, where this is a string.
    public Optional<String> text() {
        return json instanceof Json.Str(var value) ? Optional.of(value) : Optional.empty();
    }

    /// The text of a member, where it is a string.
    public Optional<String> text(String member) {
        return get(member).flatMap(Node::text);
    }

    /// The inner value at a place such as `/a/b[0]`; the nearest value around it where the place leads further.
    public Node descend(String place) {
        for (Node child : children()) {
            String step = child.location.substring(location.length());
            if (place.equals(step)) return child;
            if (place.startsWith(step + "/") || place.startsWith(step + "[")) return child.descend(place.substring(step.length()));
        }
        return this;
    }

    public List<Node> children() {
        return json instanceof Json.Arr ? items() : members();
    }

    public boolean isContainer() {
        return json instanceof Json.Obj || json instanceof Json.Arr;
    }

    private Node member(Json.Obj obj, String member) {
        return new Node(member, obj.get(member), positions.members().getOrDefault(member, Positions.NONE), location + "/" + member);
    }
}
