package passo.asl.advice;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.asl.Catcher;
import passo.asl.ChoiceRule;
import passo.asl.ChoiceRule.Operator;
import passo.asl.Retrier;
import passo.asl.State;
import passo.asl.advice.Questions.Question;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.Spelling;
import passo.asl.text.Node;
import passo.expression.Path;
import passo.json.Json;

/// Looks at a state by itself.
///
/// @param thrown the errors that the definition's Fail states throw
record Habits(Findings findings, Node node, Set<String> thrown) {

    /// A kind, perhaps with the number that an editor puts behind it.
    private static final Pattern KIND = Pattern.compile("(?i)(Task|Pass|Fail|Choice|Parallel|Map)( ?state)?[ _-]?\\(?\\d*\\)?|(Wait|Succeed)[ _-]?\\(?\\d+\\)?");

    /// What only a distributed Map makes use of. AWS, "Map state fields".
    private static final List<String> DISTRIBUTED = List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label", "ToleratedFailureCount",
            "ToleratedFailureCountPath", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
    private static final Json DISTRIBUTED_CONFIG = Json.Obj.of("Mode", Json.of("DISTRIBUTED"), "ExecutionType", Json.of("STANDARD"));

    /// What becomes data as it stands in the text.
    private static final List<String> LITERALS = List.of("Result", "Parameters", "Arguments", "ResultSelector", "ItemSelector", "Output", "Assign");
    /// AWS, "Quotas": how much a state may hand on.
    private static final int MOST_KIBIBYTES = 256;

    /// The error names of the specification and of AWS. Whoever throws one of his own must not begin it with `States.`.
    private static final List<String> RESERVED = List.of("States.ALL", "States.Timeout", "States.HeartbeatTimeout", "States.TaskFailed",
            "States.Permissions", "States.ResultPathMatchFailure", "States.ParameterPathFailure", "States.QueryEvaluationError", "States.BranchFailed",
            "States.NoChoiceMatched", "States.IntrinsicFailure", "States.ExceedToleratedFailureThreshold", "States.ItemReaderFailed",
            "States.ResultWriterFailed", "States.DataLimitExceeded", "States.Runtime", "States.Http.Socket");

    /// AWS: the service reports all of them as `States.Runtime`, and that is never retried nor caught.
    private static final Set<String> NEVER_CAUGHT = Set.of("States.Runtime", "States.NoChoiceMatched", "States.ParameterPathFailure");

    void look(State state) {
        if (state instanceof State.Recoverable recoverable) {
            names(recoverable);
            pauses();
            unreached("Retry", recoverable.retry().stream().map(Retrier::errorEquals).toList());
            unreached("Catch", recoverable.catchers().stream().map(Catcher::errorEquals).toList());
            retriedThoughExpected(recoverable);
        }
        switch (state) {
            case State.Choice choice -> choice(choice);
            case State.Task task -> task(task);
            case State.Map map -> map(map);
            case State.Parallel parallel -> new Announcements(findings, node).look(parallel);
            case State.Pass _, State.Wait _, State.Succeed _, State.Fail _ -> {}
        }
        LITERALS.stream().flatMap(field -> node.get(field).stream()).forEach(this::large);
    }

    static boolean isKind(String name) {
        return KIND.matcher(name).matches();
    }

    private void large(Node literal) {
        int kibibytes = literal.json().toString().getBytes(StandardCharsets.UTF_8).length / 1024;
        if (kibibytes >= MOST_KIBIBYTES * 8 / 10) findings.add(Matter.LARGE_LITERAL, literal, literal.name(), Integer.toString(kibibytes), Integer.toString(MOST_KIBIBYTES));
    }

    // Maps.

    private void map(State.Map map) {
        node.get("ItemsPath").filter(_ -> node.get("ItemReader").isPresent())
                .ifPresent(path -> findings.add(Matter.ITEMS_PATH_IGNORED, path, map.name()));
        node.get("ResultWriter").filter(writer -> writer.members().isEmpty()).ifPresent(writer -> findings.add(Matter.EMPTY_RESULT_WRITER, writer));
        List<Node> useless = map.distributed().isPresent() ? List.of() : DISTRIBUTED.stream().flatMap(field -> node.get(field).stream()).toList();
        if (useless.isEmpty()) return;
        Node processor = node.get("ItemProcessor").or(() -> node.get("Iterator")).orElseThrow();
        findings.add(Matter.DISTRIBUTED_FIELD_INLINE, useless.getFirst(),
                () -> processor.get("ProcessorConfig").isPresent() ? List.of() : List.of(findings.insert(processor, "ProcessorConfig", DISTRIBUTED_CONFIG)),
                useless.stream().map(Node::name).collect(Collectors.joining(", ")), map.name());
    }

    // Tasks.

    private void task(State.Task task) {
        heartbeat();
        if (!(task.resource() instanceof Resource.Service service)) return;
        Optional<Node> request = node.get("Parameters").or(() -> node.get("Arguments"));
        boolean isInvoke = service.service().equals("lambda") && service.action().equals("invoke");
        if (isInvoke && request.filter(Habits::mayHavePayload).isEmpty()) {
            findings.add(Matter.NO_PAYLOAD, node, task.name());
        }
        boolean waits = service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
        if (waits && request.filter(fields -> !mentionsToken(fields.json().toString())).isPresent()) {
            findings.add(Matter.TOKEN_NOT_SENT, node, task.name());
        }
    }

