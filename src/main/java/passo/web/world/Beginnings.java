package passo.web.world;

import java.util.List;
import java.util.Map;
import passo.aws.Shape;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.web.Page;

/// What a new thing of a world is, so that it works at once and shows what it can be.
final class Beginnings {

    /// By the place, of which names are `*`.
    private static final Json.Obj KNOWN = (Json.Obj) JsonText.parse("""
            {"/lambda/*": {"runtime": "nodejs22.x", "code": "export const handler = async (event) => {\\n  console.log(event);\\n  return { ok: true };\\n};\\n"},
             "/lambda/*/versions/*": {"replies": [{"return": {"ok": true}}]},
             "/lambda/*/aliases/*": {"version": "1"},
             "/s3/*": {}, "/s3/*/*": {"body": ""},
             "/dynamodb/*": {"partitionKey": {"name": "id", "type": "S"}, "items": []}, "/dynamodb/*/items/*/*": {"S": ""},
             "/sns/*/subscriptions/*": {"protocol": "sqs", "endpoint": ""},
             "/*/*/messages/*": "",
             "/stateMachines/*": {"definition": {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}},
             "/jobs/*": {"after": "60s", "outcome": "SUCCEEDED"},
             "/http/*": {"replies": [{"return": {"ok": true}}]},
             "/services/*": {"replies": [{"return": {"ok": true}}]},
             "/faults/*": [{"error": "Lambda.TooManyRequestsException", "times": 1}], "/faults/*/*": {"error": "States.Timeout"},
             "/roles/*": {"trust": {"Version": "2012-10-17", "Statement": [
                 {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
               "policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*"}]}},
             "/*/*/replies/*": {"return": {"ok": true}},
             "/*/*/rules/*": {"when": {}, "then": [{"return": {"ok": true}}]},
             "/*/*/rules/*/then/*": {"return": {"ok": true}}}""");

    /// Names that AWS gives, not the learner.
    private static final Map<String, String> NAMES = Map.of("jobs", "glue:startJobRun", "services", "rekognition:detectLabels",
            "http", "https://api.example.com/orders");

    private Beginnings() {}

    /// A new thing inside of what stands at a place.
    static Json inside(Json world, Pointer at) {
        Shape shape = Values.shape(world, at);
        Json here = at.find(world).orElse(Json.NULL);
        boolean item = at.steps().size() == 3 && at.steps().getFirst().equals("dynamodb") && at.steps().getLast().equals("items");
        return item ? item(at.parent().find(world).orElse(Json.NULL), ((Json.Arr) here).size() + 1) : known(at.child("*"), shape.inside(here, "*"));
    }

    private static Json known(Pointer at, Shape shape) {
        return KNOWN.names().stream().filter(pattern -> fits(Pointer.parse(pattern).orElseThrow().steps(), at.steps())).findFirst()
                .map(KNOWN::get).orElseGet(() -> plain(shape));
    }

    private static boolean fits(List<String> pattern, List<String> steps) {
        if (pattern.size() != steps.size()) return false;
        for (int i = 0; i < steps.size(); i++) if (!pattern.get(i).equals("*") && !pattern.get(i).equals(steps.get(i))) return false;
        return true;
    }

    /// The least that a shape lets be.
    static Json plain(Shape shape) {
        return switch (shape) {
            case Shape.Fields fields when !fields.oneOf().isEmpty() ->
                    Json.Obj.of(fields.oneOf().getFirst(), plain(fields.members().get(fields.oneOf().getFirst())));
            case Shape.Any _, Shape.Fields _, Shape.Named _ -> Json.Obj.EMPTY;
            case Shape.Items _ -> Json.Arr.EMPTY;
            case Shape.Flag _ -> Json.TRUE;
            case Shape.Whole _, Shape.Number _, Shape.Share _ -> Json.of(0);
            case Shape.Text _ -> Json.of("");
            case Shape.Word(var words) -> Json.of(words.getFirst());
            case Shape.Either(var object, _) -> plain(object);
        };
    }

    /// An item with the key that its table asks for.
    private static Json item(Json table, int number) {
        var item = Json.Obj.builder();
        for (String key : List.of("partitionKey", "sortKey")) {
            if (!(table instanceof Json.Obj obj && obj.get(key) instanceof Json.Obj described)) continue;
            String type = described.get("type") instanceof Json.Str(var text) ? text : "S";
            if (described.get("name") instanceof Json.Str(var name)) item.put(name, Json.Obj.of(type, Json.of(String.valueOf(number))));
        }
        return item.build();
    }

    /// A name that nothing has yet.
    static String name(Page page, Pointer at, Json.Obj others) {
        boolean isThing = at.steps().size() == 1;
        String part = at.steps().getFirst();
        String wanted = isThing && NAMES.containsKey(part) ? NAMES.get(part)
                : isThing && page.messages().has("world.new." + part) ? page.text("world.new." + part) : page.text("world.new");
        String name = wanted;
        for (int number = 2; others.has(name); number++) name = wanted + "-" + number;
        return name;
    }
}
