package passo.web.executions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import passo.engine.items.Csv;
import passo.json.Json;
import passo.json.JsonText;

/// Inputs of many executions, read from one text.
final class Inputs {

    private Inputs() {}

    /// A JSON array has an input in each item; rows of CSV under a line of names are objects; any other JSON is every execution's input.
    ///
    /// @param count how many are wanted: the inputs come round again; of a list, 0 is each once
    /// @return empty where the text is neither
    static Optional<List<Json>> of(String text, int count) {
        List<Json> all = switch (JsonText.read(text.isBlank() ? "{}" : text)) {
            case JsonText.Reading.Value(Json.Arr list, _) -> list.items();
            case JsonText.Reading.Value(var one, _) -> List.of(one);
            case JsonText.Reading.Malformed _ -> text.strip().startsWith("[") || text.strip().startsWith("{") ? List.of() : rows(text);
        };
        if (all.isEmpty()) return Optional.empty();
        int wanted = Math.min(count == 0 ? all.size() : count, Operations.MOST);
        return Optional.of(Collections.nCopies(Math.ceilDiv(wanted, all.size()), all).stream().flatMap(List::stream).limit(wanted).toList());
    }

    private static List<Json> rows(String text) {
        var csv = new Csv(text.strip(), ',');
        List<String> names = csv.next();
        List<Json> rows = new ArrayList<>();
        while (csv.hasNext() && rows.size() < Operations.MOST) {
            List<String> cells = csv.next();
            var row = Json.Obj.builder();
            for (int i = 0; i < Math.min(names.size(), cells.size()); i++) row.put(names.get(i).strip(), cell(cells.get(i).strip()));
            rows.add(row.build());
        }
        return rows;
    }

    /// What looks like a number or a truth is one: 17 in a table means the number.
    private static Json cell(String text) {
        boolean plain = text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?|true|false|null");
        return plain ? JsonText.parse(text) : Json.of(text);
    }
}
