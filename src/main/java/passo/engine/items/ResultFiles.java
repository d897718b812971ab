package passo.engine.items;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.asl.State;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.expression.Scope;
import passo.json.Json;

/// A Map Run's results in files, in the order in which the children end, with a manifest that lists them. A redrive writes a
/// folder of its own: what has failed or never started till then, and what succeeded since.
final class ResultFiles implements ResultWriting {

    /// By what became of the children. AWS: `FAILED` has those that timed out or were stopped too, `PENDING` those that never
    /// started. Whatever the transformation, these are described.
    private enum File { SUCCEEDED, FAILED, PENDING }

    private static final Json.Obj INCLUDED = Json.Obj.of("Included", Json.TRUE);

    /// A long text that grows piece by piece, so that it never takes twice its room.
    private static final class Text {

        private static final int PIECE = 1 << 16;

        private final List<String> pieces = new ArrayList<>();
        private final StringBuilder last = new StringBuilder();

        void append(String more) {
            last.append(more);
            if (last.length() < PIECE) return;
            pieces.add(last.toString());
            last.setLength(0);
        }

        boolean isEmpty() {
            return pieces.isEmpty() && last.isEmpty();
        }

        String all() {
            return String.join("", pieces) + last;
        }
    }

    private final Consumer<Json> written;
    private final Format format;
    private final String bucket;
    private final String prefix;
    private final Map<File, Text> files = new EnumMap<>(File.class);
    /// The children that did not succeed, by index.
    private final SequencedMap<Integer, Json> failed = new LinkedHashMap<>();
    /// What a manifest tells of the results of those that did, redrive by redrive.
    private final List<Json> succeeded = new ArrayList<>();

    ResultFiles(State.ResultWriter writer, Scope scope, Consumer<Json> written) {
        this.written = written;
        this.format = Format.of(writer.config(), Transformation.NONE);
        Json place = writer.parameters().evaluate(scope);
        this.bucket = ItemReading.text(place, "Bucket");
        this.prefix = ItemReading.text(place, "Prefix");
    }

    @Override
    public void expect() {}

    @Override
    public void add(int index, Optional<Json> output, Supplier<Json> description) {
        output.ifPresentOrElse(result -> addSucceeded(result, description), () -> failed.put(index, description.get()));
    }

    @Override
    public void again(int index) {
        failed.remove(index);
    }

    private void addSucceeded(Json output, Supplier<Json> description) {
        switch (format.transformation()) {
            case NONE -> write(File.SUCCEEDED, description.get());
            case COMPACT -> write(File.SUCCEEDED, output);
            case FLATTEN -> {
                List<Json> each = output instanceof Json.Arr arr ? arr.items() : List.of(output);
                each.forEach(item -> write(File.SUCCEEDED, item));
            }
        }
    }

    private void addPending(Json input) {
        write(File.PENDING, Json.Obj.builder().put("Input", input.toString()).put("InputDetails", INCLUDED).put("Status", "PENDING").build());
    }

    private void write(File file, Json value) {
        written.accept(value);
        Text text = files.computeIfAbsent(file, _ -> new Text());
        if (format.lines()) text.append(value + "\n");
        else text.append((text.isEmpty() ? "[" : ",") + value);
    }

    @Override
    public Outcome end(String mapRunArn, int redrives, Supplier<List<Batches.Batch>> pending, Function<Json, Outcome> put) {
        files.remove(File.FAILED);
        files.remove(File.PENDING);
        failed.values().forEach(description -> write(File.FAILED, description));
        pending.get().forEach(batch -> addPending(batch.input()));
        String folder = (prefix.isEmpty() ? "" : prefix + "/") + mapRunArn.substring(mapRunArn.lastIndexOf(':') + 1) + "/"
                + (redrives == 0 ? "" : "Redrive-" + redrives + "/");
        var listed = Json.Obj.builder();
        for (File file : new File[] {File.FAILED, File.PENDING, File.SUCCEEDED}) {
            List<Json> known = file == File.SUCCEEDED ? succeeded : new ArrayList<>();
            // AWS: a redrive writes a file of what succeeded since even where nothing did.
            if (files.containsKey(file) || file == File.SUCCEEDED && redrives > 0) {
                String key = folder + file + "_0.json";
                String text = text(file);
                if (put.apply(object(key, text)) instanceof Failure failure) return failure;
                known.add(Json.Obj.of("Key", Json.of(key), "Size", Json.of(text.getBytes(StandardCharsets.UTF_8).length)));
                files.remove(file);
            }
            listed.put(file.name(), new Json.Arr(known));
        }
        String key = folder + "manifest.json";
        Json.Obj manifest = Json.Obj.builder().put("DestinationBucket", bucket).put("MapRunArn", mapRunArn).put("ResultFiles", listed.build()).build();
        if (put.apply(object(key, manifest.toString())) instanceof Failure failure) return failure;
        return new Success(Json.Obj.of("MapRunArn", Json.of(mapRunArn),
                "ResultWriterDetails", Json.Obj.of("Bucket", Json.of(bucket), "Key", Json.of(key))));
    }

    private String text(File file) {
        Text text = files.getOrDefault(file, new Text());
        if (!format.lines()) text.append(text.isEmpty() ? "[]" : "]");
        return text.all();
    }

    private Json object(String key, String body) {
        return Json.Obj.builder().put("Bucket", bucket).put("Key", key).put("Body", body).build();
    }
}
