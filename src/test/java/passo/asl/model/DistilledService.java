package passo.asl.model;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.json.Json;

/// One service's model, of which what its actions are asked and what they answer is left: the documentation and the protocol are
/// gone. Names are those that the AWS SDK for Java 2 makes of the model's, for Step Functions is written with it.
final class DistilledService {

    /// Where a policy does not call the service what its requests are signed for.
    private static final Map<String, String> IAM = Map.of("monitoring", "cloudwatch", "iotdata", "iot", "mturk-requester", "mechanicalturk",
            "tagging", "tag", "awsssoportal", "sso");

    /// Values that AWS has added since the models were made, of what is often mocked.
    private static final Map<String, List<String>> LATER = Map.of(
            "lambda Runtime", List.of("nodejs22.x", "nodejs24.x", "python3.13", "python3.14", "java25", "ruby3.4"),
            "s3 StorageClass", List.of("EXPRESS_ONEZONE", "FSX_OPENZFS"),
            "s3 ServerSideEncryption", List.of("aws:kms:dsse", "aws:fsx"));

    /// Members of requests that AWS has added since the models were made, of what is often called.
    private static final Map<String, List<String>> LATER_MEMBERS = Map.of(
            "lambda InvocationRequest", List.of("TenantId", "DurableExecutionName"),
            "glue StartJobRunRequest", List.of("JobRunQueuingEnabled", "ExecutionRoleSessionPolicy"),
            "athena StartQueryExecutionInput", List.of("EngineConfiguration"),
            "batch SubmitJobRequest", List.of("consumableResourcePropertiesOverride"),
            "s3 PutObjectRequest", List.of("IfMatch", "IfNoneMatch", "WriteOffsetBytes", "ChecksumCRC64NVME"));

    /// A word ends at what is no letter, before a capital with a follower, where an abbreviation ends, and after a number.
    private static final Pattern WORDS = Pattern.compile(
            "[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z][A-Za-z0-9])|(?<=[A-Z])(?=[A-Z](?!v[0-9])[a-z]|v[0-9])|(?<=[0-9])(?=[A-Za-z])");

    private final Json.Obj metadata;
    private final Json.Obj operations;
    private final Json.Obj shapes;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    DistilledService(Json.Obj model) {
        metadata = object(model, "metadata");
        operations = object(model, "operations");
        shapes = object(model, "shapes");
        operationNames().forEach(operation -> lines.add(action(operation)));
        lines.add("");
        // Describing a shape numbers those that it refers to.
        for (int i = 0; i < numbers.size(); i++) lines.add(described(List.copyOf(numbers.keySet()).get(i)));
    }

    /// As the catalogue writes it.
    ///
    /// @param length of its packed shapes
    String catalogued(int length) {
        return Stream.concat(Stream.of(name(), exceptions(), iam(), Integer.toString(length)),
                operationNames().map(DistilledService::uncapitalized)).collect(joining("\t"));
    }

    String model() {
        return String.join("\n", lines) + "\n";
    }

