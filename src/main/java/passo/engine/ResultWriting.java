package passo.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import passo.asl.Resource;
import passo.asl.State;
import passo.engine.Outcome.Failure;
import passo.engine.Outcome.Success;
import passo.expression.Scope;
import passo.json.Json;

/// The results of a Map Run's child executions, as its `ResultWriter` wants them: the state's own result, or files in S3.
/// AWS, "ResultWriter (Map)".
final class ResultWriting {

    /// A file of results, by what became of the children. AWS: `FAILED` has those that timed out or were stopped too, `PENDING`
    /// those that never started.
    enum File { SUCCEEDED, FAILED, PENDING }

    private static final String MANIFEST = "manifest.json";
    private static final Json.Obj INCLUDED = Json.Obj.of("Included", Json.TRUE);

    private final Budget budget;
    private final Optional<Resource> resource;
    private final String bucket;
    private final String prefix;
    private final boolean lines;
    private final boolean describes;
    private final boolean flattens;
    /// In the order of the items; none of a child that has no result, or not yet.
    private final List<@Nullable Json> results = new ArrayList<>();
    private long bytes;
    private final Map<File, StringBuilder> files = new EnumMap<>(File.class);

    private ResultWriting(Optional<State.ResultWriter> writer, Json place, Budget budget) {
        this.budget = budget;
        this.resource = writer.flatMap(State.ResultWriter::resource);
        this.bucket = text(place, "Bucket");
        this.prefix = text(place, "Prefix");
        Json.Obj config = writer.map(State.ResultWriter::config).orElse(Json.Obj.EMPTY);
        lines = text(config, "OutputType").equals("JSONL");
        // AWS: without a WriterConfig, files describe the executions, and a state's result has their outputs alone.
        describes = config.has("Transformation") ? text(config, "Transformation").equals("NONE") : exports();
        flattens = text(config, "Transformation").equals("FLATTEN");
    }

    /// The scope's input is the Map's effective input.
    static ResultWriting of(Optional<State.ResultWriter> writer, Scope scope, Budget budget) {
        return new ResultWriting(writer, writer.isPresent() ? writer.get().parameters().evaluate(scope) : Json.NULL, budget);
    }

    boolean exports() {
        return resource.isPresent();
    }

    /// A child starts: its result will stand here.
    void expect() {
        if (!exports()) results.add(null);
    }

    void add(int index, Trace child) {
        if (exports()) {
            child.output().ifPresentOrElse(output -> append(File.SUCCEEDED, describes ? description(child) : output),
                    () -> append(File.FAILED, description(child)));
        } else if (describes || child.output().isPresent()) {
            Json result = describes ? description(child) : child.output().orElseThrow();
            budget.write(result);
            bytes += result.bytes();
            // What is too large for a state is not kept any longer than it takes to know it.
            if (!isTooLarge()) results.set(index, result);
        }
    }

    /// An input that no child was started with.
    void addPending(Json input) {
        if (!exports()) return;
        append(File.PENDING, Json.Obj.builder().put("Input", input.toString()).put("InputDetails", INCLUDED).put("Status", "PENDING").build());
    }

    private void append(File file, Json result) {
        if (flattens && file == File.SUCCEEDED && result instanceof Json.Arr arr) {
            for (Json item : arr) write(file, item);
        } else {
            write(file, result);
        }
    }

    private void write(File file, Json value) {
        budget.write(value);
        StringBuilder text = files.computeIfAbsent(file, _ -> new StringBuilder(lines ? "" : "["));
        if (lines) text.append(value).append('\n');
        else text.append(text.length() == 1 ? "" : ",").append(value);
    }

    /// Is the state's result known to be more than a state may give?
    boolean isTooLarge() {
        return bytes > Semantics.MOST_BYTES;
    }

    /// The state's result.
    Json result() {
        List<Json> all = new ArrayList<>(results.size());
        for (Json result : results) {
            if (result instanceof Json.Arr arr && flattens) all.addAll(arr.items());
            else if (result != null) all.add(result);
        }
        if (!lines) return new Json.Arr(all);
        var text = new StringBuilder();
        for (Json line : all) text.append(line).append('\n');
        return Json.of(text.toString());
    }

    /// Writes the files and the manifest that lists them.
    ///
    /// @param service is asked to write an object
    Optional<Failure> export(String mapRunArn, BiFunction<Resource, Json, Reply> service) {
        var listed = Json.Obj.builder();
        for (File file : File.values()) {
            listed.put(file.name(), Json.Arr.EMPTY);
            if (!files.containsKey(file)) continue;
            String key = folder(mapRunArn) + file + "_0.json";
            String text = lines ? files.get(file).toString() : files.get(file) + "]";
            listed.put(file.name(), Json.array(Json.Obj.of("Key", Json.of(key), "Size", Json.of(text.getBytes(StandardCharsets.UTF_8).length))));
            Optional<Failure> failure = put(key, text, service);
            if (failure.isPresent()) return failure;
        }
        Json.Obj manifest = Json.Obj.builder().put("DestinationBucket", bucket).put("MapRunArn", mapRunArn).put("ResultFiles", listed.build()).build();
        return put(folder(mapRunArn) + MANIFEST, manifest.toString(), service);
    }

    private Optional<Failure> put(String key, String body, BiFunction<Resource, Json, Reply> service) {
        Json.Obj request = Json.Obj.builder().put("Bucket", bucket).put("Key", key).put("Body", body).build();
        return service.apply(resource.orElseThrow(), request) instanceof Reply.After(_, Failure failure, _)
                ? Optional.of(new Failure(ErrorName.RESULT_WRITER_FAILED, failure.cause())) : Optional.empty();
    }

    private String folder(String mapRunArn) {
        return (prefix.isEmpty() ? "" : prefix + "/") + mapRunArn.substring(mapRunArn.lastIndexOf(':') + 1) + "/";
    }

    /// The state's result where the results lie in files: where the manifest lies.
    Json place(String mapRunArn) {
        return Json.Obj.of("MapRunArn", Json.of(mapRunArn), "ResultWriterDetails",
                Json.Obj.of("Bucket", Json.of(bucket), "Key", Json.of(folder(mapRunArn) + MANIFEST)));
    }

    private static String text(Json json, String member) {
        return json instanceof Json.Obj obj && obj.get(member) instanceof Json.Str(var text) ? text : "";
    }

    /// All about a child execution, as AWS lays it out.
    private static Json.Obj description(Trace child) {
        StartExecution start = child.start();
        var json = Json.Obj.builder();
        if (child.outcome().orElseThrow() instanceof Failure failure) {
            if (!failure.cause().isEmpty()) json.put("Cause", failure.cause());
            if (!failure.error().isEmpty()) json.put("Error", failure.told());
        }
        json.put("ExecutionArn", start.executionArn()).put("Input", start.input().toString()).put("InputDetails", INCLUDED).put("Name", start.name());
        if (child.outcome().orElseThrow() instanceof Success(var output)) {
            json.put("Output", output.toString()).put("OutputDetails", INCLUDED).put("RedriveCount", 0).put("RedriveStatus", "NOT_REDRIVABLE")
                    .put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        } else {
            json.put("RedriveCount", 0).put("RedriveStatus", "REDRIVABLE_BY_MAP_RUN");
        }
        return json.put("StartDate", ContextObject.text(start.at())).put("StateMachineArn", start.machineArn()).put("Status", child.status().name())
                .put("StopDate", ContextObject.text(child.end())).build();
    }
}
