package passo.asl.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceErrorsTest {

    @Test void theSameErrorBeginsOtherwiseInEachKindOfIntegration() {
        assertThat(errors("aws-sdk:dynamodb:putItem")).contains("DynamoDb.ConditionalCheckFailedException", "DynamoDb.DynamoDbException");
        assertThat(errors("dynamodb:putItem")).contains("DynamoDB.ConditionalCheckFailedException", "DynamoDB.AmazonDynamoDBException");
        assertThat(errors("aws-sdk:sfn:startExecution")).contains("Sfn.StateMachineDoesNotExistException");
        assertThat(errors("states:startExecution.sync:2")).contains("StepFunctions.StateMachineDoesNotExistException");
    }

    @Test void everyNameEndsWithException() {
        assertThat(errors("aws-sdk:s3:getObject")).containsExactly("S3.InvalidObjectStateException", "S3.NoSuchKeyException", "S3.S3Exception");
    }

    @Test void nothingIsKnownOfAnIntegrationWhoseErrorsNobodyHasSeen() {
        assertThat(errors("glue:startJobRun")).isEmpty();
        assertThat(errors("http:invoke")).isEmpty();
        assertThat(errors("aws-sdk:tomorrow:getService")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aws-sdk:dynamodb:putItem,DynamoDB.ConditionalCheckFailedException,DynamoDb.ConditionalCheckFailedException",
            "dynamodb:putItem,DynamoDb.ConditionalCheckFailedException,DynamoDB.ConditionalCheckFailedException",
            "aws-sdk:s3:getObject,S3.NoSuchKey,S3.NoSuchKeyException",
            "states:startExecution,Sfn.StateMachineDoesNotExist,StepFunctions.StateMachineDoesNotExistException",
            "aws-sdk:s3:getObject,S3.NoSuchKeyException,", "aws-sdk:s3:getObject,S3.SomethingNewException,", "lambda:invoke,S3.NoSuchKey,", "lambda:invoke,OrderNotFound,"})
    void findsTheNameThatWasMeant(String integration, String written, String meant) {
        assertThat(ServiceErrors.meant(resource(integration), written).orElse(null)).isEqualTo(meant);
    }

    private static List<String> errors(String integration) {
        return ServiceErrors.of(resource(integration));
    }

    private static Resource.Service resource(String integration) {
        return Arn.service("arn:aws:states:::" + integration).orElseThrow();
    }
}
