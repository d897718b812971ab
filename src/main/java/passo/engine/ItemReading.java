package passo.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import passo.asl.State;
import passo.expression.Expression;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;

/// Makes items of what an `ItemReader` found. AWS, "ItemReader (Map)": JSON, JSON Lines, CSV and a listing of objects.
final class ItemReading {

    /// What came of reading.
    sealed interface Read {
        record Items(List<Effect.Item> items) implements Read {}

        record Unreadable(String cause) implements Read {}
    }

    private ItemReading() {}

    /// How many items to read at most, where `MaxItems` or `MaxItemsPath` says it. The scope's input is the Map's effective input.
    static Optional<Long> most(State.ItemReader reader, Scope scope) {
        if (reader.maxItems().isEmpty()) return Optional.empty();
        Expression expression = reader.maxItems().get();
        long most = Numbers.whole("MaxItems", expression, expression.evaluate(scope));
        if (most < 0) throw new QueryError(ErrorName.ITEM_READER_FAILED, "field MaxItems must be positive");
        return most == 0 ? Optional.empty() : Optional.of(most);
    }

    /// @param result the service's answer: `Body`, or `Contents` of a listing
    /// @param automatic does the answer only stand for an object that nobody described?
    static Read read(State.ItemReader reader, Json arguments, Json result, Optional<Long> most, boolean automatic) {
        String bucket = text(arguments, "Bucket");
        String key = text(arguments, "Key");
        String source = "S3://" + bucket + (key.isEmpty() ? "" : "/" + key);
        if (!(result instanceof Json.Obj found)) return new Read.Unreadable("Attempting to map over non-iterable node.");
        if (found.get("Contents") instanceof Json.Arr contents) return items(contents.items(), source, most);
        String body = found.get("Body") instanceof Json.Str(var text) ? text : "";
        return switch (text(reader.config(), "InputType")) {
            case "CSV" -> csv(reader.config(), body, source, most);
            case "JSONL" -> jsonLines(body, source, most);
            default -> automatic && !(JsonText.read(body) instanceof JsonText.Reading.Value) ? items(List.of(Json.Obj.EMPTY), source, most)
                    : json(reader.config(), body, source, most);
        };
    }

    private static Read json(Json.Obj config, String body, String source, Optional<Long> most) {
        if (!(JsonText.read(body) instanceof JsonText.Reading.Value(var json, _))) return notIterable();
        Optional<Json> place = Pointer.parse(text(config, "ItemsPointer")).flatMap(pointer -> pointer.find(json));
        return switch (place.orElse(Json.NULL)) {
            case Json.Arr arr -> items(arr.items(), source, most);
            case Json.Obj obj -> {
                List<Effect.Item> items = new ArrayList<>();
                for (int i = 0; i < obj.size() && i < most.orElse(Long.MAX_VALUE); i++) {
                    items.add(new Effect.Item(i, obj.value(i), Optional.of(obj.name(i)), source));
                }
                yield new Read.Items(items);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> notIterable();
        };
    }

    private static Read jsonLines(String body, String source, Optional<Long> most) {
        List<Json> items = new ArrayList<>();
        for (String line : body.lines().filter(l -> !l.isBlank()).toList()) {
            if (!(JsonText.read(line) instanceof JsonText.Reading.Value(var json, _))) return notIterable();
            items.add(json);
        }
        return items(items, source, most);
    }

    private static Read notIterable() {
        return new Read.Unreadable("Attempting to map over non-iterable node.");
    }

    private static Read csv(Json.Obj config, String body, String source, Optional<Long> most) {
        List<List<String>> rows = Csv.rows(body, Csv.delimiter(text(config, "CSVDelimiter")));
        List<String> headers = new ArrayList<>();
        int first = 0;
        if (text(config, "CSVHeaderLocation").equals("GIVEN")) {
            if (config.get("CSVHeaders") instanceof Json.Arr given) given.forEach(header -> headers.add(Numbers.plain(header)));
        } else if (!rows.isEmpty()) {
            headers.addAll(rows.getFirst());
            first = 1;
        }
        if (new HashSet<>(headers).size() < headers.size()) return new Read.Unreadable("CSV headers cannot contain duplicates.");
        List<Json> items = new ArrayList<>();
        for (List<String> row : rows.subList(first, rows.size())) {
            var item = Json.Obj.builder();
            for (int column = 0; column < headers.size(); column++) {
                item.put(headers.get(column), column < row.size() ? row.get(column) : "");
            }
            items.add(item.build());
        }
        return items(items, source, most);
    }

    private static Read items(List<Json> values, String source, Optional<Long> most) {
        List<Effect.Item> items = new ArrayList<>();
        for (Json value : values) {
            if (items.size() >= most.orElse(Long.MAX_VALUE)) break;
            items.add(new Effect.Item(items.size(), value, Optional.empty(), source));
        }
        return new Read.Items(items);
    }

    private static String text(Json json, String member) {
        return json instanceof Json.Obj obj && obj.get(member) instanceof Json.Str(var text) ? text : "";
    }
}
