package passo.asl;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import passo.asl.catalogue.Spelling;
import passo.asl.text.Looks;
import passo.asl.text.Node;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.expression.Template;
import passo.json.Json;

/// Reads a definition into the model: machines and the eight kinds of states, defaults written out. What is wrong is
/// reported, and reading goes on; a state of which nothing can be made is left out.
///
/// @param type what the service allows in it
record Parser(Definition.Type type, Problems problems) {

    private static final Expression FOREVER = new Literal(Json.of(Fields.LONGEST));
    private static final Expression NOTHING = new Literal(Json.Obj.EMPTY);

    /// The machine of a whole definition; nothing where none can be made of it.
    Optional<StateMachine> machine(Node node) {
        QueryLanguage language = language(node, QueryLanguage.JSONPATH);
        return Fields.of(node, Shape.MACHINE, expressions(language, node)).flatMap(fields -> {
            fields.oneOf("QueryLanguage");
            fields.oneOf("Version");
            // AWS takes a machine's timeout of 0 (measured by others), a task's not.
            long timeout = fields.integer("TimeoutSeconds", 0, Fields.LONGEST, Fields.LONGEST);
            return machine(fields, Duration.ofSeconds(timeout));
        });
    }

    /// The machine inside a state: a branch or an item processor, in the language of the whole.
    Optional<StateMachine> inner(Node node, Shape shape, QueryLanguage language) {
        return Fields.of(node, shape, expressions(language, node)).flatMap(fields -> machine(fields, StateMachine.FOREVER));
    }

    private Optional<StateMachine> machine(Fields fields, Duration timeout) {
        String comment = fields.string("Comment").orElse("");
        String startAt = fields.string("StartAt").orElse("");
        SequencedMap<String, State> states = new LinkedHashMap<>();
        fields.get("States").ifPresent(node -> states(node, fields.language(), states));
        if (!states.containsKey(startAt)) return Optional.empty();
        return Optional.of(new StateMachine(comment, fields.language(), startAt, states, timeout));
    }

    private void states(Node node, QueryLanguage language, SequencedMap<String, State> states) {
        if (!(node.json() instanceof Json.Obj obj)) problems.report(node, Problem.expected("OBJECT"));
        else if (obj.isEmpty()) problems.report(node, Problem.emptyValue());
        for (Node member : node.members()) state(member, language).ifPresent(state -> states.put(state.name(), state));
    }

    private Expressions expressions(QueryLanguage language, Node state) {
        return new Expressions(language, state.location(), state.text("Type").orElse(""), problems);
    }

    /// AWS takes any word but `JSONPath` for JSONata, besides refusing it.
    private static QueryLanguage language(Node node, QueryLanguage otherwise) {
        return node.get("QueryLanguage")
                .map(field -> field.text().equals(Optional.of("JSONPath")) ? QueryLanguage.JSONPATH : QueryLanguage.JSONATA)
                .orElse(otherwise);
    }

    // States.

    private Optional<State> state(Node node, QueryLanguage machineLanguage) {
        Optional<Shape> shape = node.text("Type").flatMap(Shape::ofState);
        if (shape.isEmpty()) {
            reportNoType(node);
            return Optional.empty();
        }
        QueryLanguage language = language(node, machineLanguage);
        if (machineLanguage == QueryLanguage.JSONATA && language == QueryLanguage.JSONPATH) {
            problems.report(node, "QueryLanguage", Problem.backToJsonPath());
        }
        return Fields.of(node, shape.get(), expressions(language, node)).flatMap(fields -> state(fields, machineLanguage));
    }

    private void reportNoType(Node node) {
        Optional<Node> written = node.get("Type");
        Problem notAState = Problem.expected("OBJECT");
        if (Shape.MACHINE.knows(node.name())) notAState = notAState.hint("hint.machineField", node.name());
        if (!(node.json() instanceof Json.Obj)) problems.report(node, notAState);
        else if (written.isEmpty()) reportMissingType(node);
        else problems.report(written.get(), Problem.unknownType(Shape.TYPES).didYouMean(written.get().text().orElse(""), Shape.TYPES));
    }

    private void reportMissingType(Node node) {
        Problem problem = Problem.required(List.of("Type"));
        Spelling.nearest("Type", node.members().stream().map(Node::name).toList()).ifPresentOrElse(
                written -> problems.report(node, written, problem.didYouMean(written, List.of("Type"))),
                () -> problems.report(node, problem));
    }

    private Optional<State> state(Fields fields, QueryLanguage machineLanguage) {
        fields.oneOf("QueryLanguage");
        State.Common common = common(fields);
        return switch (fields.shape()) {
            case TASK -> task(common, fields);
            case WAIT -> until(fields).map(until -> new State.Wait(common, until, next(fields)));
            case PASS -> Optional.of(new State.Pass(common, fields.get("Result").map(this::result), next(fields)));
            case SUCCEED -> Optional.of(new State.Succeed(common));
            case FAIL -> Optional.of(new State.Fail(common, words(fields, "Error"), words(fields, "Cause")));
            case CHOICE -> Optional.of(new State.Choice(common, new Rules(fields).rules(), fields.string("Default")));
            case PARALLEL -> parallel(common, fields, machineLanguage);
            case MAP -> new Maps(this, fields, machineLanguage).map(common, next(fields));
            case MACHINE, BRANCH, PROCESSOR, CHOICE_RULE, NESTED_RULE, RETRIER, CATCHER, PROCESSOR_CONFIG, ITEM_READER, READER_CONFIG,
                    ITEM_BATCHER, RESULT_WRITER, WRITER_CONFIG ->
                throw new IllegalStateException("No state has the shape " + fields.shape());
        };
    }

