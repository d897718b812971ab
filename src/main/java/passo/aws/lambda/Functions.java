package passo.aws.lambda;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Span;
import passo.json.Json;

/// The functions that a world describes, with their versions and aliases.
final class Functions {

    /// The longest that AWS allows; where the world names no timeout, it is never in the way.
    static final Duration LONGEST = Duration.ofMinutes(15);

    static final String LATEST = "$LATEST";

    /// A function, found by what a call names.
    ///
    /// @param qualifier as the call names it: a version, an alias or nothing
    /// @param version that the call gets
    /// @param described what the world says of this version
    record Found(String name, String qualifier, String version, Json.Obj described) {

        String text(String member) {
            return described.get(member) instanceof Json.Str(var text) ? text : "";
        }

        Optional<Duration> timeout() {
            return described.has("timeout") ? Optional.of(Span.of(text("timeout"))) : Optional.empty();
        }

        Duration coldStart() {
            return described.has("coldStart") ? Span.of(text("coldStart")) : Duration.ZERO;
        }

        int concurrency() {
            return described.get("concurrency") instanceof Json.Num(var most) ? most.intValue() : Integer.MAX_VALUE;
        }

        String arn(Request request) {
            String account = described.has("account") ? text("account") : account(request);
            return "arn:aws:lambda:us-east-1:" + account + ":function:" + name + (qualifier.isEmpty() ? "" : ":" + qualifier);
        }
    }

    private final Json.Obj functions;
    private final Ledger ledger;

    Functions(Json.Obj functions, Ledger ledger) {
        this.functions = functions;
        this.ledger = ledger;
    }

    /// A function by its name or its ARN, either with a version or an alias; empty where there is none, or none in the account that
    /// the ARN names.
    Optional<Found> find(String nameOrArn, String qualifier) {
        String[] arn = nameOrArn.split(":");
        int at = arn.length > 6 && arn[0].equals("arn") ? 6 : 0;
        String name = arn[at];
        if (!(functions.get(name) instanceof Json.Obj function)) return Optional.empty();
        boolean elsewhere = at > 0 && function.get("account") instanceof Json.Str(var account) && !account.equals(arn[4]);
        String named = !qualifier.isEmpty() ? qualifier : arn.length > at + 1 ? arn[at + 1] : "";
        return elsewhere ? Optional.empty() : version(function, named).map(version -> new Found(name, named, version, described(function, version)));
    }

    /// The version that a qualifier means. An alias may share its calls out among two.
    private Optional<String> version(Json.Obj function, String qualifier) {
        if (qualifier.isEmpty() || qualifier.equals(LATEST)) return Optional.of(LATEST);
        Json.Obj versions = member(function, "versions");
        return switch (member(function, "aliases").get(qualifier)) {
            case null -> versions.has(qualifier) ? Optional.of(qualifier) : Optional.empty();
            case Json.Str(var version) -> Optional.of(version);
            case Json.Obj alias -> Optional.of(drawn(alias));
            case Json other -> throw new IllegalArgumentException("Not an alias: " + other);
        };
    }

    private String drawn(Json.Obj alias) {
        BigDecimal left = BigDecimal.valueOf(ledger.fraction());
        Json.Obj weights = member(alias, "weights");
        for (int i = 0; i < weights.size(); i++) {
            left = left.subtract(((Json.Num) weights.value(i)).value());
            if (left.signum() < 0) return weights.name(i);
        }
        return alias.get("version") instanceof Json.Str(var version) ? version : LATEST;
    }

    /// What a version says is added to what the function says. A version that brings an answer of its own has no other.
    private static Json.Obj described(Json.Obj function, String version) {
        Json.Obj own = member(member(function, "versions"), version);
        boolean answers = own.has("code") || own.has("replies") || own.has("rules");
        Json.Obj shared = answers ? function.without("code").without("replies").without("rules") : function;
        return Json.Obj.builder().putAll(shared).putAll(own).build();
    }

    /// The ARN of what was named, with the version that AWS adds where none was.
    static String arn(String nameOrArn, String qualifier, Request request) {
        String arn = nameOrArn.startsWith("arn:") ? nameOrArn : "arn:aws:lambda:us-east-1:" + account(request) + ":function:" + nameOrArn;
        return arn.split(":").length > 7 ? arn : arn + ":" + (qualifier.isEmpty() ? LATEST : qualifier);
    }

    private static String account(Request request) {
        return request.call().executionArn().split(":")[4];
    }

    private static Json.Obj member(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Obj member ? member : Json.Obj.EMPTY;
    }
}
