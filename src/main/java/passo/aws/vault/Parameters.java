package passo.aws.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The parameters of a world, by name.
public final class Parameters implements Service {

    private static final String MISSING = "ParameterNotFound";

    private final Map<String, Json.Obj> parameters = new TreeMap<>();
    private final String account;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the parameters, as a world describes them
    public Parameters(Json.Obj described, String account, Ledger ledger) {
        this.account = account;
        this.ledger = ledger;
        described.forEach((name, parameter) -> parameters.put(name, (Json.Obj) parameter));
        actions = new Actions(Api.SSM, ledger)
                .reads("getParameter", this::get, MISSING)
                .reads("getParameters", this::several)
                .reads("getParametersByPath", this::byPath)
                .writes("putParameter", this::put, "ParameterAlreadyExists")
                .deletes("deleteParameter", this::delete, MISSING);
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome get(Request request) {
        String name = request.text("Name");
        return parameters.containsKey(name) ? new Outcome.Success(Json.Obj.of("Parameter", shown(name))) : missing(request);
    }

    // AWS gives no message.
    private Outcome missing(Request request) {
        return Api.SSM.failure(request, ledger, 400, MISSING, "null");
    }

    private Outcome several(Request request) {
        List<Json> known = new ArrayList<>();
        List<Json> unknown = new ArrayList<>();
        for (Json name : request.list("Names")) {
            if (name instanceof Json.Str(var text) && parameters.containsKey(text)) known.add(shown(text));
            else unknown.add(name);
        }
        return new Outcome.Success(Json.Obj.of("InvalidParameters", new Json.Arr(unknown), "Parameters", new Json.Arr(known)));
    }

    private Outcome byPath(Request request) {
        String path = request.text("Path").endsWith("/") ? request.text("Path") : request.text("Path") + "/";
        boolean deep = Json.TRUE.equals(request.body().get("Recursive"));
        return new Outcome.Success(Json.Obj.of("Parameters", new Json.Arr(parameters.keySet().stream()
                .filter(name -> name.startsWith(path) && (deep || name.indexOf('/', path.length()) < 0)).<Json>map(this::shown).toList())));
    }

    private Outcome put(Request request) {
        String name = request.text("Name");
        boolean there = parameters.containsKey(name);
        if (there && !Json.TRUE.equals(request.body().get("Overwrite"))) {
            return Api.SSM.failure(request, ledger, 400, "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }
        Json.Obj written = Json.Obj.of("value", Json.of(request.content("Value").orElse("")));
        String type = request.text("Type");
        parameters.put(name, type.isEmpty() ? written : written.with("type", Json.of(type)));
        ledger.changed(request, name, parameters.get(name));
        return new Outcome.Success(Json.Obj.of("Tier", Json.of("Standard"), "Version", Json.of(there ? 2 : 1)));
    }

    private Outcome delete(Request request) {
        String name = request.text("Name");
        if (parameters.remove(name) == null) return missing(request);
        ledger.changed(request, name, Json.Obj.EMPTY);
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    private Json shown(String name) {
        Json.Obj parameter = parameters.get(name);
        Json value = Optional.ofNullable(parameter.get("value")).orElse(Json.of(""));
        return Json.Obj.builder().put("Arn", "arn:aws:ssm:us-east-1:" + account + ":parameter/" + name.replaceFirst("^/", ""))
                .put("DataType", "text").put("Name", name).put("Type", Optional.ofNullable(parameter.get("type")).orElse(Json.of("String")))
                .put("Value", value instanceof Json.Str ? value : Json.of(value.toString())).put("Version", 1).build();
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        parameters.forEach(world::put);
        return world.build();
    }
}