    private void heartbeat() {
        if (node.get("TimeoutSeconds").map(Node::json).orElse(Json.NULL) instanceof Json.Num(var timeout)
                && node.get("HeartbeatSeconds").map(Node::json).orElse(Json.NULL) instanceof Json.Num(var heartbeat) && heartbeat.compareTo(timeout) >= 0) {
            findings.add(Matter.HEARTBEAT_NEVER_MISSED, node.get("HeartbeatSeconds").orElseThrow(), heartbeat.toPlainString(), timeout.toPlainString());
        }
    }

    /// What is computed as a whole may hold it.
    private static boolean mayHavePayload(Node request) {
        return request.text().isPresent() || request.get("Payload").isPresent() || request.get("Payload.$").isPresent();
    }

    /// The token itself, or the whole of what it stands in; what a variable holds nobody knows.
    private static boolean mentionsToken(String request) {
        return request.contains("Task.Token") || Pattern.compile("\"\\$\\$(\\.Task)?\"|\\$states\\.context(?!\\.[A-Z])|\"\\$[A-Za-z_]|\\{%\\s*\\$(?!states)").matcher(request).find();
    }

    // Errors.

    private void names(State.Recoverable state) {
        Stream.of("Retry", "Catch").flatMap(field -> node.get(field).stream()).flatMap(entries -> entries.items().stream())
                .flatMap(entry -> entry.get("ErrorEquals").stream()).flatMap(names -> names.items().stream())
                .forEach(name -> name(name, name.text().orElseThrow()));
    }

    private void pauses() {
        node.get("Retry").stream().flatMap(entries -> entries.items().stream())
                .filter(entry -> entry.get("BackoffRate").or(() -> entry.get("MaxDelaySeconds")).isPresent())
                .flatMap(entry -> entry.get("IntervalSeconds").stream()).filter(interval -> interval.json().equals(Json.of(0)))
                .forEach(interval -> findings.add(Matter.PAUSE_NEVER_GROWS, interval));
    }

    private void name(Node node, String name) {
        if (NEVER_CAUGHT.contains(name)) findings.add(Matter.ERROR_NEVER_CAUGHT, node, name);
        boolean isReserved = RESERVED.contains(name) || name.startsWith("States.Http.StatusCode.");
        if (!name.startsWith("States.") || isReserved || thrown.contains(name)) return;
        Optional<String> meant = Spelling.nearest(name, RESERVED);
        findings.add(Matter.UNKNOWN_ERROR, node, () -> meant.stream().map(word -> findings.write(node, Json.of(word))).toList(), name, meant.orElse("States.ALL"));
    }

    /// The first entry that names an error has the last word on it, even when its attempts are spent.
    private void unreached(String field, List<List<String>> entries) {
        var named = new HashSet<String>();
        for (int i = 0; i < entries.size(); i++) {
            if (named.containsAll(entries.get(i))) {
                findings.add(Matter.ENTRY_NEVER_REACHED, node.get(field).orElseThrow().items().get(i), String.join(", ", entries.get(i)));
            }
            named.addAll(entries.get(i));
        }
    }

    /// An error of the learner's own that a catcher names is expected, and a retrier for all errors repeats it first.
    private void retriedThoughExpected(State.Recoverable state) {
        if (state.retry().isEmpty()) return;
        Retrier last = state.retry().getLast();
        boolean all = last.errorEquals().contains("States.ALL") || last.errorEquals().contains("States.TaskFailed");
        if (!all || last.maxAttempts() == 0) return;
        Set<String> treated = new HashSet<>();
        state.retry().forEach(retrier -> treated.addAll(retrier.errorEquals()));
        state.catchers().stream().flatMap(catcher -> catcher.errorEquals().stream())
                .filter(error -> !error.contains(".") && !treated.contains(error)).findFirst()
                .ifPresent(error -> findings.add(Matter.EXPECTED_ERROR_RETRIED, node.get("Retry").orElseThrow().items().getLast().get("ErrorEquals").orElseThrow(),
                        error, Integer.toString(last.maxAttempts())));
    }

    // Choices.

    private void choice(State.Choice choice) {
        if (choice.otherwise().isEmpty() && !Conditions.coverAll(choice.choices())) findings.add(Matter.CHOICE_WITHOUT_DEFAULT, node, choice.name());
        askedTooLate(choice.choices());
    }

    /// Whoever asks whether a field is present knows that it may be absent; whatever reads it before that fails.
    private void askedTooLate(List<ChoiceRule> rules) {
        List<Question> questions = Questions.of(rules, node.get("Choices").orElseThrow().items());
        Set<String> asked = new HashSet<>();
        for (Question question : questions.reversed()) {
            if (!(question.comparison().variable() instanceof Path path)) continue;
            if (question.comparison().operator() == Operator.IsPresent) asked.add(path.source());
            else if (asked.contains(path.source()) && !question.isSure(path, path.steps().size())) {
                findings.add(Matter.READ_BEFORE_IS_PRESENT, question.node().get("Variable").orElseThrow(), path.source());
            }
        }
    }
}
