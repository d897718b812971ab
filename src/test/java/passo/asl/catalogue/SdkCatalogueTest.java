package passo.asl.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SdkCatalogueTest {

    @Test void aServiceIsCalledAsItsPackageInTheSdk() {
        assertThat(SdkCatalogue.services()).containsKeys("sfn", "s3", "dynamodb", "eventbridge", "cloudwatchlogs", "applicationautoscaling",
                "directory", "config", "elasticloadbalancingv2", "serverlessapplicationrepository", "iot1clickprojects", "bedrockruntime");
        assertThat(SdkCatalogue.find("sfn").orElseThrow().actions()).contains("startSyncExecution", "describeMapRun");
        assertThat(SdkCatalogue.find("rds").orElseThrow().actions()).contains("startDBCluster");
    }

    @Test void whatAnswersInAStreamOfEventsIsNoAction() {
        assertThat(SdkCatalogue.find("kinesis").orElseThrow().actions()).contains("putRecord").doesNotContain("subscribeToShard");
    }

    @Test void errorsBeginAsTheSdkWritesTheService() {
        assertThat(List.of("dynamodb", "sfn", "sesv2", "wafv2", "acmpca", "fsx", "iot", "iotanalytics", "xray", "sagemakera2iruntime", "cloudhsmv2"))
                .extracting(name -> SdkCatalogue.find(name).orElseThrow().exceptions())
                .containsExactly("DynamoDb", "Sfn", "SesV2", "Wafv2", "AcmPca", "FSx", "Iot", "IoTAnalytics", "XRay", "SageMakerA2IRuntime", "CloudHsmV2");
    }

    @Test void aPolicyAllowsAnActionByItsOwnName() {
        assertThat(permission("sfn", "startExecution")).isEqualTo("states:StartExecution");
        assertThat(permission("cloudwatchlogs", "putLogEvents")).isEqualTo("logs:PutLogEvents");
        assertThat(permission("cloudwatch", "putMetricData")).isEqualTo("cloudwatch:PutMetricData");
        assertThat(permission("lambda", "invoke")).isEqualTo("lambda:InvokeFunction");
        assertThat(permission("s3", "listObjectsV2")).isEqualTo("s3:ListBucket");
    }

    private static String permission(String service, String action) {
        return SdkCatalogue.find(service).orElseThrow().permission(action);
    }
}
