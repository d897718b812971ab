package passo.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
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
        var rest = (Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: docs, ContinuationToken: b.txt}", WORLD).output();
        var folder = (Json.Obj) Trial.call(SDK + "listObjectsV2", "{Bucket: docs, Prefix: other/}", WORLD).output();

        assertThat(keys(page)).isEqualTo("[\"a.txt\", \"b.txt\"]");
        assertThat(page.get("NextContinuationToken")).isEqualTo(Json.of("b.txt"));
        assertThat(keys(rest)).isEqualTo("[\"other/c.txt\"]");
        assertThat(keys(folder)).isEqualTo("[\"other/c.txt\"]");
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
