package passo.aws.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.ObjectEvent;
import passo.aws.service.ObjectListener;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Buckets and their objects, whose bodies are text.
public final class S3 implements Service {

    /// What a state machine's objects are taken for, and what the SDKs' are.
    static final String TEXT = "text/plain; charset=UTF-8";
    static final String STREAM = "application/octet-stream";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final String NO_BUCKET = "NoSuchBucket";
    private static final String[] OF_OBJECT = {NO_BUCKET, "NoSuchKey", "NoSuchVersion", "AccessDenied", "MethodNotAllowed"};
    private static final String[] OF_READING = {NO_BUCKET, "NoSuchKey", "NoSuchVersion", "AccessDenied", "MethodNotAllowed", "PreconditionFailed",
            "NotModified", "InvalidRange"};

    private final NavigableMap<String, Bucket> buckets = new TreeMap<>();
    private final ObjectListener listener;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the objects by bucket and key, as a world describes them
    /// @param properties of the buckets, as a world describes them
    /// @param start when the objects were written
    public S3(Json.Obj described, Json.Obj properties, ObjectListener listener, Ledger ledger, Instant start) {
        this.listener = listener;
        this.ledger = ledger;
        described.forEach((name, objects) -> {
            boolean versioned = properties.get(name) instanceof Json.Obj bucket && Json.TRUE.equals(bucket.get("versioning"));
            buckets.put(name, Described.bucket(name, (Json.Obj) objects, versioned, start));
        });
        actions = new Actions(Api.S3, ledger).reads("listBuckets", _ -> listBuckets()).writes("createBucket", this::create, "InvalidBucketName");
        onObject(Actions.Effect.READS, "getObject", this::get, OF_READING);
        onObject(Actions.Effect.READS, "headObject", this::head, OF_READING);
        onObject(Actions.Effect.READS, "getObjectAttributes", S3::attributes, OF_OBJECT);
        onObject(Actions.Effect.READS, "getObjectTagging", S3::tags, OF_OBJECT);
        onObject(Actions.Effect.WRITES, "putObjectTagging", this::tag, OF_OBJECT);
        onObject(Actions.Effect.DELETES, "deleteObjectTagging", this::tag, OF_OBJECT);
        onBucket(Actions.Effect.WRITES, "putObject", this::put, NO_BUCKET, "NoSuchKey", "PreconditionFailed");
        onBucket(Actions.Effect.WRITES, "copyObject", this::copy, NO_BUCKET, "NoSuchKey", "NoSuchVersion", "AccessDenied", "PreconditionFailed",
                "InvalidRequest");
        onBucket(Actions.Effect.DELETES, "deleteObject", this::delete, NO_BUCKET);
        onBucket(Actions.Effect.DELETES, "deleteObjects", this::deleteAll, NO_BUCKET);
        onBucket(Actions.Effect.READS, "listObjectsV2", this::list, NO_BUCKET, "InvalidArgument");
        onBucket(Actions.Effect.READS, "listObjects", this::list, NO_BUCKET);
        onBucket(Actions.Effect.READS, "listObjectVersions", S3::listVersions, NO_BUCKET);
        onBucket(Actions.Effect.READS, "headBucket", (_, _, _) -> new Outcome.Success(Json.Obj.of("BucketRegion", Json.of("us-east-1"))), NO_BUCKET);
        onBucket(Actions.Effect.DELETES, "deleteBucket", this::remove, NO_BUCKET, "BucketNotEmpty");
    }

    private interface OnBucket {
        Outcome answer(Request request, Bucket bucket, Agenda agenda);
    }

    private interface OnObject {
        Outcome answer(Request request, Bucket bucket, Stored object);
    }

    private void onBucket(Actions.Effect effect, String action, OnBucket answer, String... errors) {
        actions.noticed(action, effect, (request, agenda) -> {
            Bucket bucket = buckets.get(request.text("Bucket"));
            return bucket == null ? fault(request, Fault.NO_BUCKET) : answer.answer(request, bucket, agenda);
        }, errors);
    }

