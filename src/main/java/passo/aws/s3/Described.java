package passo.aws.s3;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import passo.json.Json;

/// Buckets as worlds describe them, in both directions.
final class Described {

    private static final Set<String> USUAL_TYPES = Set.of(Stored.UNKNOWN_TYPE, S3.TEXT, S3.STREAM);

    private Described() {}

    /// @param objects of one bucket, by key
    /// @param at when they were written
    static Bucket bucket(String name, Json.Obj objects, boolean versioned, Instant at) {
        var bucket = new Bucket(name, versioned);
        objects.forEach((key, described) -> {
            bucket.put(key, stored((Json.Obj) described, at));
            if (((Json.Obj) described).get("versions") instanceof Json.Arr versions) {
                versions.forEach(version -> bucket.putBehind(key, stored((Json.Obj) version, at)));
            }
        });
        return bucket;
    }

    private static Stored stored(Json.Obj object, Instant at) {
        String body = switch (object.get("body")) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
        long size = object.get("size") instanceof Json.Num(var number) ? number.longValue() : Stored.bytes(body);
        String type = object.get("contentType") instanceof Json.Str(var text) ? text : Stored.UNKNOWN_TYPE;
        String version = object.get("versionId") instanceof Json.Str(var id) ? id : Stored.UNVERSIONED;
        return new Stored(body, size, Json.Obj.of("ContentType", Json.of(type)), part(object, "metadata"), part(object, "tags"), at, version,
                Json.TRUE.equals(object.get("deny")), Json.TRUE.equals(object.get("deleted")));
    }

    private static Json.Obj part(Json.Obj object, String name) {
        return object.get(name) instanceof Json.Obj part ? part : Json.Obj.EMPTY;
    }

    static Json.Obj world(NavigableMap<String, Bucket> buckets) {
        var world = Json.Obj.builder();
        buckets.forEach((name, bucket) -> {
            var objects = Json.Obj.builder();
            bucket.objects().forEach((key, versions) -> objects.put(key, world(versions)));
            world.put(name, objects.build());
        });
        return world.build();
    }

    private static Json world(List<Stored> versions) {
        Json.Obj newest = world(versions.getFirst());
        List<Json.Obj> older = versions.stream().skip(1).map(Described::world).toList();
        return older.isEmpty() ? newest : newest.with("versions", new Json.Arr(older));
    }

    private static Json.Obj world(Stored object) {
        var described = Json.Obj.builder();
        if (object.marker()) described.put("deleted", Json.TRUE);
        else if (object.body().isEmpty() && object.size() > 0) described.put("size", object.size());
        else described.put("body", object.body());
        if (object.denied()) described.put("deny", Json.TRUE);
        if (!object.metadata().isEmpty()) described.put("metadata", object.metadata());
        if (!object.tags().isEmpty()) described.put("tags", object.tags());
        if (object.headers().get("ContentType") instanceof Json.Str(var type) && !USUAL_TYPES.contains(type)) described.put("contentType", type);
        if (!object.versionId().equals(Stored.UNVERSIONED)) described.put("versionId", object.versionId());
        return described.build();
    }
}
