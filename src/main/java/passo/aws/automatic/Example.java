package passo.aws.automatic;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.model.ApiShape;
import passo.asl.model.ServiceModel;
import passo.asl.model.ServiceModels;
import passo.json.Json;

/// An answer of the shape that a service's model gives it: with the members that are always there, those that tell what it is, and
/// those that the machine reads. It takes from the request what is called the same.
///
/// @param service as an ARN names it
/// @param dates the instant that a member of this name tells, where it has come
record Example(ServiceModel model, String service, Json.Obj request, Function<String, Optional<Json>> dates) {

    /// Where a required member leads back to itself, an answer ends.
    private static final int DEEPEST = 8;

    /// With these words ends what is worth seeing of anything. A page's token is not: it would ask for another page.
    private static final Set<String> TELLING = Set.of("Arn", "Id", "Name", "Status", "State", "Body", "Type", "Version", "Date", "Time", "On",
            "At", "Tag", "Count", "Size");
    /// What an answer that went well does not have.
    private static final Pattern ADVERSE = Pattern.compile("Error|Fail|Unprocessed|Reject|Reason|Exception|Delet|Marker|Token");
    private static final Set<String> WELL = Set.of("SUCCEEDED", "SUCCESS", "SUCCESSFUL", "COMPLETED", "COMPLETE", "FINISHED", "ACTIVE", "AVAILABLE",
            "READY", "ENABLED", "INSERVICE", "RUNNING");

    /// An empty object where no model describes the answer.
    ///
    /// @param at when it is asked
    static Json of(Resource.Service resource, Json.Obj request, Need need, Instant at) {
        Optional<ServiceModel> model = ServiceModels.of(resource);
        Function<String, Optional<Json>> asked = _ -> Optional.of(Json.of(at.truncatedTo(ChronoUnit.SECONDS).toString()));
        return model.flatMap(found -> found.result(resource.action())
                .map(shape -> new Example(found, SdkCatalogue.called(resource).orElseThrow().iam(), request, asked).value(shape, need, "", 0)))
                .orElse(Json.Obj.EMPTY);
    }

    /// What an answer says of one thing as far as it can be known: what the request said of it, when it was what, and what is always told.
    ///
    /// @param member of the answer that says it, or lists such; empty for the whole answer
    static Json description(Resource.Service resource, String member, Json.Obj request, Function<String, Optional<Json>> dates) {
        Optional<ServiceModel> found = ServiceModels.of(resource);
        if (found.isEmpty() || !(found.get().result(resource.action()).orElse(null) instanceof ApiShape.Structure whole)) return Json.Obj.EMPTY;
        ServiceModel model = found.get();
        ApiShape part = model.plain(member.isEmpty() ? whole : whole.members().getOrDefault(member, new ApiShape.Document()));
        if (part instanceof ApiShape.ListOf(var item)) part = model.plain(item);
        var example = new Example(model, SdkCatalogue.called(resource).orElseThrow().iam(), request, dates);
        return part instanceof ApiShape.Structure structure ? example.known(structure, 0) : Json.Obj.EMPTY;
    }

    private Json.Obj known(ApiShape.Structure structure, int depth) {
        var known = Json.Obj.builder();
        structure.members().forEach((name, shape) -> {
            if (depth == 0 && request.has(name)) known.put(name, request.get(name));
            else if (model.plain(shape) instanceof ApiShape.Timestamp) dates.apply(name).ifPresent(date -> known.put(name, date));
            else if (structure.required().contains(name) && depth == 0) known.put(name, value(shape, new Need(new Need.Room()), name, depth + 1));
            else if (model.plain(shape) instanceof ApiShape.Structure inner && depth < 2 && !ADVERSE.matcher(name).find()) {
                Json.Obj part = known(inner, depth + 1);
                if (!part.isEmpty()) known.put(name, part);
            }
        });
        return known.build();
    }