    private static State.Common common(Fields fields) {
        return new State.Common(fields.node().name(), fields.string("Comment").orElse(""), fields.language(), flow(fields),
                new Assignments(fields).assign().orElse(Template.NOTHING));
    }

    private static DataFlow flow(Fields fields) {
        if (fields.expressions().isJsonata()) return new DataFlow.Jsonata(fields.template("Arguments"), fields.template("Output"));
        // Of a Map state, `Parameters` is the old name of `ItemSelector`, and read there.
        Optional<Template> parameters = fields.shape() == Shape.MAP ? Optional.empty() : fields.template("Parameters");
        return new DataFlow.JsonPath(pathOrNull(fields, "InputPath"), parameters, fields.template("ResultSelector"), fields.resultPath(),
                pathOrNull(fields, "OutputPath"));
    }

    private static Expression pathOrNull(Fields fields, String name) {
        return fields.get(name).map(node -> node.json() instanceof Json.Null ? NOTHING : fields.expressions().path(node)).orElse(Path.ROOT);
    }

    private static State.Next next(Fields fields) {
        Optional<String> next = fields.string("Next");
        boolean end = fields.flag("End");
        boolean neither = !fields.has("Next") && fields.get("End").filter(value -> !value.json().equals(Json.FALSE)).isEmpty();
        if (fields.has("Next") && end) fields.report(fields.node(), Problem.tooMany(List.of("Next", "End")));
        if (neither) fields.report(fields.node(), Problem.noneOf(List.of("Next", "End")).repair(new Repair.GoOn()));
        return next.<State.Next>map(State.Next.To::new).orElseGet(State.Next.End::new);
    }

    private Optional<State> task(State.Common common, Fields fields) {
        Expression timeout = fields.quantity("TimeoutSeconds", true, 1, Fields.LONGEST).orElse(FOREVER);
        Optional<Expression> heartbeat = fields.quantity("HeartbeatSeconds", true, 1, Fields.LONGEST);
        Template credentials = credentials(fields);
        var recovery = new Recovery(fields);
        List<Retrier> retry = recovery.retriers();
        List<Catcher> catchers = recovery.catchers();
        State.Next next = next(fields);
        return fields.string("Resource").flatMap(arn -> new Resources(fields, type).resource(arn))
                .map(resource -> new State.Task(common, resource, timeout, heartbeat, credentials, retry, catchers, next));
    }

    private static Template credentials(Fields fields) {
        Optional<Node> credentials = fields.get("Credentials");
        credentials.filter(node -> node.json() instanceof Json.Obj && node.get("RoleArn").or(() -> node.get("RoleArn.$")).isEmpty())
                .ifPresent(node -> fields.report(node, Problem.requiredField("RoleArn")));
        return credentials.map(fields.expressions()::template).orElse(Template.NOTHING);
    }

    private Expression result(Node node) {
        if (Looks.dynamic(node.json())) problems.report(node, Problem.staticResult());
        return new Literal(node.json());
    }

    private static Optional<State.Wait.Until> until(Fields fields) {
        fields.exactlyOne(fields.expressions().isJsonata() ? List.of("Seconds", "Timestamp")
                : List.of("SecondsPath", "Seconds", "TimestampPath", "Timestamp"));
        String seconds = fields.has("SecondsPath") ? "SecondsPath" : "Seconds";
        if (fields.get(seconds).isPresent()) {
            return fields.quantity("Seconds", true, 0, Fields.LONGEST).map(value -> new State.Wait.Until.Seconds(seconds, value));
        }
        String timestamp = fields.has("TimestampPath") ? "TimestampPath" : "Timestamp";
        return fields.get(timestamp).map(node -> new State.Wait.Until.Timestamp(timestamp,
                timestamp.equals("Timestamp") ? timestamp(fields.expressions(), node) : fields.expressions().quantityPath(node)));
    }

    /// A literal point in time, or a JSONata expression of one.
    static Expression timestamp(Expressions expressions, Node node) {
        return expressions.query(node).orElseGet(() -> {
            if (node.text().isEmpty()) expressions.problems().report(node, Problem.expected("STRING"));
            else if (!Looks.likeTimestamp(node.text().get())) expressions.problems().report(node, Problem.notATimestamp());
            return new Literal(node.json());
        });
    }

    /// `Error` or `Cause`, or the path of it.
    private static Optional<Expression> words(Fields fields, String name) {
        fields.atMostOne(List.of(name, name + "Path"));
        Optional<Node> path = fields.get(name + "Path");
        if (path.isPresent()) return path.map(fields.expressions()::pathOrIntrinsic);
        fields.string(name).filter(text -> !fields.expressions().isJsonata() && Looks.likePath(text))
                .ifPresent(_ -> fields.reportValue(name, Problem.noPath(name)));
        return fields.get(name).map(fields.expressions()::value);
    }

    private Optional<State> parallel(State.Common common, Fields fields, QueryLanguage machineLanguage) {
        List<StateMachine> branches = fields.someItems("Branches").stream()
                .flatMap(branch -> inner(branch, Shape.BRANCH, machineLanguage).stream()).toList();
        var recovery = new Recovery(fields);
        return Optional.of(new State.Parallel(common, branches, recovery.retriers(), recovery.catchers(), next(fields)));
    }
}
