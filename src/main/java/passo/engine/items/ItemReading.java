package passo.engine.items;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import passo.asl.State;
import passo.engine.semantics.Effect;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Numbers;
import passo.expression.Expression;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;

/// Makes items of what an `ItemReader` found: of a listing, of an object, or of the objects that either of them names. AWS,
/// "ItemReader (Map)".
///
/// An object is text here. What lies packed in S3 (GZIP, ZSTD) stands unpacked in a world, and a Parquet file stands there
/// as its rows, a line of JSON each.
public final class ItemReading {

    /// What came of reading.
    public sealed interface Read {
        record Found(Items items) implements Read {}

        /// The items lie in these objects, which are to be read as well.
        record In(List<Source> objects, Form form) implements Read {}

        record Unreadable(String cause) implements Read {}
    }

    /// An object in S3, or a whole bucket.
    ///
    /// @param key empty for the bucket
    public record Source(String bucket, String key) {

        private static final String SCHEME = "s3://";

        /// Of an address such as `s3://bucket/a/key`.
        static Optional<Source> of(String address) {
            int slash = address.indexOf('/', SCHEME.length());
            return address.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && slash > 0
                    ? Optional.of(new Source(address.substring(SCHEME.length(), slash), address.substring(slash + 1))) : Optional.empty();
        }

        /// As `Map.Item.Source` tells it.
        @Override
        public String toString() {
            return "S3://" + bucket + (key.isEmpty() ? "" : "/" + key);
        }
    }

    /// How the objects are written that hold the items.
    public sealed interface Form {
        /// @param pointer `ItemsPointer`: where the items stand
        record Document(String pointer) implements Form {}

        record Lines() implements Form {}

        record Parquet() implements Form {}

        /// @param headers where the first row does not tell them
        record Table(char delimiter, Optional<List<String>> headers) implements Form {}
    }

    private static final Read NOT_ITERABLE = new Read.Unreadable("Attempting to map over non-iterable node.");

    private ItemReading() {}

    /// How many items to read at most, where `MaxItems` or `MaxItemsPath` says it. The scope's input is the Map's effective input.
    public static long most(State.ItemReader reader, Scope scope) {
        if (reader.maxItems().isEmpty()) return Long.MAX_VALUE;
        Expression expression = reader.maxItems().get();
        long most = Numbers.whole("MaxItems", expression, expression.evaluate(scope));
        if (most < 0) throw new QueryError(ErrorName.ITEM_READER_FAILED, "field MaxItems must be positive");
        return most == 0 ? Long.MAX_VALUE : most;
    }

    /// Reads the service's answer to the reader's own call: `Body` of an object, or `Contents` of a listing.
    public static Read read(State.ItemReader reader, Json arguments, Json answer, long most) {
        var source = new Source(text(arguments, "Bucket"), text(arguments, "Key"));
        Json.Obj config = reader.config();
        if (answer instanceof Json.Obj found && found.get("Contents") instanceof Json.Arr contents) {
            boolean loads = text(config, "Transformation").equals("LOAD_AND_FLATTEN");
            return loads ? new Read.In(contents.items().stream().map(object -> new Source(source.bucket, text(object, "Key"))).toList(), form(config))
                    : found(array(contents, source), most);
        }
        String body = text(answer, "Body");
        return switch (text(config, "ManifestType")) {
            case "ATHENA_DATA" -> addresses(body, form(config));
            case "S3_INVENTORY" -> inventory(body, source);
            default -> text(config, "InputType").equals("MANIFEST") ? inventory(body, source)
                    : read(List.of(source), List.of(body), form(config), most);
        };
    }

    /// Reads the items of some objects.
    public static Read read(List<Source> objects, List<String> bodies, Form form, long most) {
        List<Items> parts = new ArrayList<>(objects.size());
        for (int i = 0; i < bodies.size(); i++) {
            switch (read(bodies.get(i), objects.get(i), form)) {
                case Read.Found(var items) -> parts.add(items);
                case Read.Unreadable unreadable -> {
                    return unreadable;
                }
                case Read.In _ -> throw new IllegalStateException("An object with items names no others");
            }
        }
        return new Read.Found(Items.joined(parts, most));
    }

    private static Read found(Items items, long most) {
        return new Read.Found(Items.joined(List.of(items), most));
    }

    private static Form form(Json.Obj config) {
        return switch (text(config, "InputType")) {
            case "CSV" -> new Form.Table(Csv.delimiter(text(config, "CSVDelimiter")), !text(config, "CSVHeaderLocation").equals("GIVEN")
                    ? Optional.empty() : Optional.of(texts(config.get("CSVHeaders"))));
            // Athena's UNLOAD writes its JSON as lines.
            case "JSONL", "MANIFEST" -> new Form.Lines();
            case "PARQUET" -> new Form.Parquet();
            default -> new Form.Document(text(config, "ItemsPointer"));
        };
    }

