package passo.aws.messaging;

import java.util.Set;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What is said to a request, or to one entry of a batch.
sealed interface Answer {

    /// The errors that the API of SQS names; the rest the SDKs call after the service. That of SNS names all of its own.
    Set<String> NAMED = Set.of("InvalidMessageContents", "ReceiptHandleIsInvalid", "MessageNotInflight", "EmptyBatchRequest",
            "TooManyEntriesInBatchRequest", "BatchEntryIdsNotDistinct", "InvalidBatchEntryId", "BatchRequestTooLong", "PurgeQueueInProgress",
            "QueueNameExists", "InvalidAttributeName", "InvalidAttributeValue");

    record Done(Json.Obj json) implements Answer {}

    /// @param code on the wire
    record Fault(String code, String message) implements Answer {}

    /// As the caller gets it.
    default Outcome outcome(Request request, Api api, Ledger ledger) {
        return switch (this) {
            case Done(var json) -> new Outcome.Success(json);
            case Fault(var code, var message) when api == Api.SNS || NAMED.contains(code) -> api.failure(request, ledger, code.equals("NotFound") ? 404 : 400, code, message);
            case Fault(var code, var message) -> api.unnamed(request, ledger, 400, code, message);
        };
    }
}