    private void onObject(Actions.Effect effect, String action, OnObject answer, String... errors) {
        onBucket(effect, action, (request, bucket, _) -> {
            String key = request.text("Key");
            String versionId = request.text("VersionId");
            Optional<Fault> missing = missing(bucket, key, versionId);
            return missing.isPresent() ? fault(request, missing.get()) : answer.answer(request, bucket, found(bucket, key, versionId));
        }, errors);
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome fault(Request request, Fault fault) {
        // AWS: an answer to HEAD has no body, so its error has no text.
        boolean head = request.action().startsWith("head");
        if (head && request.fromCode() && fault.status() == 404) return Api.S3.unnamed(request, ledger, 404, "NotFound", "Not Found");
        String message = head ? "null" : fault.message();
        return fault.named() ? Api.S3.failure(request, ledger, fault.status(), fault.code(), message)
                : Api.S3.unnamed(request, ledger, fault.status(), fault.code(), message);
    }

    /// Why an object cannot be read.
    private static Optional<Fault> missing(Bucket bucket, String key, String versionId) {
        Optional<Stored> object = versionId.isEmpty() ? bucket.current(key) : bucket.version(key, versionId);
        if (object.isEmpty()) return Optional.of(versionId.isEmpty() ? Fault.NO_KEY : Fault.NO_VERSION);
        if (object.get().marker()) return Optional.of(Fault.MARKER);
        return object.get().denied() ? Optional.of(Fault.DENIED) : Optional.empty();
    }

    private static Stored found(Bucket bucket, String key, String versionId) {
        return (versionId.isEmpty() ? bucket.current(key) : bucket.version(key, versionId)).orElseThrow();
    }

    private Outcome get(Request request, Bucket bucket, Stored object) {
        Optional<Fault> changed = Preconditions.ofReading(request.body(), "", object, Fault.NOT_MODIFIED);
        if (changed.isPresent()) return fault(request, changed.get());
        Matcher range = RANGE.matcher(request.text("Range"));
        boolean part = range.matches() && !(range.group(1).isEmpty() && range.group(2).isEmpty());
        if (!part) return read(request, bucket, headers(bucket, object).put("ContentLength", object.size()).put("Body", object.body()).build());
        boolean suffix = range.group(1).isEmpty();
        long first = suffix ? Math.max(0, object.size() - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long last = suffix || range.group(2).isEmpty() ? object.size() - 1 : Math.min(Long.parseLong(range.group(2)), object.size() - 1);
        if (first > last) return fault(request, Fault.RANGE);
        return read(request, bucket, headers(bucket, object).put("ContentLength", last - first + 1)
                .put("ContentRange", "bytes " + first + "-" + last + "/" + object.size()).put("Body", object.part(first, last)).build());
    }

    private Outcome head(Request request, Bucket bucket, Stored object) {
        Optional<Fault> changed = Preconditions.ofReading(request.body(), "", object, Fault.NOT_MODIFIED);
        return changed.isPresent() ? fault(request, changed.get())
                : read(request, bucket, headers(bucket, object).put("ContentLength", object.size()).build());
    }

    private Outcome read(Request request, Bucket bucket, Json.Obj answer) {
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(request.text("Key"))));
        return new Outcome.Success(answer);
    }

    private static Json.Obj.Builder headers(Bucket bucket, Stored object) {
        var headers = Json.Obj.builder().put("AcceptRanges", "bytes").putAll(object.headers()).put("ETag", object.etag())
                .put("LastModified", object.modified().toString()).put("Metadata", object.metadata()).put("ServerSideEncryption", "AES256");
        if (bucket.isVersioned()) headers.put("VersionId", object.versionId());
        if (!object.tags().isEmpty()) headers.put("TagCount", object.tags().size());
        return headers;
    }

    private static Outcome versioned(Bucket bucket, Stored object, Json.Obj answer) {
        return new Outcome.Success(bucket.isVersioned() ? answer.with("VersionId", Json.of(object.versionId())) : answer);
    }

    private static Outcome attributes(Request request, Bucket bucket, Stored object) {
        var answer = Json.Obj.builder().put("LastModified", object.modified().toString());
        for (Json attribute : request.list("ObjectAttributes")) {
            switch (attribute instanceof Json.Str(var name) ? name : "") {
                case "ETag" -> answer.put("ETag", object.hash());
                case "ObjectSize" -> answer.put("ObjectSize", object.size());
                case "StorageClass" -> answer.put("StorageClass", object.storageClass());
                case "Checksum" -> answer.put("Checksum", Json.Obj.of("ChecksumCRC32", Json.of(object.crc32()), "ChecksumType", Json.of("FULL_OBJECT")));
                default -> {}
            }
        }
        return versioned(bucket, object, answer.build());
    }

