package passo.asl.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.json.JsonText;

class ServiceModelsTest {

    @Test void everyServiceCanBeReadInBothDialects() {
        assertThat(SdkCatalogue.services().values()).hasSizeGreaterThan(380).allSatisfy(service -> {
            assertThat(ModelText.read(SdkCatalogue.model(service), Dialect.SDK).shapes()).isNotNull();
            assertThat(ModelText.read(SdkCatalogue.model(service), Dialect.OPTIMIZED).shapes()).isNotNull();
        });
    }

    @Test void anSdkIntegrationAnswersInPascalCaseWithOneCapitalAnAbbreviation() {
        assertThat(violation("aws-sdk:rds:createDBInstance", "{\"DbInstance\": 1}")).isEqualTo("Field 'DbInstance' must be an object");
        assertThat(violation("aws-sdk:sqs:sendMessage", "{\"Md5OfMessageBody\": 1}")).isEqualTo("Field 'Md5OfMessageBody' must be a string");
        assertThat(violation("aws-sdk:s3:getObject", "{\"ETag\": 1}")).isEqualTo("Field 'ETag' must be a string");
        assertThat(violation("aws-sdk:sfn:startExecution", "{\"StartDate\": \"2026-01-01T00:00:00Z\"}"))
                .isEqualTo("Required field 'ExecutionArn' is missing");
    }

    @Test void anOptimizedIntegrationKeepsAbbreviations() {
        assertThat(violation("sqs:sendMessage", "{\"MD5OfMessageBody\": 1}")).isEqualTo("Field 'MD5OfMessageBody' must be a string");
        assertThat(violation("events:putEvents", "{\"Entries\": {}}")).isEqualTo("Field 'Entries' must be an array");
    }

    @Test void anOptimizedIntegrationReadsJsonWhereTheServiceGivesBytes() {
        assertThat(violation("lambda:invoke", "{\"Payload\": {\"any\": [1]}, \"StatusCode\": 200}")).isEmpty();
        assertThat(violation("bedrock:invokeModel", "{\"Body\": {\"any\": [1]}, \"ContentType\": \"application/json\"}")).isEmpty();
        assertThat(violation("aws-sdk:lambda:invoke", "{\"Payload\": {\"any\": [1]}}")).isEqualTo("Field 'Payload' must be a string");
    }

    @Test void aJobIsAnsweredByWhatTellsHowItStands() {
        assertThat(violation("glue:startJobRun.sync", "{\"JobRun\": {\"JobRunState\": \"DONE\"}}")).isEqualTo("Field 'JobRunState' is not an expected value");
        assertThat(violation("states:startExecution.sync", EXECUTION.formatted("{}"))).isEqualTo("Field 'Output' must be a string");
        assertThat(violation("states:startExecution.sync", EXECUTION.formatted("\"{}\""))).isEmpty();
        assertThat(violation("states:startExecution.sync:2", EXECUTION.formatted("{}"))).isEmpty();
    }

    @Test void whatAwsAddedSinceIsKnownWhereItIsOftenMocked() {
        assertThat(violation("aws-sdk:lambda:getFunction", "{\"Configuration\": {\"Runtime\": \"nodejs22.x\"}}")).isEmpty();
        assertThat(violation("aws-sdk:s3:getObject", "{\"StorageClass\": \"EXPRESS_ONEZONE\"}")).isEmpty();
    }

    @Test void whoeverSendsATokenBackSaysWhatTheAnswerIs() {
        assertThat(violation("lambda:invoke.waitForTaskToken", "{\"StatusCode\": \"fine\"}")).isEmpty();
    }

    @Test void nothingIsSaidOfWhatNoModelDescribes() {
        assertThat(violation("http:invoke", "[]")).isEmpty();
        assertThat(violation("aws-sdk:tomorrow:getService", "[]")).isEmpty();
    }

    static final String EXECUTION = """
            {"ExecutionArn": "arn", "StateMachineArn": "arn", "StartDate": "2026-01-01T00:00:00Z", "Status": "SUCCEEDED", "Output": %s}""";

    private static String violation(String resource, String answer) {
        boolean sdk = resource.startsWith("aws-sdk:");
        String[] parts = resource.replace("aws-sdk:", "").split("[:.]", 3);
        var pattern = switch (parts.length < 3 ? "" : parts[2]) {
            case "sync" -> Resource.Pattern.SYNC;
            case "sync:2" -> Resource.Pattern.SYNC_2;
            case "waitForTaskToken" -> Resource.Pattern.WAIT_FOR_TASK_TOKEN;
            case String _ -> Resource.Pattern.REQUEST_RESPONSE;
        };
        return ServiceModels.violation(new Resource.Service("arn:aws:states:::" + resource, sdk, parts[0], parts[1], pattern), JsonText.parse(answer), true)
                .orElse("");
    }
}
