package passo.asl.editing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.asl.Shape;
import passo.asl.catalogue.Arn;
import passo.asl.catalogue.Integration;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.catalogue.ServiceErrors;
import passo.asl.editing.Sketch.Container;
import passo.asl.editing.Sketch.Spot;
import passo.expression.QueryLanguage;
import passo.json.Notation;

/// Something that may be written at the cursor.
///
/// @param insert what replaces the text from `from` to `to`
/// @param detail the key of a sentence about it in the message files; of data, what they were
public record Completion(String label, Kind kind, String insert, String detail, int from, int to) {

    public enum Kind { FIELD, VALUE, STATE, ERROR, RESOURCE, FUNCTION, PATH, DATA }

    /// Error names that are worth knowing by heart; a service adds its own.
    private static final List<String> ERRORS = List.of("States.ALL", "States.TaskFailed", "States.Timeout", "States.HeartbeatTimeout",
            "States.Permissions", "States.IntrinsicFailure", "States.QueryEvaluationError", "States.DataLimitExceeded",
            "States.ExceedToleratedFailureThreshold", "States.ItemReaderFailed", "States.ResultWriterFailed",
            "States.ResultPathMatchFailure", "States.BranchFailed", "States.Http.Socket", "Lambda.ServiceException", "Lambda.AWSLambdaException",
            "Lambda.SdkClientException", "Lambda.TooManyRequestsException");

    /// What holds no expression, though it stands in a state that speaks JSONata.
    private static final Set<String> PLAIN = Set.of("Comment", "Label", "ItemsPointer");

    /// The shape of what stands in a field, where that is not free.
    private static final Map<String, Shape> INNER = Map.ofEntries(
            Map.entry("Branches", Shape.BRANCH), Map.entry("ItemProcessor", Shape.PROCESSOR), Map.entry("Iterator", Shape.PROCESSOR),
            Map.entry("ProcessorConfig", Shape.PROCESSOR_CONFIG), Map.entry("Choices", Shape.CHOICE_RULE),
            Map.entry("And", Shape.NESTED_RULE), Map.entry("Or", Shape.NESTED_RULE), Map.entry("Not", Shape.NESTED_RULE),
            Map.entry("Retry", Shape.RETRIER), Map.entry("Catch", Shape.CATCHER), Map.entry("ItemReader", Shape.ITEM_READER),
            Map.entry("ReaderConfig", Shape.READER_CONFIG), Map.entry("ItemBatcher", Shape.ITEM_BATCHER),
            Map.entry("ResultWriter", Shape.RESULT_WRITER), Map.entry("WriterConfig", Shape.WRITER_CONFIG));

    /// Everything that may be written at the cursor of a text in JSON or YAML, whole or broken.
    ///
    /// @param samples what each state had when it last ran
    public static List<Completion> at(String text, int cursor, Map<String, Sample> samples) {
        int place = Math.clamp(cursor, 0, text.length());
        Optional<Spot> spot = Notation.of(text) == Notation.JSON ? Sketch.spot(text, place) : YamlSketch.spot(text, place);
        return spot.map(found -> found.isName() ? names(found)
                : values(found, text.substring(found.from(), Math.max(found.from(), place)), samples)).orElse(List.of());
    }

    // Names of fields.

    private static List<Completion> names(Spot spot) {
        Container container = spot.container();
        QueryLanguage language = language(container);
        Stream<Shape.Field> fields = shape(container).map(shape -> shape.fields().stream())
                .orElseGet(() -> isState(container) ? Stream.of(new Shape.Field("Type", true, Optional.empty())) : Stream.empty());
        return fields.filter(field -> field.speaks(language) && !container.members.containsKey(field.name()))
                .sorted(Comparator.comparing(field -> !field.required()))
                .map(field -> quoted(field.name(), Kind.FIELD, detail(field.name()), spot, spot.named() ? "" : ": ")).toList();
    }

    static String detail(String field) {
        return "field." + (Shape.operatorNames().anyMatch(field::equals) ? "comparison" : field);
    }

    // Values of fields.

    /// @param typed what stands before the cursor in the value
    private static List<Completion> values(Spot spot, String typed, Map<String, Sample> samples) {
        Container owner = spot.container().isObject ? spot.container() : spot.container().owner().orElse(spot.container());
        Optional<Shape> shape = shape(owner);
        String field = spot.field();
        if (isState(owner) && field.equals("Type")) return all(Shape.TYPES, Kind.VALUE, "type.", spot);
        if (shape.isEmpty() || !shape.get().knows(field)) return template(spot, typed, samples);
        return switch (field) {
            case "StartAt" -> all(states(owner.children.get("States")), Kind.STATE, "", spot);
            case "Next", "Default" -> all(siblings(owner), Kind.STATE, "", spot);
            case "ErrorEquals" -> Stream.concat(all(ERRORS, Kind.ERROR, "errorName.", spot).stream(),
                    all(errors(owner), Kind.ERROR, "", spot).stream()).toList();
            case "Resource" -> resources(shape.get(), typed).stream().map(arn -> resource(arn, spot, typed)).toList();
            case "End" -> List.of(new Completion("true", Kind.VALUE, "true", "", spot.from(), spot.to()));
            default -> {
                List<String> known = shape.get().values(field);
                if (!known.isEmpty()) yield all(known, Kind.VALUE, "", spot);
                yield PLAIN.contains(field) || shape.get() == Shape.RETRIER ? List.of() : template(spot, typed, samples);
            }
        };
    }

