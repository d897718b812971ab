package passo.asl;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.asl.text.Node;
import passo.json.Json;

/// Asks the questions that concern a machine as a whole: does every transition lead somewhere, is every state reached,
/// does any state end it, is every name given once.
final class Validator {

    private static final int LONGEST_NAME = 80;
    private static final int DEEPEST = 100;

    private final Problems problems;
    private final Set<String> everywhere = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    private Validator(Problems problems) {
        this.problems = problems;
    }

    static void check(Node root, Problems problems) {
        var validator = new Validator(problems);
        validator.collectNames(root);
        validator.machine(root, Set.of(), 1);
    }

    private void collectNames(Node machine) {
        for (Node state : states(machine)) {
            everywhere.add(state.name());
            inner(state).forEach(this::collectNames);
        }
    }

    /// @param outer the variables that the scopes around this machine may have assigned when it starts
    private void machine(Node machine, Set<String> outer, int depth) {
        List<Node> states = states(machine);
        if (depth > DEEPEST) problems.report(machine, Problem.tooDeep());
        if (states.isEmpty() || depth > DEEPEST) return;
        reportTargets(machine, states);
        boolean ends = depth > 1 || states.stream().anyMatch(Validator::isTerminal);
        if (ends) reportUnreached(machine, states);
        else problems.reportUnplaced(machine.get("States").orElseThrow(), Problem.noTerminalState());
        for (Node state : states) {
            name(state);
            label(state);
            assignments(state).filter(member -> outer.contains(variable(member)))
                    .forEach(member -> problems.report(member, Problem.outerVariable(variable(member))));
            for (Node inside : inner(state)) {
                machine(inside, isDistributed(inside) ? Set.of() : visibleIn(state, machine, states, outer), depth + 1);
            }
        }
    }

    private void reportTargets(Node machine, List<Node> states) {
        List<String> names = states.stream().map(Node::name).sorted().toList();
        Stream.concat(machine.get("StartAt").stream(), states.stream().flatMap(Validator::targets)).forEach(target -> target.text()
                .filter(name -> !names.contains(name))
                .ifPresent(name -> problems.report(target, missing(name, names))));
    }

    private Problem missing(String name, List<String> names) {
        Problem problem = Problem.missingTarget(name);
        return everywhere.contains(name) ? problem.hint("hint.otherScope", name) : problem.didYouMean(name, names);
    }

    /// Where `StartAt` leads nowhere, only what no state leads to either counts as unreached.
    private void reportUnreached(Node machine, List<Node> states) {
        Optional<Node> start = machine.get("StartAt");
        if (start.isEmpty()) return;
        boolean leads = start.flatMap(Node::text).filter(name -> state(machine, name).isPresent()).isPresent();
        Set<String> reached = leads ? reached(machine, start.stream()) : reached(machine, states.stream().flatMap(Validator::targets));
        states.stream().filter(state -> !reached.contains(state.name()))
                .forEach(state -> problems.report(state, Problem.unreachable(state.name())));
    }

    private static Set<String> reached(Node machine, Stream<Node> from) {
        Set<String> reached = new HashSet<>();
        var waiting = new ArrayDeque<Node>(from.toList());
        while (!waiting.isEmpty()) {
            Optional<String> name = waiting.remove().text();
            if (name.isEmpty() || !reached.add(name.get())) continue;
            state(machine, name.get()).stream().flatMap(Validator::targets).forEach(waiting::add);
        }
        return reached;
    }

    /// The variables that may exist when a state's branches or iterations start: those of the states that lead to it.
    private static Set<String> visibleIn(Node container, Node machine, List<Node> states, Set<String> outer) {
        Set<String> visible = new HashSet<>(outer);
        states.stream().filter(state -> assignments(state).findAny().isPresent() && !state.name().equals(container.name()))
                .filter(state -> reached(machine, targets(state)).contains(container.name()))
                .forEach(state -> assignments(state).forEach(member -> visible.add(variable(member))));
        return visible;
    }

    private static String variable(Node member) {
        return Assignments.variable(member.name());
    }

    private static List<Node> states(Node machine) {
        return machine.get("States").map(Node::members).orElse(List.of()).stream()
                .filter(state -> state.json() instanceof Json.Obj).toList();
    }

    private static Optional<Node> state(Node machine, String name) {
        return machine.get("States").flatMap(states -> states.get(name));
    }

    private void name(Node state) {
        String name = state.name();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) problems.report(state, Problem.longStateName(name));
        if (!names.add(name)) problems.report(state, Problem.duplicateState(name));
    }

    private void label(Node state) {
        state.get("Label").ifPresent(label -> label.text().filter(text -> !labels.add(text))
                .ifPresent(text -> problems.report(label, Problem.duplicateLabel(text))));
    }

    /// A state without any way on is a mistake of its own, and may have been meant as an end.
    private static boolean isTerminal(Node state) {
        return state.get("End").filter(end -> end.json().equals(Json.TRUE)).isPresent() || targets(state).findAny().isEmpty();
    }

    private static Stream<Node> targets(Node state) {
        Stream<Node> rules = Stream.of("Choices", "Catch").flatMap(list -> items(state, list)).flatMap(rule -> rule.get("Next").stream());
        return Stream.concat(Stream.of("Next", "Default").flatMap(field -> state.get(field).stream()), rules);
    }

    private static Stream<Node> assignments(Node state) {
        Stream<Node> holders = Stream.concat(Stream.of(state), Stream.of("Choices", "Catch").flatMap(list -> items(state, list)));
        return holders.flatMap(holder -> holder.get("Assign").stream()).flatMap(assign -> assign.members().stream());
    }

    private static List<Node> inner(Node state) {
        Stream<Node> processors = Stream.of("ItemProcessor", "Iterator").flatMap(field -> state.get(field).stream());
        return Stream.concat(items(state, "Branches"), processors).toList();
    }

    private static Stream<Node> items(Node state, String list) {
        return state.get(list).stream().flatMap(node -> node.items().stream());
    }

    private static boolean isDistributed(Node processor) {
        return processor.get("ProcessorConfig").flatMap(config -> config.text("Mode")).equals(Optional.of("DISTRIBUTED"));
    }
}
