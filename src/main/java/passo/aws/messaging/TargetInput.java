package passo.aws.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.json.Json;

/// What a rule's target is sent: the event, a part of it, something else, or a text made of parts.
/// AWS, "Amazon EventBridge input transformation".
///
/// @param input sent instead of the event, where it is given
/// @param path of the part that is sent, where it is given
/// @param names of the parts that the template uses, by path
/// @param template of the text that is sent, where it is given
record TargetInput(Optional<String> input, Optional<String> path, Json.Obj names, Optional<String> template) {

    private static final Pattern PLACE = Pattern.compile("<([A-Za-z0-9_.\\-]+)>");

    /// As a world describes a target, or a request does: with small letters at the beginning of its members' names, or with large ones.
    static TargetInput of(Json.Obj described) {
        Json.Obj transformer = member(described, "inputTransformer") instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        return new TargetInput(text(described, "input"), text(described, "inputPath"),
                member(transformer, "inputPathsMap") instanceof Json.Obj names ? names : Json.Obj.EMPTY, text(transformer, "inputTemplate"));
    }

    private static Json member(Json.Obj obj, String name) {
        Json member = obj.get(name);
        if (member == null) member = obj.get(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        return member == null ? Json.NULL : member;
    }

    private static Optional<String> text(Json.Obj obj, String name) {
        return switch (member(obj, name)) {
            case Json.Null _ -> Optional.empty();
            case Json.Str(var text) -> Optional.of(text);
            case Json other -> Optional.of(other.toString());
        };
    }

    /// The text that is sent because of an event.
    String of(Json.Obj event, String ruleArn) {
        if (input.isPresent()) return input.get();
        if (path.isPresent()) return find(path.get(), event).orElse(Json.Obj.EMPTY).toString();
        return template.map(text -> filled(text, event, ruleArn)).orElseGet(event::toString);
    }

    private String filled(String text, Json.Obj event, String ruleArn) {
        var filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        boolean quoted = false;
        for (int before = 0; place.find(); before = place.end()) {
            quoted ^= isOddlyQuoted(text, before, place.start());
            boolean inside = quoted;
            String shown = value(place.group(1), event, ruleArn).map(value -> shown(value, inside)).orElse(place.group());
            place.appendReplacement(filled, Matcher.quoteReplacement(shown));
        }
        return place.appendTail(filled).toString();
    }

    /// AWS: a name that nothing is found for gives an empty text.
    private Optional<Json> value(String name, Json.Obj event, String ruleArn) {
        return switch (name) {
            case "aws.events.rule-arn" -> Optional.of(Json.of(ruleArn));
            case "aws.events.rule-name" -> Optional.of(Json.of(ruleArn.substring(ruleArn.lastIndexOf('/') + 1)));
            case "aws.events.event.ingestion-time" -> Optional.of(event.get("time"));
            case "aws.events.event" -> Optional.of(event.without("detail"));
            case "aws.events.event.json" -> Optional.of(event);
            case String own when names.get(own) instanceof Json.Str(var source) -> Optional.of(find(source, event).orElse(Json.of("")));
            case String _ -> Optional.empty();
        };
    }

    /// AWS: between quotation marks a value is a part of the text, elsewhere JSON.
    private static String shown(Json value, boolean quoted) {
        String json = value.toString();
        return quoted && value instanceof Json.Str ? json.substring(1, json.length() - 1) : json;
    }

    private static boolean isOddlyQuoted(String text, int from, int to) {
        boolean odd = false;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\\') i++;
            else if (text.charAt(i) == '"') odd = !odd;
        }
        return odd;
    }

    private static Optional<Json> find(String source, Json.Obj event) {
        if (!(Path.compile(source) instanceof Compiled.Good<Path>(var path))) return Optional.empty();
        return path.find(new Scope(event, Optional.empty(), Optional.empty(), () -> Json.Obj.EMPTY, Variables.NONE, new SplittableRandom(0), Instant.EPOCH));
    }
}
