package passo.aws.s3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.ObjectEvent;
import passo.aws.service.ObjectListener;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.semantics.Outcome;
import passo.expression.Digest;
import passo.json.Json;

/// Buckets and their objects. Keys are listed in their order as text.
public final class S3 implements Service {

    /// @param body the text; an object that a world describes by its size alone has none
    /// @param denied may nobody read it?
    private record Stored(String body, long size, String contentType, Json.Obj metadata, Instant modified, boolean denied) {
        String etag() {
            return '"' + Digest.hex(body, "MD5") + '"';
        }
    }

    private final NavigableMap<String, NavigableMap<String, Stored>> buckets = new TreeMap<>();
    private final ObjectListener listener;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the buckets, as a world describes them
    /// @param start when the objects were written
    public S3(Json.Obj described, ObjectListener listener, Ledger ledger, Instant start) {
        this.listener = listener;
        this.ledger = ledger;
        actions = new Actions(Api.S3, ledger)
                .reads("getObject", request -> get(request, true), "NoSuchBucket", "NoSuchKey", "AccessDenied")
                .reads("headObject", request -> get(request, false), "NoSuchBucket", "NoSuchKey", "AccessDenied")
                .noticed("putObject", Actions.Effect.WRITES, this::put, "NoSuchBucket")
                .noticed("copyObject", Actions.Effect.WRITES, this::copy, "NoSuchBucket", "NoSuchKey")
                .noticed("deleteObject", Actions.Effect.DELETES, this::delete, "NoSuchBucket")
                .reads("listObjectsV2", this::list, "NoSuchBucket")
                .reads("listObjects", this::list, "NoSuchBucket")
                .reads("listBuckets", _ -> listBuckets());
        described.forEach((bucket, objects) -> {
            var stored = new TreeMap<String, Stored>();
            ((Json.Obj) objects).forEach((key, object) -> stored.put(key, described((Json.Obj) object, start)));
            buckets.put(bucket, stored);
        });
    }

