package passo.asl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import passo.asl.catalogue.Integration;
import passo.asl.catalogue.Resource;
import passo.asl.text.Node;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.expression.Template;
import passo.json.Json;

/// Reads a Map state, with its distributed fields. AWS, "Using Map state in Distributed mode".
///
/// @param machineLanguage the language of the whole machine, which its item processor inherits
record Maps(Parser parser, Fields fields, QueryLanguage machineLanguage) {

    private static final Expression ZERO = new Literal(Json.of(0));
    private static final long LARGEST_BATCH = 262_144;
    private static final long MOST_ITEMS = 100_000_000;
    private static final List<String> BATCH_SIZES =
            List.of("MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath");
    private static final int LONGEST_LABEL = 40;
    private static final Pattern LABEL = Pattern.compile("[^\\s?*<>{}\\[\\]\"#%\\\\^|~`$&,;:/\\p{Cntrl}]+");

    Optional<State> map(State.Common common, State.Next next) {
        fields.exactlyOne(List.of("ItemProcessor", "Iterator"));
        fields.atMostOne(List.of("ItemSelector", "Parameters"));
        Template itemSelector = fields.template("ItemSelector").or(() -> fields.template("Parameters")).orElse(Template.NOTHING);
        Expression maxConcurrency = fields.quantity("MaxConcurrency", true, 0, Integer.MAX_VALUE).orElse(ZERO);
        var recovery = new Recovery(fields);
        List<Retrier> retry = recovery.retriers();
        List<Catcher> catchers = recovery.catchers();
        Expression items = items();
        Optional<State.Distributed> distributed = distributed();
        return processor().flatMap(node -> parser.inner(node, Shape.PROCESSOR, machineLanguage)).map(machine ->
                new State.Map(common, items, itemSelector, machine, maxConcurrency, distributed, retry, catchers, next));
    }

    private Optional<Node> processor() {
        return fields.get("ItemProcessor").or(() -> fields.get("Iterator"));
    }

    private Expressions expressions() {
        return fields.expressions();
    }

    private Expression items() {
        Optional<Node> items = fields.get("Items");
        items.filter(node -> !node.isContainer() && node.text().filter(text -> text.startsWith("{%")).isEmpty())
                .ifPresent(node -> fields.report(node, Problem.expected("ARRAY")));
        return items.map(node -> expressions().query(node).orElseGet(() -> expressions().template(node)))
                .or(() -> fields.get("ItemsPath").map(expressions()::referencePath)).orElse(Path.ROOT);
    }

    /// Every field is read, so that mistakes in it are found, though an inline Map has no use for it. AWS takes tolerated failures there
    /// (recorded); of the other fields it is not known.
    private Optional<State.Distributed> distributed() {
        Optional<Fields> config = processor().flatMap(node -> node.get("ProcessorConfig"))
                .flatMap(node -> Fields.of(node, Shape.PROCESSOR_CONFIG, expressions()));
        Optional<String> mode = config.flatMap(values -> values.oneOf("Mode"));
        boolean distributed = mode.equals(Optional.of("DISTRIBUTED"));
        boolean express = config.flatMap(values -> executionType(values, mode.orElse(""))).equals(Optional.of("EXPRESS"));
        var parts = new State.Distributed(express, label(),
                fields.quantity("ToleratedFailureCount", true, 0, Integer.MAX_VALUE).orElse(ZERO),
                fields.quantity("ToleratedFailurePercentage", false, 0, 100).orElse(ZERO), reader(), batcher(), writer());
        return distributed ? Optional.of(parts) : Optional.empty();
    }

    private Optional<String> executionType(Fields config, String mode) {
        if (mode.equals("DISTRIBUTED")) {
            if (parser.type() == Definition.Type.EXPRESS) config.reportValue("Mode", Problem.distributedExpress());
            if (!config.has("ExecutionType")) config.report(config.node(), Problem.required(List.of("ExecutionType")));
        } else if (mode.equals("INLINE") && config.has("ExecutionType")) {
            config.report("ExecutionType", Problem.unsupported("ExecutionType").hint("hint.distributed").repair(new Repair.Remove()));
        }
        return config.oneOf("ExecutionType");
    }

