package passo.asl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import passo.expression.QueryLanguage;

/// The objects of a definition and the fields that each may have: the tables of the specification, for the parser and
/// for completion. Measured on AWS: `Field 'x' is not supported` for any other.
public enum Shape {
    MACHINE("States* StartAt* QueryLanguage Comment Version TimeoutSeconds"),
    BRANCH("States* StartAt* Comment"),
    PROCESSOR("States* StartAt* ProcessorConfig Comment"),

    TASK("Type* Resource* Parameters/p Arguments/n Next End Retry Catch TimeoutSeconds TimeoutSecondsPath/p HeartbeatSeconds"
            + " HeartbeatSecondsPath/p Credentials InputPath/p ResultSelector/p ResultPath/p OutputPath/p Output/n Assign QueryLanguage Comment"),
    WAIT("Type* Seconds Timestamp SecondsPath/p TimestampPath/p Next End InputPath/p OutputPath/p Output/n Assign QueryLanguage Comment"),
    PASS("Type* Next End Result/p Parameters/p InputPath/p ResultPath/p OutputPath/p Output/n Assign QueryLanguage Comment"),
    SUCCEED("Type* InputPath/p OutputPath/p Output/n QueryLanguage Comment"),
    FAIL("Type* Error Cause ErrorPath/p CausePath/p QueryLanguage Comment"),
    CHOICE("Type* Choices* Default InputPath/p OutputPath/p Output/n Assign QueryLanguage Comment"),
    PARALLEL("Type* Branches* Next End Retry Catch Parameters/p Arguments/n InputPath/p ResultSelector/p ResultPath/p OutputPath/p"
            + " Output/n Assign QueryLanguage Comment"),
    MAP("Type* ItemProcessor ItemsPath/p Items/n ItemSelector Next End MaxConcurrency MaxConcurrencyPath/p Retry Catch ItemReader"
            + " ItemBatcher ResultWriter Label ToleratedFailureCount ToleratedFailureCountPath/p ToleratedFailurePercentage"
            + " ToleratedFailurePercentagePath/p InputPath/p ResultSelector/p ResultPath/p OutputPath/p Output/n Assign QueryLanguage"
            + " Comment Iterator Parameters/p"),

    CHOICE_RULE("Next* Condition/n Variable/p And/p Or/p Not/p Assign Output/n Comment" + operators()),
    NESTED_RULE("Variable/p And/p Or/p Not/p Comment" + operators()),
    RETRIER("ErrorEquals* IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy Comment"),
    CATCHER("ErrorEquals* Next* ResultPath/p Output/n Assign Comment"),

    PROCESSOR_CONFIG("Mode ExecutionType"),
    ITEM_READER("Resource* Parameters/p Arguments/n ReaderConfig"),
    READER_CONFIG("InputType CSVHeaderLocation CSVHeaders CSVDelimiter MaxItems MaxItemsPath/p ItemsPointer Transformation ManifestType"),
    ITEM_BATCHER("MaxItemsPerBatch MaxItemsPerBatchPath/p MaxInputBytesPerBatch MaxInputBytesPerBatchPath/p BatchInput"),
    RESULT_WRITER("Resource Parameters/p Arguments/n WriterConfig"),
    WRITER_CONFIG("OutputType Transformation");

    /// The kinds of states, in the order in which AWS names them.
    public static final List<String> TYPES = List.of("Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map");

    /// A field that an object may have.
    ///
    /// @param only the query language that alone knows it, where that is so
    public record Field(String name, boolean required, Optional<QueryLanguage> only) {
        public boolean speaks(QueryLanguage language) {
            return only.isEmpty() || only.get() == language;
        }
    }

    private final List<Field> fields;

    /// @param fields `*` behind what is required, `/p` behind what only JSONPath, `/n` behind what only JSONata knows
    Shape(String fields) {
        this.fields = Arrays.stream(fields.split(" ")).map(Shape::field).toList();
    }

    /// In the order in which to offer them.
    public List<Field> fields() {
        return fields;
    }

    Optional<Field> field(String name, QueryLanguage language) {
        return fields.stream().filter(field -> field.name.equals(name) && field.speaks(language)).findFirst();
    }

    /// The only values that a field can have, where they can be counted.
    public List<String> values(String field) {
        return switch (field) {
            case "QueryLanguage" -> List.of("JSONPath", "JSONata");
            case "Version" -> List.of("1.0");
            case "JitterStrategy" -> List.of("NONE", "FULL");
            case "Mode" -> List.of("INLINE", "DISTRIBUTED");
            case "ExecutionType" -> List.of("STANDARD", "EXPRESS");
            case "InputType" -> List.of("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST");
            case "CSVHeaderLocation" -> List.of("FIRST_ROW", "GIVEN");
            case "CSVDelimiter" -> List.of("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB");
            case "ManifestType" -> List.of("ATHENA_DATA", "S3_INVENTORY");
            case "OutputType" -> List.of("JSON", "JSONL");
            case "Transformation" -> this == WRITER_CONFIG ? List.of("NONE", "COMPACT", "FLATTEN") : List.of("NONE", "LOAD_AND_FLATTEN");
            default -> List.of();
        };
    }

    public boolean knows(String name) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    /// The shape of a state by its `Type`.
    public static Optional<Shape> ofState(String type) {
        return TYPES.contains(type) ? Optional.of(valueOf(type.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    private static Field field(String word) {
        boolean required = word.endsWith("*");
        Optional<QueryLanguage> only = word.endsWith("/p") ? Optional.of(QueryLanguage.JSONPATH)
                : word.endsWith("/n") ? Optional.of(QueryLanguage.JSONATA) : Optional.empty();
        return new Field(word.replaceAll("\\*|/.$", ""), required, only);
    }

    private static String operators() {
        return operatorNames().map(name -> " " + name + "/p").reduce("", String::concat);
    }

    /// All names that a comparison can have, those with `Path` included.
    public static Stream<String> operatorNames() {
        return Arrays.stream(ChoiceRule.Operator.values())
                .flatMap(operator -> operator.takesPath() ? Stream.of(operator.name(), operator + "Path") : Stream.of(operator.name()));
    }
}
