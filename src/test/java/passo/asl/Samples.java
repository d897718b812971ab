package passo.asl;

/// Good definitions that between them use every kind of state and nearly every field.
final class Samples {

    static final String JSON_PATH = """
            {
              "Comment": "orders",
              "StartAt": "Read",
              "TimeoutSeconds": 3600,
              "States": {
                "Read": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "read", "Payload.$": "$.order"},
                  "ResultSelector": {"order.$": "$.Payload"},
                  "ResultPath": "$.read",
                  "TimeoutSeconds": 30,
                  "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 5, "BackoffRate": 1.5, "JitterStrategy": "FULL"}],
                  "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Sorry", "ResultPath": "$.error"}],
                  "Assign": {"order.$": "$.Payload"},
                  "Next": "Which"
                },
                "Which": {
                  "Type": "Choice",
                  "Choices": [
                    {"And": [{"Variable": "$.n", "IsPresent": true}, {"Not": {"Variable": "$.n", "NumericLessThanPath": "$.limit"}}], "Next": "Each"},
                    {"Variable": "$.day", "TimestampGreaterThan": "2030-01-01T00:00:00Z", "Next": "Both"}
                  ],
                  "Default": "Sleep"
                },
                "Sleep": {"Type": "Wait", "SecondsPath": "$.pause", "Next": "Both"},
                "Both": {
                  "Type": "Parallel",
                  "Branches": [
                    {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "Result": {"side": 1}, "End": true}}},
                    {"StartAt": "Right", "States": {"Right": {"Type": "Succeed"}}}
                  ],
                  "End": true
                },
                "Each": {
                  "Type": "Map",
                  "ItemsPath": "$.items",
                  "ItemSelector": {"item.$": "$$.Map.Item.Value"},
                  "MaxConcurrency": 5,
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                    "StartAt": "One",
                    "States": {"One": {"Type": "Pass", "Parameters": {"id.$": "States.UUID()"}, "End": true}}
                  },
                  "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "MaxItems": 9},
                    "Parameters": {"Bucket": "b", "Key": "k"}},
                  "ItemBatcher": {"MaxItemsPerBatch": 3, "BatchInput": {"day": "today"}},
                  "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "p"}},
                  "Label": "each",
                  "ToleratedFailurePercentage": 10,
                  "End": true
                },
                "Sorry": {"Type": "Fail", "Error": "Sorry", "CausePath": "States.Format('{}', $.error.Cause)"}
              }
            }
            """;

    static final String JSONATA = """
            {
              "QueryLanguage": "JSONata",
              "StartAt": "Ask",
              "States": {
                "Ask": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Arguments": {"QueueUrl": "q", "MessageBody": "{% $states.context.Task.Token %}"},
                  "TimeoutSeconds": "{% $states.input.patience %}",
                  "HeartbeatSeconds": 5,
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Next": "Stop"}],
                  "Assign": {"answer": "{% $states.result.answer %}"},
                  "Output": "{% $states.result %}",
                  "Next": "Which"
                },
                "Which": {
                  "Type": "Choice",
                  "Choices": [{"Condition": "{% $answer = 'yes' %}", "Output": {"ok": true}, "Next": "Each"}, {"Condition": true, "Next": "Pause"}]
                },
                "Each": {
                  "Type": "Map",
                  "Items": [1, 2, "{% $states.input.n %}"],
                  "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "Output": {"n": "{% $states.input %}"}, "End": true}}},
                  "Next": "Pause"
                },
                "Pause": {"Type": "Wait", "Timestamp": "2030-01-01T00:00:00Z", "End": true},
                "Stop": {"Type": "Fail", "Error": "{% $states.input.Error %}"}
              }
            }
            """;

    static final String YAML = """
            # an order, in the other form
            StartAt: Order
            States:
              Order:
                Type: Task
                Resource: arn:aws:states:::lambda:invoke
                Parameters:
                  FunctionName: "order"   # in quotes
                  Payload.$: $.order
                Retry:
                  - ErrorEquals: [States.Timeout]
                    MaxAttempts: 5
                  - ErrorEquals:
                      - States.ALL
                Catch:
                  - ErrorEquals: [States.ALL]
                    Next: Sorry
                Next: Enough
              Enough:
                Type: Choice
                Choices:
                  - And:
                      - Variable: $.n
                        IsPresent: true
                      - {Variable: $.n, NumericLessThan: 3}
                    Next: Done 😀

                Default: Sorry
              Sorry:
                Type: Fail
                Comment: |
                  more than
                  # one line
              Done 😀: {Type: Pass, Result: {ok: true}, End: true}
            """;

    private Samples() {}
}
