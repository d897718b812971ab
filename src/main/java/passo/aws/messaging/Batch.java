package passo.aws.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import passo.aws.messaging.Answer.Done;
import passo.aws.messaging.Answer.Fault;
import passo.aws.service.Request;
import passo.json.Json;

/// A request with several entries, of which each fares by itself. AWS, the `…Batch` actions of SQS and SNS.
///
/// @param member of the request that has the entries
/// @param most bytes of all messages together
record Batch(String member, long most) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final int MOST_ENTRIES = 10;

    /// @param size of an entry's message
    /// @param each answers one entry
    Answer answer(Request request, ToLongFunction<Request> size, Function<Request, Answer> each) {
        Optional<Fault> fault = fault(request, size);
        if (fault.isPresent()) return fault.get();
        List<Json> successful = new ArrayList<>();
        List<Json> failed = new ArrayList<>();
        for (Json entry : request.list(member)) {
            Json id = ((Json.Obj) entry).get("Id");
            switch (each.apply(request.with((Json.Obj) entry))) {
                case Done(var json) -> successful.add(Json.Obj.builder().put("Id", id).putAll(json).build());
                case Fault(var code, var message) -> failed.add(Json.Obj.builder().put("Code", code).put("Id", id).put("Message", message)
                        .put("SenderFault", true).build());
            }
        }
        return new Done(Json.Obj.of("Failed", new Json.Arr(failed), "Successful", new Json.Arr(successful)));
    }

    private Optional<Fault> fault(Request request, ToLongFunction<Request> size) {
        List<Json> entries = request.list(member);
        if (entries.isEmpty()) return fault("EmptyBatchRequest", "There should be at least one entry in the request.");
        if (entries.size() > MOST_ENTRIES) {
            return fault("TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (Json entry : entries) {
            if (!(entry instanceof Json.Obj obj && obj.get("Id") instanceof Json.Str(var id) && ID.matcher(id).matches())) {
                return fault("InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");
            }
            if (!ids.add(id)) return fault("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
        }
        long bytes = entries.stream().mapToLong(entry -> size.applyAsLong(request.with((Json.Obj) entry))).sum();
        return bytes <= most ? Optional.empty()
                : fault("BatchRequestTooLong", "Batch requests cannot be longer than " + most + " bytes. You have sent " + bytes + " bytes.");
    }

    private static Optional<Fault> fault(String code, String message) {
        return Optional.of(new Fault(code, message));
    }
}
