package passo.aws.dynamodb;

import java.util.NavigableMap;
import java.util.TreeMap;
import passo.json.Json;

/// The tables of one run, by name.
final class Tables {

    private final NavigableMap<String, Table> byName = new TreeMap<>();

    /// @param described as a world describes them
    Tables(Json.Obj described) {
        described.forEach((name, table) -> byName.put(name, new Table(name, (Json.Obj) table)));
    }

    NavigableMap<String, Table> byName() {
        return byName;
    }

    /// The table that a request names, by its name or its ARN.
    Checked<Table> named(Json.Obj body) {
        return named(body.get("TableName") instanceof Json.Str(var name) ? name : "");
    }

    Checked<Table> named(String name) {
        Table table = byName.get(Constraints.plain(name));
        return table == null ? new Checked.Bad<>(Refusal.noTable()) : Checked.good(table);
    }
}
