package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import passo.json.Json;

/// Reads and writes of several items that happen all or not at all.
final class Transactions {

    private static final int MOST = 100;
    private static final Map<String, Writes.Kind> KINDS = Map.of("Put", Writes.Kind.PUT, "Update", Writes.Kind.UPDATE, "Delete", Writes.Kind.DELETE,
            "ConditionCheck", Writes.Kind.CHECK);

    private final Reads reads;
    private final Writes writes;
    /// What was done under a client's token.
    private final Map<String, Json> done = new HashMap<>();

    Transactions(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    Checked<Json.Obj> get(Json.Obj body) {
        Optional<String> violated = new Constraints(body).count("TransactItems", MOST).capacity().fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        List<Json.Obj> asked = items(body).stream().map(item -> item.get("Get") instanceof Json.Obj get ? get : Json.Obj.EMPTY).toList();
        return Checked.all(asked, reads::get).then(gets -> {
            var distinct = new HashSet<List<Object>>();
            if (gets.stream().anyMatch(get -> !distinct.add(List.of(get.table().name(), get.key())))) {
                return Checked.invalid("Transaction request cannot include multiple operations on one item");
            }
            List<Optional<Refusal>> refusals = gets.stream().map(get -> get.mismatch().map(Refusal::invalid)).toList();
            return refusals.stream().anyMatch(Optional::isPresent) ? new Checked.Bad<>(cancelled(refusals)) : Checked.good(found(body, gets));
        });
    }

    private static List<Json.Obj> items(Json.Obj body) {
        return ((Json.Arr) body.get("TransactItems")).items().stream().map(item -> item instanceof Json.Obj obj ? obj : Json.Obj.EMPTY).toList();
    }

    private static Json.Obj found(Json.Obj body, List<Reads.Get> gets) {
        var capacity = Capacity.ofReadingTransaction(body);
        var responses = new ArrayList<Json>();
        for (Reads.Get get : gets) {
            Value.M item = get.item();
            capacity.read(get.table(), Index.Kind.TABLE, "", item.itemSize(), true);
            responses.add(item.attributes().isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("Item", get.expressions().seen(item).item()));
        }
        var answer = Json.Obj.builder().put("Responses", new Json.Arr(responses));
        capacity.tellEach(answer);
        return answer.build();
    }

    /// @param written is told of each write
    Checked<Json.Obj> write(Json.Obj body, Consumer<Writes.Effect> written) {
        Optional<String> violated = new Constraints(body).count("TransactItems", MOST).capacity().fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        String token = body.get("ClientRequestToken") instanceof Json.Str(var text) ? text : "";
        Json before = done.get(token);
        if (before != null) return repeated(before.equals(body.get("TransactItems")));
        return Checked.all(items(body), this::asked).then(asked -> {
            if (Writes.twice(asked)) return Checked.invalid("Transaction request cannot include multiple operations on one item");
            List<Checked<Writes.Effect>> checked = asked.stream().map(writes::effect).toList();
            List<Optional<Refusal>> refusals = checked.stream().map(Transactions::refusal).toList();
            if (refusals.stream().anyMatch(Optional::isPresent)) return new Checked.Bad<>(cancelled(refusals));
            if (!token.isEmpty()) done.put(token, body.get("TransactItems"));
            return Checked.all(checked, one -> one).map(effects -> written(body, effects, written));
        });
    }

    private static Checked<Json.Obj> repeated(boolean same) {
        return same ? Checked.good(Json.Obj.EMPTY) : new Checked.Bad<>(new Refusal("IdempotentParameterMismatchException",
                "The request uses the same client token as a previous, but non-identical request.", Json.Obj.EMPTY));
    }

    private Checked<Writes.Asked> asked(Json.Obj item) {
        boolean one = item.size() == 1 && KINDS.containsKey(item.name(0)) && item.value(0) instanceof Json.Obj;
        return one ? writes.asked(KINDS.get(item.name(0)), (Json.Obj) item.value(0))
                : Checked.invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    }

    private static Optional<Refusal> refusal(Checked<Writes.Effect> checked) {
        return switch (checked) {
            case Checked.Good<Writes.Effect> _ -> Optional.empty();
            case Checked.Bad<Writes.Effect>(var refusal) -> Optional.of(refusal);
        };
    }

    private static Json.Obj written(Json.Obj body, List<Writes.Effect> effects, Consumer<Writes.Effect> written) {
        var capacity = Capacity.ofWritingTransaction(body);
        for (Writes.Effect effect : effects) {
            effect.apply();
            capacity.write(effect.asked().table(), effect.before(), effect.after());
            if (effect.asked().kind() != Writes.Kind.CHECK) written.accept(effect);
        }
        var answer = Json.Obj.builder();
        capacity.tellEach(answer);
        return answer.build();
    }

    /// AWS: a reason for each item, in order; those that would have gone through have the reason `None`.
    private static Refusal cancelled(List<Optional<Refusal>> refusals) {
        List<String> codes = refusals.stream().map(refusal -> refusal.map(Transactions::code).orElse("None")).toList();
        var reasons = new ArrayList<Json>();
        for (int i = 0; i < codes.size(); i++) {
            var reason = Json.Obj.builder().put("Code", codes.get(i));
            refusals.get(i).ifPresent(refusal -> reason.put("Message", refusal.message()).putAll(refusal.more()));
            reasons.add(reason.build());
        }
        return new Refusal("TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons [" + String.join(", ", codes) + "]",
                Json.Obj.of("CancellationReasons", new Json.Arr(reasons)));
    }

    private static String code(Refusal refusal) {
        return refusal.code().equals(Refusal.VALIDATION) ? "ValidationError" : refusal.code().replaceFirst("Exception$", "");
    }
}