    private Json value(ApiShape shape, Need need, String name, int depth) {
        return switch (shape) {
            case ApiShape.Reference(var other) -> value(model.shapes().get(other), need, name, depth);
            case ApiShape.Structure structure -> members(structure, need, depth);
            // Nobody said that there is anything: a list holds something only where the machine goes on to read it.
            case ApiShape.ListOf(var item) when need.isRead() && depth < DEEPEST -> Json.array(value(item, need.each(), name.replaceFirst("s$", ""), depth + 1));
            case ApiShape.ListOf _ -> Json.array();
            case ApiShape.MapOf _, ApiShape.Document _ -> Json.Obj.EMPTY;
            case ApiShape.Text text -> text(text, name);
            case ApiShape.Blob(var min, var max) -> Json.of(fitting("example", min, max));
            case ApiShape.Timestamp() -> dates.apply(name).orElse(Json.NULL);
            case ApiShape.Number(var min, var max) -> request.get(name) instanceof Json.Num sent ? sent : new Json.Num(min.max(max.min(BigDecimal.ONE)));
            case ApiShape.Flag() -> Json.FALSE;
        };
    }

    private Json members(ApiShape.Structure structure, Need need, int depth) {
        var made = Json.Obj.builder();
        structure.members().forEach((name, shape) -> {
            Need inner = need.members().get(name);
            boolean read = inner != null && inner.isRead();
            boolean shown = structure.required().contains(name) && depth < DEEPEST || inner == null && isTelling(name, shape, depth);
            boolean toCome = model.plain(shape) instanceof ApiShape.Timestamp && dates.apply(name).isEmpty();
            if ((read || shown) && !toCome) made.put(name, value(shape, read ? inner : new Need(new Need.Room()), name, depth + 1));
        });
        return made.build();
    }

    /// Of what is nested, only what the answer is about.
    private boolean isTelling(String name, ApiShape shape, int depth) {
        ApiShape plain = model.plain(shape);
        boolean tells = switch (plain) {
            case ApiShape.Structure _ -> depth == 0;
            case ApiShape.ListOf(var item) -> depth == 0 && model.plain(item) instanceof ApiShape.Structure;
            case ApiShape.Text _, ApiShape.Timestamp _, ApiShape.Number _, ApiShape.Blob _ -> depth <= 2 && TELLING.contains(lastWord(name));
            case ApiShape.MapOf _, ApiShape.Flag _, ApiShape.Document _, ApiShape.Reference _ -> false;
        };
        return tells && !ADVERSE.matcher(name).find();
    }

    private static String lastWord(String name) {
        int start = name.length() - 1;
        while (start > 0 && !Character.isUpperCase(name.charAt(start))) start--;
        return name.substring(start);
    }

    private Json text(ApiShape.Text text, String name) {
        if (!text.allowed().isEmpty()) {
            return Json.of(text.allowed().stream().filter(value -> WELL.contains(value.toUpperCase(Locale.ROOT))).findFirst()
                    .orElse(text.allowed().getFirst()));
        }
        if (request.get(name) instanceof Json.Str sent) return sent;
        if (name.endsWith("Arn")) return Json.of(fitting("arn:aws:" + service + ":us-east-1:111122223333:" + kind(name) + "/example-1", text));
        return Json.of(fitting(Filling.named(name) instanceof Json.Str(var plausible) ? plausible : "1", text));
    }

    /// `StateMachineArn` is the ARN of a `stateMachine`.
    private static String kind(String name) {
        String thing = name.substring(0, name.length() - "Arn".length());
        return thing.isEmpty() ? "resource" : thing.substring(0, 1).toLowerCase(Locale.ROOT) + thing.substring(1);
    }

    private static String fitting(String written, ApiShape.Text text) {
        return fitting(written, text.minLength(), text.maxLength());
    }

    private static String fitting(String written, long min, long max) {
        String longEnough = written + "x".repeat((int) Math.max(0, min - written.length()));
        return longEnough.substring(0, (int) Math.min(max, longEnough.length()));
    }
}
