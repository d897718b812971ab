package passo.asl.advice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import passo.asl.advice.Value.How;
import passo.asl.advice.Value.Kind;
import passo.asl.advice.Value.Members;
import passo.asl.advice.Value.Origin;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.Resource.Pattern;

/// What services answer, as far as it is the same for everyone. AWS, "Integrating services" and the services' own references.
final class Results {

    private Results() {}

    /// What a task's result is before `ResultSelector`. A member that is not always there is listed with the others.
    static Value of(Resource resource, String state) {
        if (!(resource instanceof Resource.Service service) || service.pattern() == Pattern.WAIT_FOR_TASK_TOKEN) return Value.ANY;
        var result = new Origin(How.RESULT, state);
        return switch (service.resourceType() + ":" + service.resource()) {
            case "lambda:invoke" -> members(new Origin(How.ENVELOPE, state), "Payload ExecutedVersion/t StatusCode/n LogResult/t SdkHttpMetadata SdkResponseMetadata");
            case "aws-sdk:lambda:invoke" -> members(result, "Payload/t ExecutedVersion/t StatusCode/n LogResult/t FunctionError/t");
            case "dynamodb:getItem", "aws-sdk:dynamodb:getItem" -> withItem(result);
            case "dynamodb:putItem", "dynamodb:updateItem", "dynamodb:deleteItem" ->
                members(result, "Attributes ConsumedCapacity ItemCollectionMetrics SdkHttpMetadata SdkResponseMetadata");
            case "sqs:sendMessage" ->
                members(result, "MessageId/t MD5OfMessageBody/t MD5OfMessageAttributes/t MD5OfMessageSystemAttributes/t SequenceNumber/t SdkHttpMetadata SdkResponseMetadata");
            case "sns:publish" -> members(result, "MessageId/t SequenceNumber/t SdkHttpMetadata SdkResponseMetadata");
            case "events:putEvents" -> members(result, "Entries FailedEntryCount/n SdkHttpMetadata SdkResponseMetadata");
            case "states:startExecution" -> members(result, "ExecutionArn/t StartDate SdkHttpMetadata SdkResponseMetadata");
            case "states:startExecution.sync" -> members(result, "Output/t Input/t " + EXECUTION);
            case "states:startExecution.sync:2" -> members(result, "Output Input " + EXECUTION);
            case "http:invoke", "apigateway:invoke" -> members(result, "ResponseBody Headers StatusCode/n StatusText/t");
            default -> Value.ANY;
        };
    }

    private static final String EXECUTION = "ExecutionArn/t Name/t StateMachineArn/t StateMachineVersionArn/t StateMachineAliasArn/t Status/t StartDate StopDate"
            + " InputDetails OutputDetails MapRunArn/t TraceHeader/t RedriveCount/n RedriveDate RedriveStatus/t RedriveStatusReason/t SdkHttpMetadata"
            + " SdkResponseMetadata";

    /// The Error Output that a catcher is given.
    static Value error(String state) {
        return members(new Origin(How.ERROR, state), "Error/t Cause/t");
    }

    /// An item is there where one was found, with attributes of which each says its type.
    private static Value withItem(Origin origin) {
        var attribute = members(new Origin(How.ATTRIBUTE, origin.state()), "S/t N/t B/t BOOL NULL SS NS BS L M");
        var named = new LinkedHashMap<>(members(origin, "ConsumedCapacity SdkHttpMetadata SdkResponseMetadata").named());
        named.put("Item", new Members(new LinkedHashMap<>(), Optional.of(attribute), origin));
        return new Members(named, Optional.empty(), origin);
    }

    /// @param words names of members, `/t` behind those that are text and `/n` behind numbers
    private static Members members(Origin origin, String words) {
        var named = new LinkedHashMap<String, Value>();
        Arrays.stream(words.split(" ")).map(word -> List.of(word.split("/"))).forEach(parts -> named.put(parts.getFirst(),
                parts.size() == 1 ? Value.ANY : new Value.Leaf(parts.getLast().equals("t") ? Kind.TEXT : Kind.NUMBER, origin)));
        return new Members(named, Optional.empty(), origin);
    }
}