    /// `SFN` is `sfn`, `Directory Service` is `directory`.
    String name() {
        return serviceId().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private String exceptions() {
        return pascal(serviceId());
    }

    private String serviceId() {
        return text(metadata, "serviceId", text(metadata, "endpointPrefix", "")).replaceFirst(" Service$", "");
    }

    private String iam() {
        String signed = text(metadata, "signingName", text(metadata, "endpointPrefix", ""));
        return IAM.getOrDefault(signed, signed);
    }

    private Stream<String> operationNames() {
        return operations.names().stream().filter(name -> !streams(name)).sorted();
    }

    /// Step Functions calls nothing that answers in a stream of events.
    private boolean streams(String operation) {
        return Stream.of("input", "output").map(side -> object(object(operations, operation), side)).filter(side -> side.has("shape"))
                .map(side -> object(object(shapes, text(side, "shape", "")), "members"))
                .anyMatch(members -> members.names().stream()
                        .anyMatch(member -> object(shapes, text(object(members, member), "shape", "")).has("eventstream")));
    }

    /// The action, the shapes of its request and of its answer, and its errors.
    private String action(String operation) {
        Json.Obj described = object(operations, operation);
        var words = new ArrayList<>(List.of(uncapitalized(operation), shapeOf(object(described, "input")), shapeOf(object(described, "output"))));
        if (described.get("errors") instanceof Json.Arr errors) {
            errors.items().stream().map(error -> exception(text((Json.Obj) error, "shape", ""))).sorted().forEach(words::add);
        }
        return String.join("\t", words);
    }

    private String shapeOf(Json.Obj side) {
        return side.has("shape") ? number(text(side, "shape", "")) : "";
    }

    private String number(String shape) {
        return Integer.toString(numbers.computeIfAbsent(shape, _ -> numbers.size()));
    }

    private String reference(String shape) {
        Json.Obj described = object(shapes, shape);
        boolean constrained = described.has("min") || described.has("max") || described.has("enum");
        return switch (text(described, "type", "")) {
            case "boolean" -> "f";
            case "timestamp" -> "t";
            case "string", "character" -> constrained ? number(shape) : "s";
            case "blob" -> constrained ? number(shape) : "x";
            case "integer", "long", "float", "double", "bigdecimal" -> constrained ? number(shape) : "n";
            case "structure" -> described.has("document") || described.has("eventstream") ? "d" : number(shape);
            case "list", "map" -> number(shape);
            case String other -> throw new IllegalArgumentException(other + " is the type of " + shape);
        };
    }

    private String described(String shape) {
        Json.Obj described = object(shapes, shape);
        return switch (text(described, "type", "")) {
            case "structure" -> "{" + members(shape, described);
            case "list" -> "[\t" + reference(text(object(described, "member"), "shape", ""));
            case "map" -> ":\t" + reference(text(object(described, "value"), "shape", ""));
            case "string", "character" -> "\"" + bounds(described) + values(shape, described).map(value -> "\t" + value).collect(joining());
            case "blob" -> "x" + bounds(described);
            case String _ -> "#" + bounds(described);
        };
    }

    private Stream<String> values(String shape, Json.Obj described) {
        return Stream.concat(items(described, "enum"), LATER.getOrDefault(name() + " " + shape, List.of()).stream()).distinct();
    }

    private String members(String shape, Json.Obj structure) {
        List<String> required = items(structure, "required").toList();
        Json.Obj members = object(structure, "members");
        return Stream.concat(members.names().stream().map(name -> "\t" + name + mark(object(members, name), required.contains(name)) + "\t"
                        + reference(text(object(members, name), "shape", ""))),
                LATER_MEMBERS.getOrDefault(name() + " " + shape, List.of()).stream().filter(name -> !members.has(name)).map(name -> "\t" + name + "\td"))
                .collect(joining());
    }

    private static String mark(Json.Obj member, boolean required) {
        return !required ? "" : Json.TRUE.equals(member.get("idempotencyToken")) ? "?" : "!";
    }

    private static String bounds(Json.Obj shape) {
        return Stream.of("min", "max").map(bound -> "\t" + (shape.get(bound) instanceof Json.Num(var value) ? value.toPlainString() : ""))
                .collect(joining());
    }

    // Names, as the AWS SDK for Java 2 makes them.

    private static String uncapitalized(String operation) {
        return operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    }

    /// `NoSuchKey` is `NoSuchKeyException`, `ActivityLimitFault` is `ActivityLimitException`.
    private static String exception(String shape) {
        return pascal(shape.replaceFirst("(Fault|Exception)$", "")) + "Exception";
    }

    /// Each word of the name begins with the one capital that it has: `DynamoDB` is `DynamoDb`, `FSx` stays, `IoT` is `Iot`.
    private static String pascal(String name) {
        return WORDS.splitAsStream(name).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT)).collect(joining());
    }

    // JSON.

    private static Json.Obj object(Json.Obj parent, String name) {
        return parent.get(name) instanceof Json.Obj child ? child : Json.Obj.EMPTY;
    }

    private static String text(Json.Obj parent, String name, String otherwise) {
        return parent.get(name) instanceof Json.Str(var text) ? text : otherwise;
    }

    private static Stream<String> items(Json.Obj parent, String name) {
        return parent.get(name) instanceof Json.Arr arr ? arr.items().stream().map(item -> ((Json.Str) item).value()) : Stream.empty();
    }
}
