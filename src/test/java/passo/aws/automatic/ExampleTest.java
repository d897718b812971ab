package passo.aws.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.model.ServiceModels;
import passo.json.Json;
import passo.json.JsonText;

class ExampleTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00.250Z");

    @Test void anExampleIsOfTheShapeThatAwsAnswersWith() {
        assertThat(SdkCatalogue.services().values()).allSatisfy(service -> assertThat(service.actions()).allSatisfy(action -> {
            var resource = sdk(service.name(), action);
            assertThat(ServiceModels.violation(resource, example(resource, "{}"), true)).as(service.name() + ":" + action).isEmpty();
        }));
    }

    @Test void anExampleTellsWhatTheAnswerIsAbout() {
        assertThat(example(sdk("sfn", "startExecution"), "{}").toString()).isEqualTo(
                "{\"ExecutionArn\":\"arn:aws:states:us-east-1:111122223333:execution/example-1\",\"StartDate\":\"2026-01-01T12:00:00Z\"}");
        assertThat(example(sdk("glue", "getCrawler"), "{\"Name\": \"books\"}").toString()).isEqualTo("""
                {"Crawler":{"Name":"books","DatabaseName":"DatabaseName-1","State":"READY","CrawlElapsedTime":1,\
                "CreationTime":"2026-01-01T12:00:00Z","Version":1}}""");
    }

    @Test void anExampleAsksForNoOtherPage() {
        assertThat(example(sdk("ec2", "describeInstances"), "{}").names()).containsExactly("Reservations");
    }

    private static Json.Obj example(Resource.Service resource, String request) {
        return (Json.Obj) Example.of(resource, (Json.Obj) JsonText.parse(request), new Need(new Need.Room()), NOON);
    }

    private static Resource.Service sdk(String service, String action) {
        return new Resource.Service("arn:aws:states:::aws-sdk:" + service + ":" + action, true, service, action, Resource.Pattern.REQUEST_RESPONSE);
    }
}
