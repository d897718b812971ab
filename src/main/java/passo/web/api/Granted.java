package passo.web.api;

import java.util.List;
import java.util.function.Function;
import passo.aws.iam.PermissionsUsed;
import passo.aws.iam.Statement;
import passo.aws.iam.Verdict;
import passo.json.Json;

/// What the roles of a run were used for, as JSON: every access, what the policies allow beyond, and the smallest policy that would do.
final class Granted {

    private Granted() {}

    static Json of(List<PermissionsUsed> permissions) {
        return list(permissions, used -> Json.Obj.builder().put("role", used.role().name()).put("restricted", used.role().restricted())
                .put("uses", list(used.uses(), Granted::use)).put("omitted", used.omitted())
                .put("beyond", list(used.excess(), Granted::excess))
                .put("smallestPolicy", used.smallestPolicy()).build());
    }

    private static Json use(PermissionsUsed.Use use) {
        var json = Json.Obj.builder().put("action", use.access().action()).put("resource", use.access().resource())
                .put("moment", use.moment().name()).put("steps", list(use.steps(), Json::of)).put("times", use.times());
        switch (use.verdict()) {
            case Verdict.Allowed(var by) -> decided(json, "ALLOWED", by);
            case Verdict.Denied(var by) -> decided(json, "DENIED", by);
            case Verdict.Unmentioned() -> json.put("decision", "NOT_ALLOWED");
            case Verdict.Unrestricted() -> json.put("decision", "UNRESTRICTED");
        }
        return json.build();
    }

    private static void decided(Json.Obj.Builder json, String decision, Statement by) {
        named(json.put("decision", decision), by);
    }

    private static Json excess(PermissionsUsed.Excess excess) {
        return named(Json.Obj.builder(), excess.statement()).put("actions", list(excess.actions(), Granted::beyond))
                .put("resources", list(excess.resources(), Granted::beyond)).build();
    }

    private static Json.Obj.Builder named(Json.Obj.Builder json, Statement statement) {
        json.put("statement", statement.at().toString());
        return statement.sid().isEmpty() ? json : json.put("sid", statement.sid());
    }

    private static Json beyond(PermissionsUsed.Beyond beyond) {
        return Json.Obj.of("pattern", Json.of(beyond.pattern()), "usedFor", list(beyond.usedFor(), Json::of));
    }

    private static <T> Json list(List<T> all, Function<T, Json> json) {
        return new Json.Arr(all.stream().map(json).toList());
    }
}