    private static Stored described(Json.Obj object, Instant start) {
        String body = switch (object.get("body")) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
        long size = object.get("size") instanceof Json.Num(var number) ? number.longValue() : bytes(body);
        Json.Obj metadata = object.get("metadata") instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        return new Stored(body, size, "binary/octet-stream", metadata, start, Json.TRUE.equals(object.get("deny")));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome get(Request request, boolean withBody) {
        NavigableMap<String, Stored> bucket = buckets.get(request.text("Bucket"));
        if (bucket == null) return noSuchBucket(request);
        Stored object = bucket.get(request.text("Key"));
        if (object == null) return noSuchKey(request);
        if (object.denied) return Api.S3.unnamed(request, ledger, 403, "AccessDenied", "Access Denied");
        ledger.changed(request, request.text("Bucket"), Json.Obj.of("Key", Json.of(request.text("Key"))));
        var answer = Json.Obj.builder()
                .put("AcceptRanges", "bytes").put("ContentLength", object.size).put("ContentType", object.contentType)
                .put("ETag", object.etag())
                .put("LastModified", object.modified.toString()).put("Metadata", object.metadata).put("ServerSideEncryption", "AES256");
        return new Outcome.Success(withBody ? answer.put("Body", object.body).build() : answer.build());
    }

    private Outcome put(Request request, Agenda agenda) {
        NavigableMap<String, Stored> bucket = buckets.get(request.text("Bucket"));
        if (bucket == null) return noSuchBucket(request);
        Json body = request.body().get("Body");
        // AWS: whatever stands in a task's Body, even a string, is written as JSON text; a distributed Map writes its files as they are.
        String text = body == null ? "" : request.sdk() && !request.fromCode() ? body.toString() : request.content("Body").orElse("");
        String type = request.content("ContentType").orElse("text/plain; charset=UTF-8");
        var object = new Stored(text, bytes(text), type, request.object("Metadata"), request.at(), false);
        bucket.put(request.text("Key"), object);
        ledger.changed(request, request.text("Bucket"), Json.Obj.of("Key", Json.of(request.text("Key")), "Body", Json.of(object.body)));
        created(request, "PutObject", object, agenda);
        return new Outcome.Success(Json.Obj.builder()
                .put("ChecksumCRC32", crc32(object.body)).put("ChecksumType", "FULL_OBJECT").put("ETag", object.etag())
                .put("ServerSideEncryption", "AES256").build());
    }

    private Outcome copy(Request request, Agenda agenda) {
        String source = request.text("CopySource").replaceFirst("^/", "");
        int slash = source.indexOf('/');
        NavigableMap<String, Stored> from = buckets.get(slash < 0 ? source : source.substring(0, slash));
        NavigableMap<String, Stored> to = buckets.get(request.text("Bucket"));
        if (from == null || to == null) return noSuchBucket(request);
        Stored object = from.get(source.substring(slash + 1));
        if (object == null) return noSuchKey(request);
        Stored copy = new Stored(object.body, object.size, object.contentType, object.metadata, request.at(), false);
        to.put(request.text("Key"), copy);
        ledger.changed(request, request.text("Bucket"), Json.Obj.of("Key", Json.of(request.text("Key")), "CopySource", Json.of(source)));
        created(request, "CopyObject", copy, agenda);
        Json.Obj result = Json.Obj.of("ETag", Json.of(copy.etag()), "LastModified", Json.of(copy.modified.toString()));
        return new Outcome.Success(Json.Obj.of("CopyObjectResult", result, "ServerSideEncryption", Json.of("AES256")));
    }

    private Outcome delete(Request request, Agenda agenda) {
        NavigableMap<String, Stored> bucket = buckets.get(request.text("Bucket"));
        if (bucket == null) return noSuchBucket(request);
        // AWS: deleting what is not there succeeds.
        if (bucket.remove(request.text("Key")) != null) {
            ledger.changed(request, request.text("Bucket"), Json.Obj.of("Key", Json.of(request.text("Key"))));
            listener.happened(new ObjectEvent("Object Deleted", request.text("Bucket"), request.text("Key"), 0, "", "", "DeleteObject",
                    "Permanently Deleted"), request, agenda);
        }
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    private void created(Request request, String reason, Stored object, Agenda agenda) {
        String etag = object.etag().replace("\"", "");
        listener.happened(new ObjectEvent("Object Created", request.text("Bucket"), request.text("Key"), object.size, etag, "", reason, ""),
                request, agenda);
    }

    private Outcome list(Request request) {
        NavigableMap<String, Stored> bucket = buckets.get(request.text("Bucket"));
        if (bucket == null) return noSuchBucket(request);
        int most = request.body().get("MaxKeys") instanceof Json.Num(var keys) ? Math.clamp(keys.longValue(), 0, 1000) : 1000;
        String after = request.content("ContinuationToken").or(() -> request.content("StartAfter")).orElse("");
        List<Json> contents = new ArrayList<>();
        String last = "";
        boolean truncated = false;
        for (Map.Entry<String, Stored> entry : bucket.tailMap(after, false).entrySet()) {
            if (!entry.getKey().startsWith(request.text("Prefix"))) continue;
            truncated = contents.size() == most && request.sdk();
            if (truncated) break;
            last = entry.getKey();
            contents.add(listed(last, entry.getValue(), request.sdk()));
        }
        var answer = Json.Obj.builder().put("Contents", new Json.Arr(contents)).put("IsTruncated", truncated)
                .put("KeyCount", contents.size()).put("MaxKeys", most).put("Name", request.text("Bucket"))
                .put("Prefix", request.text("Prefix"));
        return new Outcome.Success(truncated ? answer.put("NextContinuationToken", last).build() : answer.build());
    }

    /// AWS: a distributed Map's reader spells `Etag` and counts the seconds; it also reads to the end by itself.
    private static Json.Obj listed(String key, Stored object, boolean sdk) {
        return Json.Obj.builder().put(sdk ? "ETag" : "Etag", object.etag()).put("Key", key)
                .put("LastModified", sdk ? Json.of(object.modified.toString()) : Json.of(object.modified.getEpochSecond()))
                .put("Size", object.size).put("StorageClass", "STANDARD").build();
    }

    private Outcome listBuckets() {
        List<Json> names = buckets.keySet().stream().<Json>map(name -> Json.Obj.of("Name", Json.of(name))).toList();
        return new Outcome.Success(Json.Obj.of("Buckets", new Json.Arr(names)));
    }

    private Outcome noSuchBucket(Request request) {
        return Api.S3.failure(request, ledger, 404, "NoSuchBucket", "The specified bucket does not exist");
    }

    private Outcome noSuchKey(Request request) {
        return Api.S3.failure(request, ledger, 404, "NoSuchKey", "The specified key does not exist.");
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        buckets.forEach((bucket, objects) -> {
            var described = Json.Obj.builder();
            objects.forEach((key, object) -> described.put(key, describe(object)));
            world.put(bucket, described.build());
        });
        return world.build();
    }

    private static Json describe(Stored object) {
        Json.Obj described = object.body.isEmpty() && object.size > 0 ? Json.Obj.of("size", Json.of(object.size))
                : Json.Obj.of("body", Json.of(object.body));
        if (object.denied) described = described.with("deny", Json.TRUE);
        return object.metadata.isEmpty() ? described : described.with("metadata", object.metadata);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String crc32(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
