package passo.web.executions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import passo.store.Machine;
import passo.store.Machines;
import passo.store.Revision;
import passo.web.RunningServer;

/// Somebody with machines of their own, for tests.
///
/// @param cookie that says who it is
public record Owner(RunningServer server, String learner, String cookie) {

    /// Asks a person who owes 100 or more; refuses who owes nothing; else calls a function that is limited at first.
    public static final String APPROVAL = """
            {"StartAt": "Check", "States": {
              "Check": {"Type": "Choice", "Choices": [
                {"Variable": "$.total", "NumericGreaterThanEquals": 100, "Next": "Ask"},
                {"Variable": "$.total", "NumericLessThanEquals": 0, "Next": "Refuse"}], "Default": "Charge"},
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 3600,
                "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/asks", "MessageBody": {"total.$": "$.total", "token.$": "$$.Task.Token"}},
                "Next": "Charge"},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Charge"},
                "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 2}], "End": true},
              "Refuse": {"Type": "Fail", "Error": "NothingToPay", "Cause": "The total is 0"}}}""";
    public static final String WORLD = """
            {"clock": "2026-03-02T09:00:00Z", "sqs": {"asks": {}},
             "lambda": {"Charge": {"replies": [{"throw": {"error": "Lambda.TooManyRequestsException"}, "times": 1}, {"return": {"paid": true}}]}}}""";
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    public static Owner on(RunningServer server) {
        String cookie = server.postForm("/drafts/new", "definition=&input=&world=").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Owner(server, cookie.substring(cookie.indexOf('=') + 1, cookie.lastIndexOf('.')), cookie);
    }

    /// A machine with one revision.
    public String machine(String name, String type, String definition, String world) {
        String id = UUID.randomUUID().toString();
        var machine = new Machine(id, learner, name, type, 0, NOON, NOON);
        new Machines(server.database()).create(machine, List.of(new Revision(1, definition, "{\"total\": 17}", world, "OFF", false, "made", NOON)));
        return id;
    }

    public String approval() {
        return machine("payments", "STANDARD", APPROVAL, WORLD);
    }
}
