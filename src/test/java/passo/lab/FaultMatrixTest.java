package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;

class FaultMatrixTest {

    static final String SHOP = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Charge", "TimeoutSeconds": 5, "ResultPath": null, "Next": "Way",
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}, {"ErrorEquals": ["Never.Heard"], "MaxAttempts": 0}],
                "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Late"}, {"ErrorEquals": ["Busy"], "Next": "Late"}]},
              "Way": {"Type": "Choice", "Choices": [{"Variable": "$.big", "IsPresent": true, "Next": "Ask"}], "Default": "Done"},
              "Ask": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Ask", "End": true},
              "Late": {"Type": "Pass", "End": true},
              "Done": {"Type": "Succeed"}}}""";

    static final String AFTERWARDS = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Charge", "Next": "Tell",
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]},
              "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Tell", "End": true}}}""";

    static FaultMatrix matrix(String definition) {
        return matrix(definition, World.AUTOMATIC);
    }

    static FaultMatrix matrix(String definition, World given) {
        var machine = Definition.parse(definition, Definition.Type.STANDARD).machine().orElseThrow();
        var start = new StartExecution(machine, Definition.Type.STANDARD, "shop", "run", "111122223333", Json.Obj.EMPTY, Instant.EPOCH, 1);
        return FaultMatrix.of(start, given, (execution, world) -> Execution.run(execution, new Cloud(world, List.of(), execution), Limits.NORMAL));
    }

    @Test void everyErrorOfEveryCallHasARunOfItsOwn() {
        assertThat(matrix(SHOP).rows()).extracting(row -> row.state() + " " + row.error() + ": " + row.retries() + " more, "
                        + row.next().map(next -> "caught, to " + next).orElse("not caught") + ", " + row.status())
                .containsExactly("Charge Busy: 2 more, caught, to Late, SUCCEEDED", "Charge Never.Heard: 0 more, not caught, FAILED",
                        "Charge States.Timeout: 0 more, caught, to Late, SUCCEEDED", "Charge AnyOtherError: 0 more, not caught, FAILED");
    }

    @Test void rulesThatNoErrorTakesAreTold() {
        assertThat(matrix(SHOP).routes()).extracting(route -> (route.catches() ? "Catch " : "Retry ") + route.number() + " " + route.takenOn().orElse("never"))
                .containsExactly("Retry 0 Charge: Busy", "Retry 1 never", "Catch 0 Charge: States.Timeout", "Catch 1 Charge: Busy");
    }

    @Test void whatTheInputDoesNotLeadToIsNamed() {
        assertThat(matrix(SHOP).unvisited()).containsExactly("Ask");
    }

    @Test void whatWasCaughtBeforeIsNotThisFault() {
        var declined = (Reading.Good<World>) World.parse(((JsonText.Reading.Value) JsonText.read("""
                {"lambda": {"Charge": {"replies": [{"throw": {"error": "Declined"}}]}, "Tell": {"replies": [{"return": 1}]}}}""")).json());

        assertThat(matrix(AFTERWARDS, declined.value()).rows()).filteredOn(row -> row.state().equals("Tell") && row.error().equals("AnyOtherError"))
                .extracting(row -> row.caughtBy() + " " + row.status()).containsExactly("Optional.empty FAILED");
    }
}
