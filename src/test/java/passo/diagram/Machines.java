package passo.diagram;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import passo.asl.Definition;
import passo.asl.StateMachine;

/// Machines and words for the tests of this package.
public final class Machines {

    static final Words ENGLISH = words("/messages_en.properties");

    /// A loop, a Choice, a Parallel with a Map inside, and caught errors: twelve states.
    static final StateMachine ORDER = machine("""
            {"StartAt": "Validate", "States": {
              "Validate": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:validate", "Next": "HasItems",
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Notify"}]},
              "HasItems": {"Type": "Choice", "Default": "WaitForItems",
                "Choices": [{"Variable": "$.items", "NumericGreaterThan": 0, "Next": "Fulfil"}]},
              "WaitForItems": {"Type": "Wait", "Seconds": 30, "Next": "Validate"},
              "Fulfil": {"Type": "Parallel", "Next": "Summarise", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Notify"}],
                "Branches": [
                  {"StartAt": "Charge", "States": {
                    "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Receipt",
                      "Parameters": {"FunctionName": "charge-card"},
                      "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 2}]},
                    "Receipt": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
                      "Parameters": {"TopicArn": "arn:aws:sns:us-east-1:111122223333:receipts", "Message": "paid"}}}},
                  {"StartAt": "PackAll", "States": {
                    "PackAll": {"Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 2, "End": true,
                      "ItemProcessor": {"StartAt": "Pick", "States": {
                        "Pick": {"Type": "Pass", "Next": "Pack"},
                        "Pack": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:pack", "End": true,
                          "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}]}}}}}}]},
              "Summarise": {"Type": "Pass", "Result": {"done": true}, "Next": "Done"},
              "Done": {"Type": "Succeed"},
              "Notify": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "OrderFailed",
                "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/failures", "MessageBody": "failed"}},
              "OrderFailed": {"Type": "Fail", "Error": "OrderNotFulfilled"}}}""");

    private Machines() {}

    static StateMachine machine(String text) {
        var definition = Definition.parse(text, Definition.Type.STANDARD);
        return definition.machine().orElseThrow(() -> new IllegalArgumentException(definition.diagnostics().toString()));
    }

    /// A chain of so many Pass states.
    static StateMachine chain(int states) {
        var text = new StringBuilder("{\"StartAt\": \"S1\", \"States\": {");
        for (int i = 1; i < states; i++) text.append("\"S%d\": {\"Type\": \"Pass\", \"Next\": \"S%d\"},".formatted(i, i + 1));
        return machine(text.append("\"S%d\": {\"Type\": \"Succeed\"}}}".formatted(states)).toString());
    }

    static Diagram diagram(StateMachine machine) {
        return Layout.of(machine, ENGLISH).orElseThrow();
    }

    private static Words words(String file) {
        var texts = new Properties();
        try (var reader = new InputStreamReader(Machines.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return (key, arguments) -> new MessageFormat(texts.getProperty(key).replace("'", "''"), Locale.ENGLISH).format(arguments);
    }
}
