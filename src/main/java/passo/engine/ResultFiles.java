package passo.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.asl.State;
import passo.engine.semantics.ErrorName;
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

    private final Budget budget;
    private final Format format;
    private final String bucket;
    private final String prefix;
    private final Map<File, StringBuilder> files = new EnumMap<>(File.class);
    /// The children that did not succeed, by index.
    private final SequencedMap<Integer, Json> failed = new LinkedHashMap<>();
    /// What a manifest tells of the results of those that did, redrive by redrive.
    private final List<Json> succeeded = new ArrayList<>();

    ResultFiles(State.ResultWriter writer, Scope scope, Budget budget) {
        this.budget = budget;
        this.format = Format.of(writer.config(), Transformation.NONE);
        Json place = writer.parameters().evaluate(scope);
        this.bucket = ItemReading.text(place, "Bucket");
        this.prefix = ItemReading.text(place, "Prefix");
    }

    @Override
    public void expect() {}

    @Override
    public void add(int index, Trace child) {
        child.output().ifPresentOrElse(output -> addSucceeded(output, child), () -> failed.put(index, ResultWriting.description(child)));
    }

    @Override
    public void again(int index) {
        failed.remove(index);
    }

    private void addSucceeded(Json output, Trace child) {
        switch (format.transformation()) {
            case NONE -> write(File.SUCCEEDED, ResultWriting.description(child));
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
        budget.write(value);
        StringBuilder text = files.computeIfAbsent(file, _ -> new StringBuilder());
        if (format.lines()) text.append(value).append('\n');
        else text.append(text.isEmpty() ? '[' : ',').append(value);
    }

    @Override
    public Outcome end(String mapRunArn, int redrives, Supplier<List<Batches.Batch>> pending, Function<Json, Reply> service) {
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
                if (put(key, text, service) instanceof Failure failure) return failure;
                known.add(Json.Obj.of("Key", Json.of(key), "Size", Json.of(text.getBytes(StandardCharsets.UTF_8).length)));
                files.remove(file);
            }
            listed.put(file.name(), new Json.Arr(known));
        }
        String key = folder + "manifest.json";
        Json.Obj manifest = Json.Obj.builder().put("DestinationBucket", bucket).put("MapRunArn", mapRunArn).put("ResultFiles", listed.build()).build();
        if (put(key, manifest.toString(), service) instanceof Failure failure) return failure;
        return new Success(Json.Obj.of("MapRunArn", Json.of(mapRunArn),
                "ResultWriterDetails", Json.Obj.of("Bucket", Json.of(bucket), "Key", Json.of(key))));
    }

    private String text(File file) {
        StringBuilder text = files.getOrDefault(file, new StringBuilder());
        if (format.lines()) return text.toString();
        return text.isEmpty() ? "[]" : text + "]";
    }

    private Outcome put(String key, String body, Function<Json, Reply> service) {
        Reply reply = service.apply(Json.Obj.builder().put("Bucket", bucket).put("Key", key).put("Body", body).build());
        return switch (reply) {
            case Reply.After(_, Failure failure, _) -> new Failure(ErrorName.RESULT_WRITER_FAILED, failure.cause());
            case Reply.After(_, Success success, _) -> success;
            case Reply.Refused(var failure) -> failure;
            case Reply.Job _, Reply.Waiting _, Reply.Start _, Reply.Underway _ ->
                throw new IllegalStateException("Not an answer to writing: " + reply);
        };
    }
}
