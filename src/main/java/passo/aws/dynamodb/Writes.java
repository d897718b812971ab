package passo.aws.dynamodb;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import passo.json.Json;

/// Writes of single items, alone, in a batch or in a transaction: first the request is checked, then the item as it is.
final class Writes {

    static final int LARGEST_ITEM = 409_600;

    enum Kind {
        PUT("Item", Expressions.CONDITION), UPDATE("Key", Expressions.UPDATE, Expressions.CONDITION), DELETE("Key", Expressions.CONDITION),
        CHECK("Key", Expressions.CONDITION);

        private final String member;
        private final List<String> expressions;

        Kind(String member, String... expressions) {
            this.member = member;
            this.expressions = List.of(expressions);
        }

        /// The member of the request that has the item, or its key.
        String member() {
            return member;
        }
    }

    /// A write as it is asked for, known to be well-formed.
    ///
    /// @param given the item, or its key
    record Asked(Kind kind, Table table, Value.M given, Expressions expressions, Json.Obj body) {}

    /// What a write does to an item; where there is none before or after, it has no attributes.
    record Effect(Asked asked, Value.M before, Value.M after) {
        void apply() {
            if (asked.kind == Kind.CHECK) return;
            if (after.attributes().isEmpty()) asked.table.remove(asked.given);
            else asked.table.put(after);
        }
    }

    /// Is one item meant more than once?
    static boolean twice(List<Asked> asked) {
        var distinct = new HashSet<List<Object>>();
        return asked.stream().anyMatch(one -> !distinct.add(List.of(one.table.name(), one.table.schema().keyOf(one.given))));
    }

    private final Tables tables;

    Writes(Tables tables) {
        this.tables = tables;
    }

    /// What can be said of the request without a look at the item.
    Checked<Asked> asked(Kind kind, Json.Obj body) {
        Optional<String> violated = new Constraints(body).tableName().map(kind.member)
                .oneOf("ReturnValues", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW").capacity()
                .oneOf("ReturnValuesOnConditionCheckFailure", "ALL_OLD", "NONE").fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        Checked<Expressions> read = Expressions.read(body, kind.expressions);
        return read.then(expressions -> given(kind, (Json.Obj) body.get(kind.member)).then(given ->
                tables.named(body).then(table -> {
                    Optional<String> fault = kind == Kind.PUT ? table.empty(given) : table.schema().empty(given);
                    return Checked.unless(fault.or(() -> oldValuesAlone(kind, body)), () -> new Asked(kind, table, given, expressions, body));
                })));
    }

    static Checked<Value.M> given(Kind kind, Json.Obj json) {
        var reader = new ValueReader();
        Value.M given = reader.item(json);
        if (reader.fault().isPresent()) return Checked.invalid(reader.fault().get());
        return kind == Kind.PUT && given.itemSize() > LARGEST_ITEM ? Checked.invalid("Item size has exceeded the maximum allowed size")
                : Checked.good(given);
    }

    private static Optional<String> oldValuesAlone(Kind kind, Json.Obj body) {
        boolean good = kind == Kind.UPDATE || !(body.get("ReturnValues") instanceof Json.Str(var which)) || List.of("ALL_OLD", "NONE").contains(which);
        return good ? Optional.empty() : Optional.of("ReturnValues can only be ALL_OLD or NONE");
    }

    /// What it does to the item as it is now; nothing is changed yet.
    Checked<Effect> effect(Asked asked) {
        Schema schema = asked.table.schema();
        Optional<String> misfit = asked.kind == Kind.PUT ? schema.misfit(asked.given).or(() -> asked.table.misfit(asked.given))
                : schema.mismatch(asked.given).or(() -> asked.expressions.intoKey(asked.table)).or(() -> asked.expressions.ofKey(asked.table));
        if (misfit.isPresent()) return Checked.invalid(misfit.get());
        Value.M before = asked.table.find(asked.given);
        if (!Expressions.holds(asked.expressions.condition(), before)) return new Checked.Bad<>(conditionFailed(asked, before));
        return after(asked, before).map(after -> new Effect(asked, before, after));
    }

    private static Refusal conditionFailed(Asked asked, Value.M before) {
        boolean told = Json.of("ALL_OLD").equals(asked.body.get("ReturnValuesOnConditionCheckFailure")) && !before.attributes().isEmpty();
        return new Refusal("ConditionalCheckFailedException", "The conditional request failed",
                told ? Json.Obj.of("Item", before.item()) : Json.Obj.EMPTY);
    }

    private static Checked<Value.M> after(Asked asked, Value.M before) {
        return switch (asked.kind) {
            case PUT -> Checked.good(asked.given);
            case DELETE -> Checked.good(Value.M.EMPTY);
            case CHECK -> Checked.good(before);
            case UPDATE -> updated(asked, before);
        };
    }

    private static Checked<Value.M> updated(Asked asked, Value.M before) {
        var update = new Update(asked.expressions.update(), before.attributes().isEmpty() ? asked.given : before);
        return Checked.unless(update.fault().or(() -> asked.table.misfit(update.item())).or(() -> emptyIndexKey(asked.table, update.item()))
                .or(() -> update.item().itemSize() > LARGEST_ITEM ? Optional.of("Item size to update has exceeded the maximum allowed size") : Optional.empty()),
                update::item);
    }

    private static Optional<String> emptyIndexKey(Table table, Value.M item) {
        return table.empty(item).map(_ -> "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a "
                + "value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.");
    }

    /// The attributes that the request wants to see.
    static Value.M returned(Effect effect) {
        List<Path> touched = effect.asked.expressions.update().stream().map(Clause::path).toList();
        return switch (effect.asked.body.get("ReturnValues") instanceof Json.Str(var which) ? which : "NONE") {
            case "ALL_OLD" -> effect.before;
            case "ALL_NEW" -> effect.after;
            case "UPDATED_OLD" -> Projection.of(effect.before, touched);
            case "UPDATED_NEW" -> Projection.of(effect.after, touched);
            default -> Value.M.EMPTY;
        };
    }
}
