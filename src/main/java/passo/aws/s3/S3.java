package passo.aws.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private static final String[] OF_BUCKET = {"NoSuchBucket"};
    private static final String[] OF_OBJECT = {"NoSuchBucket", "NoSuchKey", "NoSuchVersion", "AccessDenied", "MethodNotAllowed"};
    private static final String[] OF_READING = {"NoSuchBucket", "NoSuchKey", "NoSuchVersion", "AccessDenied", "MethodNotAllowed", "PreconditionFailed",
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
        actions = new Actions(Api.S3, ledger)
                .reads("getObject", request -> onObject(request, (bucket, object) -> get(request, bucket, object)), OF_READING)
                .reads("headObject", request -> onObject(request, (bucket, object) -> head(request, bucket, object)), OF_READING)
                .reads("getObjectAttributes", request -> onObject(request, (bucket, object) -> attributes(request, bucket, object)), OF_OBJECT)
                .noticed("putObject", Actions.Effect.WRITES, (request, agenda) -> onBucket(request, bucket -> put(request, bucket, agenda)), "NoSuchBucket",
                        "NoSuchKey", "PreconditionFailed")
                .noticed("copyObject", Actions.Effect.WRITES, (request, agenda) -> onBucket(request, bucket -> copy(request, bucket, agenda)), "NoSuchBucket",
                        "NoSuchKey", "NoSuchVersion", "AccessDenied", "PreconditionFailed", "InvalidRequest")
                .noticed("deleteObject", Actions.Effect.DELETES, (request, agenda) -> onBucket(request, bucket ->
                        new Outcome.Success(delete(request, bucket, request.text("Key"), request.text("VersionId"), agenda))), OF_BUCKET)
                .noticed("deleteObjects", Actions.Effect.DELETES, (request, agenda) -> onBucket(request, bucket -> deleteAll(request, bucket, agenda)), OF_BUCKET)
                .reads("getObjectTagging", request -> onObject(request, (bucket, object) -> versioned(bucket, object, Json.Obj.of("TagSet", Tags.set(object.tags())))),
                        OF_OBJECT)
                .writes("putObjectTagging", request -> onObject(request, (bucket, object) ->
                        tag(request, bucket, object, Tags.of(request.object("Tagging").get("TagSet")))), OF_OBJECT)
                .deletes("deleteObjectTagging", request -> onObject(request, (bucket, object) -> tag(request, bucket, object, Json.Obj.EMPTY)), OF_OBJECT)
                .reads("listObjectsV2", request -> onBucket(request, bucket -> list(request, bucket)), "NoSuchBucket", "InvalidArgument")
                .reads("listObjects", request -> onBucket(request, bucket -> list(request, bucket)), OF_BUCKET)
                .reads("listObjectVersions", request -> onBucket(request, bucket -> listVersions(request, bucket)), OF_BUCKET)
                .reads("listBuckets", _ -> listBuckets())
                .reads("headBucket", request -> onBucket(request, _ -> new Outcome.Success(Json.Obj.of("BucketRegion", Json.of("us-east-1")))), OF_BUCKET)
                .writes("createBucket", this::create, "InvalidBucketName")
                .deletes("deleteBucket", request -> onBucket(request, bucket -> remove(request, bucket)), "NoSuchBucket", "BucketNotEmpty");
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome fault(Request request, Fault fault) {
        // AWS: an answer to HEAD has no body, so its error has no text.
        boolean head = request.action().startsWith("head");
        if (head && request.fromCode()) return Api.S3.unnamed(request, ledger, fault.status(), fault.status() == 404 ? "NotFound" : fault.code(), "Not Found");
        String message = head ? "null" : fault.message();
        return fault.named() ? Api.S3.failure(request, ledger, fault.status(), fault.code(), message)
                : Api.S3.unnamed(request, ledger, fault.status(), fault.code(), message);
    }

    private Outcome onBucket(Request request, Function<Bucket, Outcome> action) {
        Bucket bucket = buckets.get(request.text("Bucket"));
        return bucket == null ? fault(request, Fault.NO_BUCKET) : action.apply(bucket);
    }

    private Outcome onObject(Request request, BiFunction<Bucket, Stored, Outcome> action) {
        return onBucket(request, bucket -> {
            Optional<Fault> fault = missing(bucket, request.text("Key"), request.text("VersionId"));
            return fault.isPresent() ? fault(request, fault.get()) : action.apply(bucket, found(bucket, request.text("Key"), request.text("VersionId")));
        });
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

    private Outcome attributes(Request request, Bucket bucket, Stored object) {
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
        var object = new Stored(text, Stored.bytes(text), Stored.headers(request.body(), request.fromCode() ? STREAM : TEXT), request.object("Metadata"),
                Tags.ofQuery(request.text("Tagging")), request.at(), version(bucket), false, false);
        bucket.put(request.text("Key"), object);
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(request.text("Key")), "Body", Json.of(text)));
        tell(request, "PutObject", bucket, object, agenda);
        return versioned(bucket, object, Json.Obj.builder().put("ChecksumCRC32", object.crc32()).put("ChecksumType", "FULL_OBJECT").put("ETag", object.etag())
                .put("ServerSideEncryption", "AES256").build());
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
        Stored copy = original.copied(replaces ? Stored.headers(request.body(), Stored.UNKNOWN_TYPE) : original.headers(),
                replaces ? request.object("Metadata") : original.metadata(),
                request.text("TaggingDirective").equals("REPLACE") ? Tags.ofQuery(request.text("Tagging")) : original.tags(), request.at(), version(to));
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

    /// AWS: deleting what is not there succeeds. Where versions are kept, an object gets a delete marker; a version that is named is gone.
    private Json.Obj delete(Request request, Bucket bucket, String key, String versionId, Agenda agenda) {
        boolean marks = bucket.isVersioned() && versionId.isEmpty();
        String meant = versionId.isEmpty() ? Stored.UNVERSIONED : versionId;
        Optional<Stored> old = bucket.version(key, meant);
        if (!marks && old.isEmpty()) return versionId.isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("VersionId", Json.of(versionId));
        Stored marker = Stored.marker(request.at(), marks ? version(bucket) : meant);
        if (marks) bucket.put(key, marker);
        else bucket.remove(key, meant);
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(key)));
        listener.happened(new ObjectEvent("Object Deleted", bucket.name(), key, 0, "", bucket.isVersioned() ? marker.versionId() : "", "DeleteObject",
                marks ? "Delete Marker Created" : "Permanently Deleted"), request, agenda);
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

    private Outcome tag(Request request, Bucket bucket, Stored object, Json.Obj tags) {
        bucket.replace(request.text("Key"), object.tagged(tags));
        ledger.changed(request, bucket.name(), Json.Obj.of("Key", Json.of(request.text("Key")), "Tags", tags));
        return versioned(bucket, object, Json.Obj.EMPTY);
    }

    private Outcome list(Request request, Bucket bucket) {
        boolean second = request.action().equals("listObjectsV2");
        Optional<String> begin = second ? request.content("ContinuationToken").map(Listing::key).orElseGet(() -> Optional.of(request.text("StartAfter")))
                : Optional.of(request.text("Marker"));
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

    private Outcome listVersions(Request request, Bucket bucket) {
        var page = new Listing(bucket.objects(), request.text("Prefix"), request.text("Delimiter"), request.text("KeyMarker"), Listing.most(request.body()),
                (key, versions) -> versions.stream().<Json>map(version -> listedVersion(key, version, version.equals(versions.getFirst()))).toList());
        Map<Boolean, List<Json>> byMarker = new TreeMap<>(Map.of(true, new ArrayList<>(), false, new ArrayList<>()));
        page.entries().forEach(version -> byMarker.get(!((Json.Obj) version).has("Size")).add(version));
        var answer = Json.Obj.builder().put("Versions", new Json.Arr(byMarker.get(false))).put("IsTruncated", page.isTruncated())
                .put("MaxKeys", Listing.most(request.body())).put("Name", bucket.name()).put("Prefix", request.text("Prefix"));
        if (!byMarker.get(true).isEmpty()) answer.put("DeleteMarkers", new Json.Arr(byMarker.get(true)));
        if (page.isTruncated()) answer.put("NextKeyMarker", page.last());
        return new Outcome.Success(answer.putAll(shared(request, page, List.of("KeyMarker"))).build());
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

    private Outcome remove(Request request, Bucket bucket) {
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
