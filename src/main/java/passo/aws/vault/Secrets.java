package passo.aws.vault;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.semantics.Outcome;
import passo.expression.Digest;
import passo.json.Json;

/// The secrets of a world, by name; of each there is the latest version alone.
public final class Secrets implements Service {

    private static final String MISSING = "ResourceNotFoundException";

    private final Map<String, Json.Obj> secrets = new TreeMap<>();
    private final String account;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the secrets, as a world describes them
    public Secrets(Json.Obj described, String account, Ledger ledger) {
        this.account = account;
        this.ledger = ledger;
        described.forEach((name, secret) -> secrets.put(name, (Json.Obj) secret));
        actions = new Actions(Api.SECRETS, ledger)
                .reads("getSecretValue", request -> found(request, name -> with(name, "SecretString", Json.of(value(name)))), MISSING)
                .reads("describeSecret", request -> found(request, name -> named(name)), MISSING)
                .reads("listSecrets", _ -> new Outcome.Success(Json.Obj.of("SecretList", new Json.Arr(secrets.keySet().stream().<Json>map(this::named).toList()))))
                .writes("createSecret", this::create, "ResourceExistsException")
                .writes("putSecretValue", this::put, MISSING)
                .writes("updateSecret", this::put, MISSING)
                .deletes("deleteSecret", this::delete, MISSING);
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome found(Request request, Function<String, Json> answer) {
        String name = name(request.text("SecretId"));
        return secrets.containsKey(name) ? new Outcome.Success(answer.apply(name))
                : Api.SECRETS.failure(request, ledger, 400, MISSING, "Secrets Manager can't find the specified secret.");
    }

    private Outcome create(Request request) {
        String name = request.text("Name");
        if (secrets.containsKey(name)) {
            return Api.SECRETS.failure(request, ledger, 400, "ResourceExistsException", "The operation failed because the secret " + name + " already exists.");
        }
        return new Outcome.Success(written(request, name));
    }

    private Outcome put(Request request) {
        return found(request, name -> written(request, name));
    }

    private Json written(Request request, String name) {
        request.content("SecretString").ifPresentOrElse(text -> secrets.put(name, Json.Obj.of("value", Json.of(text))),
                () -> secrets.putIfAbsent(name, Json.Obj.of("value", Json.of(""))));
        ledger.changed(request, name, Json.Obj.of("Name", Json.of(name)));
        return with(name, "VersionId", Json.of(ledger.uuid()));
    }

    private Outcome delete(Request request) {
        return found(request, name -> {
            secrets.remove(name);
            ledger.changed(request, name, Json.Obj.of("Name", Json.of(name)));
            return named(name);
        });
    }

    private Json.Obj named(String name) {
        return Json.Obj.of("Arn", Json.of(arn(name)), "Name", Json.of(name));
    }

    private Json.Obj with(String name, String member, Json value) {
        return named(name).with(member, value).with("VersionStages", Json.array(Json.of("AWSCURRENT")));
    }

    private String value(String name) {
        return switch (secrets.get(name).get("value")) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }

    private String arn(String name) {
        return "arn:aws:secretsmanager:us-east-1:" + account + ":secret:" + name + "-" + Digest.hex(name, "MD5").substring(0, 6);
    }

    /// AWS takes a name, or an ARN with or without the six letters at its end.
    private String name(String id) {
        String name = id.substring(id.indexOf(":secret:") < 0 ? 0 : id.indexOf(":secret:") + ":secret:".length());
        return secrets.keySet().stream().filter(known -> id.equals(arn(known))).findFirst().orElse(name);
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        secrets.forEach(world::put);
        return world.build();
    }
}
