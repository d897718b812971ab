package passo.aws.s3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import passo.expression.Digest;
import passo.json.Json;

/// One version of an object, or the marker that it was deleted.
///
/// @param body the text; an object that a world describes by its size alone has none
/// @param headers what is told with it, such as `ContentType`
/// @param tags values by name
/// @param versionId `null` of what was written where no versions are kept
/// @param denied may nobody read it?
/// @param marker is it a delete marker?
record Stored(String body, long size, Json.Obj headers, Json.Obj metadata, Json.Obj tags, Instant modified, String versionId, boolean denied,
        boolean marker) {

    static final String UNVERSIONED = "null";
    /// What S3 gives an object of which nobody says what it is.
    static final String UNKNOWN_TYPE = "binary/octet-stream";

    private static final List<String> TOLD = List.of("CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires",
            "StorageClass", "WebsiteRedirectLocation");

    static Stored marker(Instant at, String versionId) {
        return new Stored("", 0, Json.Obj.EMPTY, Json.Obj.EMPTY, Json.Obj.EMPTY, at, versionId, false, true);
    }

    /// Those of a request's members that are told with the object later.
    ///
    /// @param type where the request does not say one
    static Json.Obj headers(Json.Obj request, String type) {
        var headers = Json.Obj.builder().put("ContentType", type);
        TOLD.forEach(name -> {
            Json value = request.get(name);
            if (value != null) headers.put(name, value);
        });
        return headers.build();
    }

    /// This content under another version.
    Stored copied(Json.Obj otherHeaders, Json.Obj otherMetadata, Json.Obj otherTags, Instant at, String version) {
        return new Stored(body, size, otherHeaders, otherMetadata, otherTags, at, version, false, false);
    }

    Stored tagged(Json.Obj otherTags) {
        return new Stored(body, size, headers, metadata, otherTags, modified, versionId, denied, marker);
    }

    String etag() {
        return '"' + hash() + '"';
    }

    /// The ETag without its quotation marks.
    String hash() {
        return Digest.hex(body, "MD5");
    }

    String storageClass() {
        return headers.get("StorageClass") instanceof Json.Str(var name) ? name : "STANDARD";
    }

    String crc32() {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// Some bytes of the body; both ends are there.
    String part(long first, long last) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int begin = (int) Math.min(first, bytes.length);
        return new String(Arrays.copyOfRange(bytes, begin, (int) Math.min(last + 1, bytes.length)), StandardCharsets.UTF_8);
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