    /// The errors of the service that the state of this retrier or catcher calls.
    private static List<String> errors(Container handler) {
        return handler.owner().flatMap(state -> state.text("Resource")).flatMap(Arn::service).map(ServiceErrors::of).orElse(List.of()).stream()
                .filter(error -> !ERRORS.contains(error)).toList();
    }

    /// The integrations that can be listed: of a distributed Map those with S3, of a task all optimized ones. The services and actions of
    /// the SDK are too many to be listed before somebody asks for them.
    private static List<String> resources(Shape shape, String typed) {
        if (shape == Shape.ITEM_READER) return Integration.READERS;
        if (shape == Shape.RESULT_WRITER) return Integration.WRITERS;
        if (!typed.startsWith(Integration.SDK)) return Stream.concat(Integration.arns().stream(), Stream.of(Integration.SDK)).toList();
        String service = typed.substring(Integration.SDK.length()).replaceFirst(":.*", "");
        return SdkCatalogue.find(service).filter(_ -> typed.startsWith(Integration.SDK + service + ":"))
                .map(found -> found.actions().stream().map(action -> Integration.SDK + service + ":" + action).toList())
                .orElseGet(() -> SdkCatalogue.services().keySet().stream().map(name -> Integration.SDK + name + ":").toList());
    }

    /// A beginning of an ARN is left open, to be gone on with.
    private static Completion resource(String arn, Spot spot, String typed) {
        return arn.endsWith(":") ? new Completion(arn, Kind.RESOURCE, (spot.inString() ? "" : spot.quote()) + arn, "", spot.from(), spot.from() + typed.length())
                : quoted(arn, Kind.RESOURCE, "", spot, "");
    }

    private static List<Completion> template(Spot spot, String typed, Map<String, Sample> samples) {
        if (language(spot.container()) == QueryLanguage.JSONATA) {
            if (typed.contains("{%")) return new DataCompletion(spot, typed, samples).jsonata();
            return spot.inString() || typed.isEmpty() ? List.of(quoted("{%  %}", Kind.VALUE, "path.jsonata", spot, "")) : List.of();
        }
        boolean isTemplate = spot.field().endsWith(".$");
        boolean isPath = spot.field().endsWith("Path") || spot.field().equals("Variable");
        return isPath || isTemplate ? new DataCompletion(spot, typed, samples).paths(isTemplate) : List.of();
    }

    private static List<Completion> all(List<String> labels, Kind kind, String detail, Spot spot) {
        return labels.stream().map(label -> quoted(label, kind, detail.isEmpty() ? "" : detail + label, spot, "")).toList();
    }

    private static Completion quoted(String label, Kind kind, String detail, Spot spot, String after) {
        String quote = spot.quote().isEmpty() && label.startsWith("{") ? "\"" : spot.quote();
        return new Completion(label, kind, (spot.inString() ? "" : quote) + label + quote + after, detail, spot.from(), spot.to());
    }

    // What the cursor stands in.

    private static Optional<Shape> shape(Container container) {
        if (container.owner().isEmpty()) return Optional.of(Shape.MACHINE);
        if (isState(container)) return container.text("Type").flatMap(Shape::ofState);
        return shape(container.owner().get()).filter(owner -> owner.knows(container.field)).map(_ -> INNER.get(container.field));
    }

    static boolean isState(Container container) {
        return container.owner().filter(Completion::isStates).isPresent();
    }

    private static boolean isStates(Container container) {
        return container.field.equals("States") && container.owner().flatMap(Completion::shape).filter(shape ->
                shape == Shape.MACHINE || shape == Shape.BRANCH || shape == Shape.PROCESSOR).isPresent();
    }

    static QueryLanguage language(Container container) {
        boolean speaks = container.owner().isEmpty() || isState(container);
        Optional<String> written = speaks ? container.text("QueryLanguage") : Optional.empty();
        if (written.isPresent()) return written.get().equals("JSONata") ? QueryLanguage.JSONATA : QueryLanguage.JSONPATH;
        // A state inside a state speaks the whole machine's language, not that of the state around it.
        if (isState(container)) return language(root(container));
        return container.owner().map(Completion::language).orElse(QueryLanguage.JSONPATH);
    }

    private static Container root(Container container) {
        return container.owner().map(Completion::root).orElse(container);
    }

    /// The states that a transition of this state, rule or catcher may lead to.
    private static List<String> siblings(Container container) {
        if (container.owner().isEmpty()) return List.of();
        Container owner = container.owner().get();
        return isStates(owner) ? states(owner).stream().filter(name -> owner.children.get(name) != container).toList() : siblings(owner);
    }

    private static List<String> states(Container states) {
        return states == null ? List.of() : List.copyOf(states.children.keySet());
    }
}
