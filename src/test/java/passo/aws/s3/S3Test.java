package passo.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.aws.Trial;
import passo.aws.service.Change;
import passo.json.Json;
import passo.json.Pointer;

class S3Test {

    static final String SDK = "arn:aws:states:::aws-sdk:s3:";
    static final String WORLD = "{s3: {docs: {a.txt: {body: 'text data'}, b.txt: {body: b}, other/c.txt: {body: c}}, empty: {}}}";

    @Test void anObjectIsReadWithItsHeaders() {
        assertThat(Trial.call(SDK + "getObject", "{Bucket: docs, Key: a.txt}", WORLD).output()).isEqualTo(Trial.json("""
                {AcceptRanges: bytes, ContentLength: 9, ContentType: binary/octet-stream, ETag: '"332eec544317a6d340b8e77da7fe54ad"',
                 LastModified: '2026-01-01T00:00:00Z', Metadata: {}, ServerSideEncryption: AES256, Body: 'text data'}"""));
    }

    @Test void whatIsMissingIsNamed() {
        var key = Trial.call(SDK + "getObject", "{Bucket: docs, Key: z}", WORLD).failure();
        var bucket = Trial.call(SDK + "listObjectsV2", "{Bucket: dcos}", WORLD).failure();

        assertThat(key.error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(key.cause()).matches("The specified key does not exist\\. \\(Service: S3, Status Code: 404, Request ID: \\S+, "
                + "Extended Request ID: \\S+\\) \\(SDK Attempt Count: 1\\)");
        assertThat(bucket.error()).isEqualTo("S3.NoSuchBucketException");
    }

    @Test void aDeniedObjectCannotBeRead() {
        var failure = Trial.call(SDK + "getObject", "{Bucket: docs, Key: secret}", "{s3: {docs: {secret: {body: s, deny: true}}}}")
                .failure();

        assertThat(failure.error()).isEqualTo("S3.S3Exception");
        assertThat(failure.cause()).startsWith("Access Denied (Service: S3, Status Code: 403, ");
    }

    @Test void whatIsWrittenIsJsonText() {
        var trial = Trial.call(SDK + "putObject", "{Bucket: empty, Key: k, Body: {Dict: Value}}", WORLD);

        assertThat(trial.output()).isEqualTo(Trial.json("""
                {ChecksumCRC32: 'hnEfWw==', ChecksumType: FULL_OBJECT, ETag: '"49e31cee5aec8faf3345893addb14346"', ServerSideEncryption: AES256}"""));
        assertThat(Pointer.parse("/s3/empty/k/body").orElseThrow().find(trial.cloud().world())).contains(Json.of("{\"Dict\":\"Value\"}"));
        assertThat(trial.cloud().changes()).extracting(Change::kind, Change::resource)
                .containsExactly(tuple("s3:putObject", "empty"));
    }

    @Test void keysAreListedInOrderAndInPages() {
        var page = (Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: docs, MaxKeys: 2}", WORLD).output();
        var rest = (Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: docs, ContinuationToken: %s}".formatted(page.get("NextContinuationToken")), WORLD).output();
        var old = (Json.Obj) Trial.call(SDK + "listObjects", "{Bucket: docs, Marker: a.txt, MaxKeys: 1, Delimiter: /}", WORLD).output();
        var folder = (Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: docs, Prefix: other/}", WORLD).output();

        assertThat(keys(page)).isEqualTo("[\"a.txt\", \"b.txt\"]");
        assertThat(keys(rest)).isEqualTo("[\"other/c.txt\"]");
        assertThat(keys(old)).isEqualTo("[\"b.txt\"]");
        assertThat(old.get("NextMarker")).isEqualTo(Json.of("b.txt"));
        assertThat(keys(folder)).isEqualTo("[\"other/c.txt\"]");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            Delimiter: /                                            | top     | a/, b/
            Delimiter: /, Prefix: a/                                | a/1, a/2 | a/x/
            Delimiter: /, Prefix: a/x                               |         | a/x/
            Delimiter: /, MaxKeys: 2                                |         | a/, b/
            Delimiter: /, StartAfter: a/                            | top     | b/
            Prefix: b, StartAfter: a/9                              | b/1     |
            Delimiter: '1'                                          | a/2, top | a/1, a/x/1, b/1
            """)
    void keysWithADelimiterAreShownAsFolders(String members, String keys, String folders) {
        var listing = (Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: tree, %s}".formatted(members),
                "{s3: {tree: {a/1: {body: x}, a/2: {body: x}, a/x/1: {body: x}, b/1: {body: x}, top: {body: x}}}}").output();

        assertThat(texts(listing, "Contents", "Key")).isEqualTo(keys == null ? "" : keys);
        assertThat(texts(listing, "CommonPrefixes", "Prefix")).isEqualTo(folders == null ? "" : folders);
        assertThat(listing.get("KeyCount")).isEqualTo(Json.of((keys == null ? 0 : keys.split(",").length) + (folders == null ? 0 : folders.split(",").length)));
    }

    private static String texts(Json.Obj listing, String list, String member) {
        return listing.get(list) instanceof Json.Arr arr
                ? arr.items().stream().map(item -> ((Json.Str) ((Json.Obj) item).get(member)).value()).collect(Collectors.joining(", ")) : "";
    }

    @Test void aTokenOfNobodyIsRefused() {
        assertThat(Trial.call(SDK + "listObjectsV2", "{Bucket: docs, ContinuationToken: '???'}", WORLD).failure().cause())
                .startsWith("The continuation token provided is incorrect (Service: S3, Status Code: 400, ");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            bytes=0-3   | text      | bytes 0-3/9
            bytes=5-    | data      | bytes 5-8/9
            bytes=-4    | data      | bytes 5-8/9
            bytes=5-99  | data      | bytes 5-8/9
            """)
    void aPartOfAnObjectIsRead(String range, String body, String told) {
        var output = (Json.Obj) Trial.call(SDK + "getObject", "{Bucket: docs, Key: a.txt, Range: '%s'}".formatted(range), WORLD).output();

        assertThat(output.get("Body")).isEqualTo(Json.of(body));
        assertThat(output.get("ContentRange")).isEqualTo(Json.of(told));
        assertThat(output.get("ContentLength")).isEqualTo(Json.of(4));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            getObject    | Key: a.txt, Range: 'bytes=9-'                              | S3.S3Exception           | The requested range is not satisfiable (Service: S3, Status Code: 416,
            getObject    | Key: a.txt, IfMatch: '"other"'                             | S3.S3Exception           | At least one of the pre-conditions you specified did not hold (Service: S3, Status Code: 412,
            getObject    | Key: a.txt, IfNoneMatch: '"332eec544317a6d340b8e77da7fe54ad"' | S3.S3Exception        | Not Modified (Service: S3, Status Code: 304,
            getObject    | Key: a.txt, IfModifiedSince: '2026-01-01T00:00:00Z'        | S3.S3Exception           | Not Modified (Service: S3, Status Code: 304,
            getObject    | Key: a.txt, IfUnmodifiedSince: '2025-01-01T00:00:00Z'      | S3.S3Exception           | At least one of the pre-conditions you specified did not hold (Service: S3, Status Code: 412,
            getObject    | Key: a.txt, VersionId: abc                                 | S3.S3Exception           | The specified version does not exist. (Service: S3, Status Code: 404,
            headObject   | Key: z                                                     | S3.NoSuchKeyException    | null (Service: S3, Status Code: 404,
            putObject    | Key: a.txt, Body: x, IfNoneMatch: '*'                      | S3.S3Exception           | At least one of the pre-conditions you specified did not hold (Service: S3, Status Code: 412,
            putObject    | Key: a.txt, Body: x, IfMatch: abc                          | S3.S3Exception           | At least one of the pre-conditions you specified did not hold (Service: S3, Status Code: 412,
            putObject    | Key: z, Body: x, IfMatch: abc                              | S3.NoSuchKeyException    | The specified key does not exist. (Service: S3, Status Code: 404,
            copyObject   | Key: b, CopySource: docs/z                                 | S3.NoSuchKeyException    | The specified key does not exist. (Service: S3, Status Code: 404,
            copyObject   | Key: a.txt, CopySource: docs/a.txt                         | S3.S3Exception           | This copy request is illegal because it is trying to copy an object to itself
            copyObject   | Key: b, CopySource: docs/a.txt, CopySourceIfNoneMatch: '332eec544317a6d340b8e77da7fe54ad' | S3.S3Exception | At least one of the pre-conditions
            deleteBucket | ''                                                         | S3.S3Exception           | The bucket you tried to delete is not empty (Service: S3, Status Code: 409,
            """)
    void whatCannotBeDoneIsToldAsS3TellsIt(String action, String members, String error, String cause) {
        var failure = Trial.call(SDK + action, "{Bucket: docs%s}".formatted(members.isEmpty() ? "" : ", " + members), WORLD).failure();

        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.cause()).startsWith(cause);
    }

    @Test void conditionsThatHoldChangeNothing() {
        assertThat(Trial.call(SDK + "getObject", "{Bucket: docs, Key: a.txt, IfMatch: '332eec544317a6d340b8e77da7fe54ad', IfUnmodifiedSince: '2025-01-01T00:00:00Z'}", WORLD).output()
                .toString()).contains("text data");
        assertThat(Trial.call(SDK + "putObject", "{Bucket: docs, Key: fresh, IfNoneMatch: '*', Body: x}", WORLD).output().toString()).contains("ETag");
    }

    @Test void anObjectKeepsWhatIsSaidOfIt() {
        String world = "{s3: {docs: {a: {body: x, contentType: text/csv, metadata: {by: me}, tags: {kind: draft}}}}}";
        var copied = Trial.call(SDK + "copyObject", "{Bucket: docs, Key: b, CopySource: docs/a}", world);
        var replaced = Trial.call(SDK + "copyObject", """
                {Bucket: docs, Key: a, CopySource: /docs/a, MetadataDirective: REPLACE, Metadata: {by: you}, ContentType: text/plain, TaggingDirective: REPLACE, Tagging: 'kind=final&x=%41'}""", world);

        assertThat(Pointer.parse("/s3/docs/b").orElseThrow().find(copied.cloud().world()))
                .contains(Trial.json("{body: x, metadata: {by: me}, tags: {kind: draft}, contentType: text/csv}"));
        assertThat(Pointer.parse("/s3/docs/a").orElseThrow().find(replaced.cloud().world()))
                .contains(Trial.json("{body: x, metadata: {by: you}, tags: {kind: final, x: A}, contentType: text/plain}"));
        assertThat(Trial.call(SDK + "headObject", "{Bucket: docs, Key: a}", world).output()).isEqualTo(Trial.json("""
                {AcceptRanges: bytes, ContentType: text/csv, ETag: '"9dd4e461268c8034f5c8564e155c67a6"', LastModified: '2026-01-01T00:00:00Z', Metadata: {by: me},
                 ServerSideEncryption: AES256, TagCount: 1, ContentLength: 1}"""));
        assertThat(Trial.call(SDK + "getObjectAttributes", "{Bucket: docs, Key: a, ObjectAttributes: [ETag, ObjectSize]}", world).output())
                .isEqualTo(Trial.json("{LastModified: '2026-01-01T00:00:00Z', ETag: 9dd4e461268c8034f5c8564e155c67a6, ObjectSize: 1}"));
        assertThat(Trial.call(SDK + "getObjectTagging", "{Bucket: docs, Key: a}", world).output()).isEqualTo(Trial.json("{TagSet: [{Key: kind, Value: draft}]}"));
        assertThat(Pointer.parse("/s3/docs/a/tags").orElseThrow().find(Trial.call(SDK + "putObjectTagging",
                "{Bucket: docs, Key: a, Tagging: {TagSet: [{Key: n, Value: '1'}]}}", world).cloud().world())).contains(Trial.json("{n: '1'}"));
    }

    static final String VERSIONED = "{buckets: {docs: {versioning: true}}, s3: {docs: {a: {body: new, versionId: v2, versions: [{body: old, versionId: v1}]}, b: {deleted: true, versionId: v4, versions: [{body: x, versionId: v3}]}}}}";

    @Test void anOlderVersionIsReadByItsId() {
        assertThat(Pointer.parse("/Body").orElseThrow().find(Trial.call(SDK + "getObject", "{Bucket: docs, Key: a, VersionId: v1}", VERSIONED).output())).contains(Json.of("old"));
        assertThat(Pointer.parse("/VersionId").orElseThrow().find(Trial.call(SDK + "getObject", "{Bucket: docs, Key: a}", VERSIONED).output())).contains(Json.of("v2"));
        assertThat(Trial.call(SDK + "getObject", "{Bucket: docs, Key: b}", VERSIONED).failure().error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(Trial.call(SDK + "getObject", "{Bucket: docs, Key: b, VersionId: v4}", VERSIONED).failure().cause()).contains("Status Code: 405");
        assertThat(Trial.call(SDK + "copyObject", "{Bucket: docs, Key: c, CopySource: 'docs/a?versionId=v1'}", VERSIONED).output().toString())
                .contains("\"CopySourceVersionId\":\"v1\"");
    }

    @Test void aWriteAddsAVersionAndADeletionAMarker() {
        var written = Trial.call(SDK + "putObject", "{Bucket: docs, Key: a, Body: 3}", VERSIONED);
        var deleted = Trial.call(SDK + "deleteObject", "{Bucket: docs, Key: a}", VERSIONED);

        assertThat(Pointer.parse("/s3/docs/a/versions").orElseThrow().find(written.cloud().world()))
                .contains(Trial.json("[{body: new, versionId: v2}, {body: old, versionId: v1}]"));
        assertThat(((Json.Obj) deleted.output()).get("DeleteMarker")).isEqualTo(Json.TRUE);
        assertThat(Pointer.parse("/s3/docs/a/deleted").orElseThrow().find(deleted.cloud().world())).contains(Json.TRUE);
    }

    @Test void aVersionThatIsNamedIsGoneForGood() {
        var trial = Trial.call(SDK + "deleteObjects", "{Bucket: docs, Delete: {Objects: [{Key: a, VersionId: v2}, {Key: b, VersionId: v4}, {Key: none}]}}", VERSIONED);

        assertThat(trial.output().toString()).startsWith("{\"Deleted\":[{\"Key\":\"a\",\"VersionId\":\"v2\"},"
                + "{\"Key\":\"b\",\"VersionId\":\"v4\",\"DeleteMarker\":true,\"DeleteMarkerVersionId\":\"v4\"},{\"Key\":\"none\",\"DeleteMarker\":true,");
        assertThat(Pointer.parse("/s3/docs/a").orElseThrow().find(trial.cloud().world())).contains(Trial.json("{body: old, versionId: v1}"));
        assertThat(Pointer.parse("/s3/docs/b").orElseThrow().find(trial.cloud().world())).contains(Trial.json("{body: x, versionId: v3}"));
    }

    @Test void versionsAreListedWithTheirMarkers() {
        var output = (Json.Obj) Trial.call(SDK + "listObjectVersions", "{Bucket: docs}", VERSIONED).output();

        assertThat(texts(output, "Versions", "VersionId")).isEqualTo("v2, v1, v3");
        assertThat(output.get("DeleteMarkers")).isEqualTo(Trial.json("[{IsLatest: true, Key: b, LastModified: '2026-01-01T00:00:00Z', VersionId: v4}]"));
        assertThat(keys((Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: docs}", VERSIONED).output())).isEqualTo("[\"a\"]");
    }

    @Test void aBucketIsMadeAndTakenAway() {
        assertThat(Trial.call(SDK + "createBucket", "{Bucket: fresh}", WORLD).cloud().world().get("s3").toString()).contains("\"fresh\":{}");
        assertThat(Trial.call(SDK + "createBucket", "{Bucket: docs}", WORLD).output()).isEqualTo(Trial.json("{Location: /docs}"));
        assertThat(Trial.call(SDK + "createBucket", "{Bucket: No_Name}", WORLD).failure().cause()).startsWith("The specified bucket is not valid. (Service: S3, Status Code: 400, ");
        assertThat(Trial.call(SDK + "deleteBucket", "{Bucket: empty}", WORLD).cloud().world().get("s3").toString()).doesNotContain("empty");
        assertThat(Trial.call(SDK + "headBucket", "{Bucket: none}", WORLD).failure().error()).isEqualTo("S3.NoSuchBucketException");
    }

    @Test void codeIsToldByNameThatAnObjectIsMissing() {
        var trial = Trial.call("arn:aws:lambda:us-east-1:111122223333:function:Work", "{}", "{lambda: {Work: {code: %s}}, s3: {docs: {}}}".formatted(Json.of("""
                import { S3 } from '@aws-sdk/client-s3';
                const s3 = new S3();
                export const handler = async () => [
                  await s3.headObject({ Bucket: 'docs', Key: 'a' }).catch(error => [error.name, error.$metadata.httpStatusCode]),
                  (await s3.putObject({ Bucket: 'docs', Key: 'a', Body: 'x', IfNoneMatch: '*' })).ETag,
                  await s3.putObject({ Bucket: 'docs', Key: 'a', Body: 'x', IfNoneMatch: '*' }).catch(error => error.name)];
                """)));

        assertThat(trial.output()).isEqualTo(Trial.json("[[NotFound, 404], '\"9dd4e461268c8034f5c8564e155c67a6\"', PreconditionFailed]"));
    }

    @Test void aCopyIsAnObjectOfItsOwnAndADeletedOneIsGone() {
        var copied = Trial.call(SDK + "copyObject", "{Bucket: empty, Key: k, CopySource: docs/a.txt}", WORLD);
        var deleted = Trial.call(SDK + "deleteObject", "{Bucket: docs, Key: a.txt}", WORLD);

        assertThat(Pointer.parse("/s3/empty/k/body").orElseThrow().find(copied.cloud().world())).contains(Json.of("text data"));
        assertThat(Pointer.parse("/s3/docs/a.txt").orElseThrow().find(deleted.cloud().world())).isEmpty();
    }

    @Test void aDistributedMapReadsTheFile() {
        var trial = Trial.run("""
                {StartAt: M, States: {M: {Type: Map, End: true,
                 ItemReader: {Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: {InputType: CSV, CSVHeaderLocation: FIRST_ROW},
                  Parameters: {Bucket: in, Key: rows.csv}},
                 ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: STANDARD}, StartAt: P, States: {P: {Type: Pass, End: true}}}}}}""",
                "{}", "{s3: {in: {rows.csv: {body: \"id,name\\n1,a\\n2,b\\n\"}}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("[{id: '1', name: a}, {id: '2', name: b}]"));
    }

    private static String keys(Json.Obj listing) {
        return ((Json.Arr) listing.get("Contents")).items().stream().map(item -> ((Json.Obj) item).get("Key")).toList().toString();
    }
}
