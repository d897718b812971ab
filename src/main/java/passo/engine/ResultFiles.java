package passo.engine;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.asl.State;
import passo.engine.Outcome.Failure;
import passo.engine.Outcome.Success;
import passo.expression.Scope;
import passo.json.Json;

/// A Map Run's results in files, in the order in which the children end, with a manifest that lists them.
final class ResultFiles implements ResultWriting {

    /// By what became of the children. AWS: `FAILED` has those that timed out or were stopped too, `PENDING` those that never
    /// started. Whatever the transformation, these are described.
    private enum File { SUCCEEDED, FAILED, PENDING }

    private final Budget budget;
    private final Format format;
    private final String bucket;
    private final String prefix;
    private final Map<File, StringBuilder> files = new EnumMap<>(File.class);

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
        child.output().ifPresentOrElse(output -> addSucceeded(output, child), () -> write(File.FAILED, ResultWriting.description(child)));
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
    public Outcome end(String mapRunArn, Supplier<Optional<Batches.Batch>> pending, Function<Json, Reply> service) {
        for (Optional<Batches.Batch> batch = pending.get(); batch.isPresent(); batch = pending.get()) addPending(batch.get().input());
        String folder = (prefix.isEmpty() ? "" : prefix + "/") + mapRunArn.substring(mapRunArn.lastIndexOf(':') + 1) + "/";
        var listed = Json.Obj.builder();
        for (File file : new File[] {File.FAILED, File.PENDING, File.SUCCEEDED}) {
            listed.put(file.name(), Json.Arr.EMPTY);
            if (!files.containsKey(file)) continue;
            String key = folder + file + "_0.json";
            String text = files.get(file) + (format.lines() ? "" : "]");
            listed.put(file.name(), Json.array(Json.Obj.of("Key", Json.of(key), "Size", Json.of(text.getBytes(StandardCharsets.UTF_8).length))));
            if (put(key, text, service) instanceof Failure failure) return failure;
        }
        String key = folder + "manifest.json";
        Json.Obj manifest = Json.Obj.builder().put("DestinationBucket", bucket).put("MapRunArn", mapRunArn).put("ResultFiles", listed.build()).build();
        if (put(key, manifest.toString(), service) instanceof Failure failure) return failure;
        return new Success(Json.Obj.of("MapRunArn", Json.of(mapRunArn),
                "ResultWriterDetails", Json.Obj.of("Bucket", Json.of(bucket), "Key", Json.of(key))));
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
