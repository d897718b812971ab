package passo.aws.dynamodb;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Reply;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Tables and their items, which have DynamoDB's typed JSON.
public final class DynamoDb implements Service {

    private static final String MISSING = "ResourceNotFoundException";
    private static final String CONDITION = "ConditionalCheckFailedException";
    private static final String CANCELLED = "TransactionCanceledException";

    private final Tables tables;
    private final Reads reads;
    private final Writes writes;
    private final Batches batches;
    private final Transactions transactions;
    private final TableActions tableActions;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the tables, as a world describes them
    /// @param start when they were made
    public DynamoDb(Json.Obj described, Ledger ledger, Instant start) {
        this.ledger = ledger;
        tables = new Tables(described);
        reads = new Reads(tables);
        writes = new Writes(tables);
        batches = new Batches(reads, writes);
        transactions = new Transactions(reads, writes);
        tableActions = new TableActions(tables, start);
        actions = new Actions(Api.DYNAMODB, ledger);
        add(Actions.Effect.READS, "getItem", this::get, MISSING);
        add(Actions.Effect.WRITES, "putItem", request -> write(request, Writes.Kind.PUT), MISSING, CONDITION);
        add(Actions.Effect.WRITES, "updateItem", request -> write(request, Writes.Kind.UPDATE), MISSING, CONDITION);
        add(Actions.Effect.DELETES, "deleteItem", request -> write(request, Writes.Kind.DELETE), MISSING, CONDITION);
        add(Actions.Effect.READS, "query", request -> reads.query(request.body()), MISSING);
        add(Actions.Effect.READS, "scan", request -> reads.scan(request.body()), MISSING);
        add(Actions.Effect.READS, "batchGetItem", request -> batches.get(request.body()), MISSING);
        add(Actions.Effect.WRITES, "batchWriteItem", request -> batches.write(request.body(), effect -> tell(request, effect)), MISSING);
        add(Actions.Effect.READS, "transactGetItems", request -> transactions.get(request.body()), MISSING, CANCELLED);
        add(Actions.Effect.WRITES, "transactWriteItems", request -> transactions.write(request.body(), effect -> tell(request, effect)), MISSING, CANCELLED,
                "IdempotentParameterMismatchException");
        add(Actions.Effect.READS, "describeTable", request -> tableActions.describe(request.body(), place(request)), MISSING);
        add(Actions.Effect.READS, "listTables", request -> tableActions.list(request.body()));
        add(Actions.Effect.WRITES, "createTable", request -> tableActions.create(request.body(), place(request)), "ResourceInUseException");
        add(Actions.Effect.DELETES, "deleteTable", request -> tableActions.delete(request.body(), place(request)), MISSING);
    }

    private void add(Actions.Effect effect, String action, Function<Request, Checked<Json.Obj>> answer, String... errors) {
        actions.with(action, effect, (request, _) -> Optional.of(reply(request, answer)), errors);
    }

    private Reply reply(Request request, Function<Request, Checked<Json.Obj>> answer) {
        Optional<String> misfit = request.fromCode() ? Optional.empty() : Misfit.of(request.body());
        return misfit.<Reply>map(message -> new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME,
                "The Parameters '" + request.body() + "' could not be used to start the Task: [" + message + "]")))
                .orElseGet(() -> Api.DYNAMODB.reply(request, outcome(request, answer.apply(request)), ledger));
    }

    private Outcome outcome(Request request, Checked<Json.Obj> checked) {
        return switch (checked) {
            case Checked.Good<Json.Obj>(var answer) -> new Outcome.Success(answer);
            case Checked.Bad<Json.Obj>(Refusal(var code, var message, _)) when code.equals(Refusal.VALIDATION) ->
                Api.DYNAMODB.unnamed(request, ledger, 400, code, message);
            case Checked.Bad<Json.Obj>(Refusal(var code, var message, var more)) -> Api.DYNAMODB.failure(request, ledger, 400, code, message, more);
        };
    }

    /// Where the tables are: the beginning of their ARNs.
    private static String place(Request request) {
        String[] execution = request.call().executionArn().split(":");
        return "arn:aws:dynamodb:" + execution[3] + ":" + execution[4] + ":table/";
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Checked<Json.Obj> get(Request request) {
        return reads.get(request.body()).then(get -> Checked.unless(get.mismatch(), () -> {
            Value.M item = get.item();
            ledger.changed(request, get.table().name(), get.key().item());
            var answer = Json.Obj.builder();
            if (!item.attributes().isEmpty()) answer.put("Item", get.expressions().seen(item).item());
            var capacity = Capacity.of(request.body());
            capacity.read(get.table(), Index.Kind.TABLE, "", item.itemSize(), get.consistent());
            capacity.tell(answer);
            return answer.build();
        }));
    }

    private Checked<Json.Obj> write(Request request, Writes.Kind kind) {
        return writes.asked(kind, request.body()).then(writes::effect).map(effect -> {
            effect.apply();
            tell(request, effect);
            var answer = Json.Obj.builder();
            Value.M returned = Writes.returned(effect);
            if (!returned.attributes().isEmpty()) answer.put("Attributes", returned.item());
            var capacity = Capacity.of(request.body());
            capacity.write(effect.asked().table(), effect.before(), effect.after());
            capacity.tell(answer);
            return answer.build();
        });
    }

    /// Writes down what became of an item; that nothing was there to delete is no news.
    private void tell(Request request, Writes.Effect effect) {
        String table = effect.asked().table().name();
        if (!effect.after().attributes().isEmpty()) ledger.changed(request, table, effect.after().item());
        else if (!effect.before().attributes().isEmpty()) ledger.changed(request, table, deleted(request, effect.asked().given().item()));
    }

    private static Json deleted(Request request, Json.Obj key) {
        return request.action().equals("deleteItem") ? key : Json.Obj.of("deleted", key);
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        tables.byName().forEach((name, table) -> world.put(name, table.world()));
        return world.build();
    }

    /// What is wrong with the items that a world gives a table; empty where all can be there.
    public static Optional<String> problem(Json.Obj table, Json.Obj item) {
        var reader = new ValueReader();
        Value.M read = reader.item(item);
        return reader.fault().or(() -> Schema.of(table).misfit(read)).or(() -> Schema.of(table).empty(read));
    }
}