    private Outcome put(Request request, Bucket bucket, Agenda agenda) {
        Optional<Fault> unmet = Preconditions.ofWriting(request.body(), bucket.current(request.text("Key")));
        if (unmet.isPresent()) return fault(request, unmet.get());
        Json body = request.body().get("Body");
        // AWS: whatever stands in a task's Body, even a string, is written as JSON text; a distributed Map writes its files as they are.
        String text = body == null ? "" : request.sdk() && !request.fromCode() ? body.toString() : request.content("Body").orElse("");
        Json.Obj headers = Stored.headers(request.body(), request.fromCode() ? STREAM : TEXT);
        var object = new Stored(text, Stored.bytes(text), headers, request.object("Metadata"), Tags.ofQuery(request.text("Tagging")), request.at(),
                version(bucket), false, false);
        bucket.put(request.text("Key"), object);
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(request.text("Key")), "Body", Json.of(text)));
        tell(request, "PutObject", bucket, object, agenda);
        return versioned(bucket, object, Json.Obj.builder().put("ChecksumCRC32", object.crc32()).put("ChecksumType", "FULL_OBJECT")
                .put("ETag", object.etag()).put("ServerSideEncryption", "AES256").build());
    }

    private String version(Bucket bucket) {
        return bucket.isVersioned() ? ledger.uuid().replace("-", "") : Stored.UNVERSIONED;
    }

    private Outcome copy(Request request, Bucket to, Agenda agenda) {
        String[] source = request.text("CopySource").replaceFirst("^/", "").split("\\?versionId=", 2);
        String[] place = Tags.decoded(source[0].replace("+", "%2B")).split("/", 2);
        String versionId = source.length > 1 ? source[1] : "";
        Bucket from = buckets.get(place[0]);
        String key = place.length > 1 ? place[1] : "";
        Optional<Fault> missing = from == null ? Optional.of(Fault.NO_BUCKET) : missing(from, key, versionId);
        if (missing.isPresent()) return fault(request, missing.get());
        Stored original = found(from, key, versionId);
        boolean replaces = request.text("MetadataDirective").equals("REPLACE");
        boolean same = from == to && key.equals(request.text("Key")) && versionId.isEmpty() && !replaces && !request.body().has("StorageClass");
        Optional<Fault> fault = same ? Optional.of(Fault.ONTO_ITSELF)
                : Preconditions.ofReading(request.body(), "CopySource", original, Fault.PRECONDITION);
        if (fault.isPresent()) return fault(request, fault.get());
        boolean retags = request.text("TaggingDirective").equals("REPLACE");
        Stored copy = original.copied(replaces ? Stored.headers(request.body(), Stored.UNKNOWN_TYPE) : original.headers(),
                replaces ? request.object("Metadata") : original.metadata(),
                retags ? Tags.ofQuery(request.text("Tagging")) : original.tags(), request.at(), version(to));
        to.put(request.text("Key"), copy);
        ledger.changed(request, to.name(), Json.Obj.of("Key", Json.of(request.text("Key")), "CopySource", Json.of(place[0] + "/" + key)));
        tell(request, "CopyObject", to, copy, agenda);
        Json.Obj result = Json.Obj.of("ETag", Json.of(copy.etag()), "LastModified", Json.of(copy.modified().toString()));
        Json.Obj answer = Json.Obj.of("CopyObjectResult", result, "ServerSideEncryption", Json.of("AES256"));
        return versioned(to, copy, from.isVersioned() ? answer.with("CopySourceVersionId", Json.of(original.versionId())) : answer);
    }

    private void tell(Request request, String reason, Bucket bucket, Stored object, Agenda agenda) {
        listener.happened(new ObjectEvent("Object Created", bucket.name(), request.text("Key"), object.size(), object.hash(),
                bucket.isVersioned() ? object.versionId() : "", reason, ""), request, agenda);
    }

    private Outcome delete(Request request, Bucket bucket, Agenda agenda) {
        return new Outcome.Success(delete(request, bucket, request.text("Key"), request.text("VersionId"), agenda));
    }

    /// AWS: deleting what is not there succeeds. Where versions are kept, an object gets a delete marker; a version that is named is
    /// gone.
    private Json.Obj delete(Request request, Bucket bucket, String key, String versionId, Agenda agenda) {
        boolean marks = bucket.isVersioned() && versionId.isEmpty();
        String meant = versionId.isEmpty() ? Stored.UNVERSIONED : versionId;
        Optional<Stored> old = bucket.version(key, meant);
        if (!marks && old.isEmpty()) return versionId.isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("VersionId", Json.of(versionId));
        Stored marker = Stored.marker(request.at(), marks ? version(bucket) : meant);
        if (marks) bucket.put(key, marker);
        else bucket.remove(key, meant);
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(key)));
        listener.happened(new ObjectEvent("Object Deleted", bucket.name(), key, 0, "", bucket.isVersioned() ? marker.versionId() : "",
                "DeleteObject", marks ? "Delete Marker Created" : "Permanently Deleted"), request, agenda);
        if (!bucket.isVersioned()) return Json.Obj.EMPTY;
        Json.Obj answer = Json.Obj.of("VersionId", Json.of(marker.versionId()));
        return marks || old.filter(Stored::marker).isPresent() ? answer.with("DeleteMarker", Json.TRUE) : answer;
    }

    private Outcome deleteAll(Request request, Bucket bucket, Agenda agenda) {
        List<Json> deleted = new ArrayList<>();
        boolean quiet = Json.TRUE.equals(request.object("Delete").get("Quiet"));
        if (request.object("Delete").get("Objects") instanceof Json.Arr objects) {
            for (Json named : objects) {
                if (!(named instanceof Json.Obj object && object.get("Key") instanceof Json.Str(var key))) continue;
                String versionId = object.get("VersionId") instanceof Json.Str(var id) ? id : "";
                Json.Obj done = delete(request, bucket, key, versionId, agenda);
                var told = Json.Obj.builder().put("Key", key);
                if (!versionId.isEmpty()) told.put("VersionId", versionId);
                if (done.has("DeleteMarker")) told.put("DeleteMarker", Json.TRUE).put("DeleteMarkerVersionId", done.get("VersionId"));
                deleted.add(told.build());
            }
        }
        return new Outcome.Success(quiet ? Json.Obj.EMPTY : Json.Obj.of("Deleted", new Json.Arr(deleted)));
    }

    private static Outcome tags(Request request, Bucket bucket, Stored object) {
        return versioned(bucket, object, Json.Obj.of("TagSet", Tags.set(object.tags())));
    }

    /// Puts other tags; none are sent to delete them.
    private Outcome tag(Request request, Bucket bucket, Stored object) {
        Json.Obj tags = Tags.of(request.object("Tagging").get("TagSet"));
        bucket.replace(request.text("Key"), object.tagged(tags));
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(request.text("Key")), "Tags", tags));
        return versioned(bucket, object, Json.Obj.EMPTY);
    }

    private Outcome list(Request request, Bucket bucket, Agenda agenda) {
        boolean second = request.action().equals("listObjectsV2");
        Optional<String> begin = !second ? Optional.of(request.text("Marker"))
                : request.content("ContinuationToken").map(Listing::key).orElseGet(() -> Optional.of(request.text("StartAfter")));
        if (begin.isEmpty()) return fault(request, Fault.TOKEN);
        // AWS: a distributed Map's reader reads to the end by itself.
        int most = request.sdk() ? Listing.most(request.body()) : Integer.MAX_VALUE;
        var page = new Listing(bucket.objects(), request.text("Prefix"), request.text("Delimiter"), begin.get(), most,
                (key, versions) -> versions.getFirst().marker() ? List.of() : List.of(listed(key, versions.getFirst(), request.sdk())));
        var answer = Json.Obj.builder().put("Contents", new Json.Arr(page.entries())).put("IsTruncated", page.isTruncated())
                .put("MaxKeys", Listing.most(request.body())).put("Name", bucket.name()).put("Prefix", request.text("Prefix"));
        answer.putAll(shared(request, page, second ? List.of("ContinuationToken", "StartAfter") : List.of("Marker")));
        if (second) answer.put("KeyCount", page.count());
        if (page.isTruncated() && second) answer.put("NextContinuationToken", page.token());
        if (page.isTruncated() && !second && request.body().has("Delimiter")) answer.put("NextMarker", page.last());
        return new Outcome.Success(answer.build());
    }

    /// The common prefixes, and what of the request an answer repeats.
    private static Json.Obj shared(Request request, Listing page, List<String> repeated) {
        var shared = Json.Obj.builder();
        if (!page.prefixes().isEmpty()) shared.put("CommonPrefixes", new Json.Arr(page.prefixes()));
        request.content("Delimiter").ifPresent(delimiter -> shared.put("Delimiter", delimiter));
        repeated.forEach(name -> request.content(name).ifPresent(value -> shared.put(name, value)));
        return shared.build();
    }

    /// AWS: a distributed Map's reader spells `Etag` and counts the seconds.
    private static Json.Obj listed(String key, Stored object, boolean sdk) {
        return Json.Obj.builder().put(sdk ? "ETag" : "Etag", object.etag()).put("Key", key)
                .put("LastModified", sdk ? Json.of(object.modified().toString()) : Json.of(object.modified().getEpochSecond()))
                .put("Size", object.size()).put("StorageClass", object.storageClass()).build();
    }

    private static Outcome listVersions(Request request, Bucket bucket, Agenda agenda) {
        var page = new Listing(bucket.objects(), request.text("Prefix"), request.text("Delimiter"), request.text("KeyMarker"),
                Listing.most(request.body()), S3::listedVersions);
        Map<Boolean, List<Json>> byMarker = new TreeMap<>(Map.of(true, new ArrayList<>(), false, new ArrayList<>()));
        page.entries().forEach(version -> byMarker.get(!((Json.Obj) version).has("Size")).add(version));
        var answer = Json.Obj.builder().put("Versions", new Json.Arr(byMarker.get(false))).put("IsTruncated", page.isTruncated())
                .put("MaxKeys", Listing.most(request.body())).put("Name", bucket.name()).put("Prefix", request.text("Prefix"));
        if (!byMarker.get(true).isEmpty()) answer.put("DeleteMarkers", new Json.Arr(byMarker.get(true)));
        if (page.isTruncated()) answer.put("NextKeyMarker", page.last());
        return new Outcome.Success(answer.putAll(shared(request, page, List.of("KeyMarker"))).build());
    }

    private static List<Json> listedVersions(String key, List<Stored> versions) {
        return versions.stream().<Json>map(version -> listedVersion(key, version, version.equals(versions.getFirst()))).toList();
    }

    private static Json.Obj listedVersion(String key, Stored version, boolean latest) {
        var listed = Json.Obj.builder().put("IsLatest", latest).put("Key", key).put("LastModified", version.modified().toString())
                .put("VersionId", version.versionId());
        return version.marker() ? listed.build()
                : listed.put("ETag", version.etag()).put("Size", version.size()).put("StorageClass", version.storageClass()).build();
    }

    private Outcome listBuckets() {
        List<Json> names = buckets.keySet().stream().<Json>map(name -> Json.Obj.of("Name", Json.of(name))).toList();
        return new Outcome.Success(Json.Obj.of("Buckets", new Json.Arr(names)));
    }

    /// AWS: in us-east-1, to make one's own bucket again does nothing.
    private Outcome create(Request request) {
        String name = request.text("Bucket");
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) return fault(request, Fault.BUCKET_NAME);
        if (buckets.putIfAbsent(name, new Bucket(name, false)) == null) ledger.changed(request, name, Json.Obj.EMPTY);
        return new Outcome.Success(Json.Obj.of("Location", Json.of("/" + name)));
    }

    private Outcome remove(Request request, Bucket bucket, Agenda agenda) {
        if (!bucket.objects().isEmpty()) return fault(request, Fault.NOT_EMPTY);
        buckets.remove(bucket.name());
        ledger.changed(request, bucket.name(), Json.Obj.EMPTY);
        return new Outcome.Success(Json.Obj.EMPTY);
    }

    @Override
    public Json.Obj world() {
        return Described.world(buckets);
    }
}