    private String label() {
        Optional<String> label = fields.string("Label");
        label.ifPresent(text -> {
            if (text.length() > LONGEST_LABEL) fields.reportValue("Label", Problem.longLabel(text));
            else if (!LABEL.matcher(text).matches()) fields.reportValue("Label", Problem.label(text));
        });
        return label.orElse("");
    }

    private Optional<State.ItemReader> reader() {
        return fields.inner("ItemReader", Shape.ITEM_READER).flatMap(reader -> {
            Optional<Fields> config = reader.inner("ReaderConfig", Shape.READER_CONFIG);
            Optional<Expression> maxItems = config.flatMap(this::readerConfig);
            Template parameters = reader.request().orElse(Template.NOTHING);
            return s3(reader, Integration.READERS).map(resource -> new State.ItemReader(resource, parameters, plain(config), maxItems));
        });
    }

    /// Checks what the reader is told, and gives its `MaxItems`.
    private Optional<Expression> readerConfig(Fields config) {
        Optional<String> input = config.oneOf("InputType");
        Optional<String> headers = config.oneOf("CSVHeaderLocation");
        if (input.equals(Optional.of("CSV")) && !config.has("CSVHeaderLocation")) {
            config.report(config.node(), Problem.requiredField("CSVHeaderLocation"));
        }
        if (input.equals(Optional.of("JSON")) && headers.isPresent()) {
            config.report("CSVHeaderLocation", Problem.unsupported("CSVHeaderLocation"));
        }
        if (headers.equals(Optional.of("GIVEN")) && !config.has("CSVHeaders")) {
            config.report(config.node(), Problem.required(List.of("CSVHeaders")));
        }
        config.oneOf("CSVDelimiter");
        config.oneOf("Transformation");
        config.oneOf("ManifestType");
        config.string("ItemsPointer");
        return config.quantity("MaxItems", true, 0, MOST_ITEMS);
    }

    private Optional<State.ItemBatcher> batcher() {
        return fields.inner("ItemBatcher", Shape.ITEM_BATCHER).map(batcher -> {
            // The specification asks for a size, though nobody has told AWS's words for its lack.
            batcher.atLeastOne(BATCH_SIZES.stream().filter(size -> batcher.shape().field(size, batcher.language()).isPresent()).toList());
            return new State.ItemBatcher(batcher.template("BatchInput").orElse(Template.NOTHING),
                    batcher.quantity("MaxItemsPerBatch", true, 0, Integer.MAX_VALUE),
                    batcher.quantity("MaxInputBytesPerBatch", true, 0, LARGEST_BATCH));
        });
    }

    private Optional<State.ResultWriter> writer() {
        return fields.inner("ResultWriter", Shape.RESULT_WRITER).map(writer -> {
            // AWS takes an empty ResultWriter, which fails when it runs (so say the maintainers of the CDK, who refuse it).
            if (!writer.node().members().isEmpty()) writer.atLeastOne(List.of("Resource", "WriterConfig"));
            Optional<Fields> config = writer.inner("WriterConfig", Shape.WRITER_CONFIG);
            config.ifPresent(values -> {
                values.oneOf("OutputType");
                values.oneOf("Transformation");
            });
            return new State.ResultWriter(s3(writer, Integration.WRITERS), writer.request().orElse(Template.NOTHING), plain(config));
        });
    }

    private static Json.Obj plain(Optional<Fields> config) {
        return config.map(values -> (Json.Obj) values.node().json()).orElse(Json.Obj.EMPTY);
    }

    private static Optional<Resource> s3(Fields holder, List<String> allowed) {
        Optional<String> arn = holder.string("Resource");
        arn.filter(text -> !allowed.contains(text.replaceFirst("^arn:aws[a-z-]*:", "arn:aws:"))).ifPresent(text ->
                holder.reportValue("Resource", Problem.notAllowed("Resource", allowed).didYouMean(text, allowed)));
        return arn.map(text -> new Resource.Service(text, false, "s3", text.substring(text.lastIndexOf(':') + 1),
                Resource.Pattern.REQUEST_RESPONSE));
    }
}