    private static Read read(String body, Source source, Form form) {
        return switch (form) {
            case Form.Document(var pointer) -> document(body, pointer, source);
            case Form.Lines() -> lines(body, source);
            case Form.Parquet() -> lines(body, source) instanceof Read.Found rows ? rows : new Read.Unreadable(
                    source + " cannot be read here: in a world a Parquet file stands as its rows, one JSON object a line.");
            case Form.Table(var delimiter, var headers) -> table(body, delimiter, headers, source);
        };
    }

    private static Read document(String body, String pointer, Source source) {
        if (!(JsonText.read(body) instanceof JsonText.Reading.Value(var json, _))) return NOT_ITERABLE;
        return switch (Pointer.parse(pointer).flatMap(place -> place.find(json)).orElse(Json.NULL)) {
            case Json.Arr arr -> new Read.Found(array(arr, source));
            case Json.Obj obj -> new Read.Found(new Items(obj.size(), () -> IntStream.range(0, obj.size())
                    .mapToObj(i -> new Effect.Item(i, obj.value(i), Optional.of(obj.name(i)), source.toString())).iterator()));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> NOT_ITERABLE;
        };
    }

    private static Items array(Json.Arr arr, Source source) {
        return new Items(arr.size(), each(arr, Function.identity(), source));
    }

    private static Read lines(String body, Source source) {
        Iterable<String> lines = () -> body.lines().filter(line -> !line.isBlank()).iterator();
        for (String line : lines) {
            if (!(JsonText.read(line) instanceof JsonText.Reading.Value)) return NOT_ITERABLE;
        }
        return new Read.Found(new Items(count(lines), each(lines, JsonText::parse, source)));
    }

    private static Read table(String body, char delimiter, Optional<List<String>> given, Source source) {
        var top = new Csv(body, delimiter);
        List<String> headers = given.orElseGet(() -> top.hasNext() ? top.next() : List.of());
        if (new HashSet<>(headers).size() < headers.size()) return new Read.Unreadable("CSV headers cannot contain duplicates.");
        var empty = Json.Obj.builder();
        headers.forEach(header -> empty.put(header, ""));
        Json.Obj blank = empty.build();
        Iterable<List<String>> rows = () -> {
            var csv = new Csv(body, delimiter);
            if (given.isEmpty() && csv.hasNext()) csv.next();
            return csv;
        };
        return new Read.Found(new Items(count(rows), each(rows, row -> item(blank, row), source)));
    }

    /// A row under its headers: what it lacks stays blank, what it has beyond them is dropped.
    private static Json item(Json.Obj blank, List<String> row) {
        return blank.withValues(column -> column < row.size() ? Json.of(row.get(column)) : blank.value(column));
    }

    /// The objects whose addresses stand in a text, one a line.
    private static Read addresses(String body, Form form) {
        List<String> lines = body.lines().map(line -> line.strip().replace("\"", "")).filter(line -> !line.isEmpty()).toList();
        List<Source> objects = lines.stream().map(Source::of).flatMap(Optional::stream).toList();
        return objects.size() == lines.size() ? new Read.In(objects, form)
                : new Read.Unreadable("The manifest must name one object a line, such as s3://bucket/key.");
    }

    /// The objects that a `manifest.json` of S3 Inventory names: tables whose headers it tells. AWS: only CSV.
    private static Read inventory(String body, Source manifest) {
        if (!(JsonText.read(body) instanceof JsonText.Reading.Value(Json.Obj json, _)) || !(json.get("files") instanceof Json.Arr files)) {
            return new Read.Unreadable("The manifest is not one of S3 Inventory: it names no files.");
        }
        if (!text(json, "fileFormat").equals("CSV")) return new Read.Unreadable("The inventory is not in the CSV format.");
        String destination = text(json, "destinationBucket");
        String bucket = destination.isEmpty() ? manifest.bucket : destination.substring(destination.lastIndexOf(':') + 1);
        List<String> headers = Stream.of(text(json, "fileSchema").split(",")).map(String::strip).toList();
        return new Read.In(files.items().stream().map(file -> new Source(bucket, text(file, "key"))).toList(),
                new Form.Table(',', Optional.of(headers)));
    }

    private static <T> Iterable<Effect.Item> each(Iterable<T> things, Function<T, Json> value, Source source) {
        return () -> StreamSupport.stream(things.spliterator(), false)
                .map(thing -> new Effect.Item(0, value.apply(thing), Optional.empty(), source.toString())).iterator();
    }

    private static int count(Iterable<?> things) {
        int count = 0;
        for (Iterator<?> iterator = things.iterator(); iterator.hasNext(); iterator.next()) count++;
        return count;
    }

    private static List<String> texts(Json json) {
        return json instanceof Json.Arr arr ? arr.items().stream().map(Numbers::plain).toList() : List.of();
    }

    public static String text(Json json, String member) {
        return json instanceof Json.Obj obj && obj.get(member) instanceof Json.Str(var text) ? text : "";
    }
}
