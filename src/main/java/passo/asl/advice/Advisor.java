package passo.asl.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.advice.Findings.Finding;
import passo.asl.text.Diagnostic;
import passo.asl.text.Fix;
import passo.asl.text.Node;
import passo.json.Json;

/// Gives advice on a definition that AWS takes.
public final class Advisor {

    /// How many characters are read again at most to try fixes.
    private static final int MOST_READ = 500_000;

    private final Definition definition;
    private final Findings findings;
    private final Set<String> variables;
    private final Set<String> thrown;

    private Advisor(Definition definition) {
        this.definition = definition;
        this.findings = new Findings(definition);
        this.variables = Words.assigned(definition.root());
        this.thrown = findings.thrown();
    }

    /// All advice, in the order of the text; none on a definition that is refused, since there are more urgent things to say.
    public static List<Advice> advise(Definition definition) {
        List<Finding> found = find(definition);
        String text = definition.source().text();
        int left = text.isEmpty() ? 0 : MOST_READ / text.length();
        var advice = new ArrayList<Advice>();
        for (Finding finding : found) {
            List<Fix> fixes = left > 0 ? finding.fixes().get() : List.of();
            left -= fixes.size();
            advice.add(finding.advice().with(fixes.stream().filter(fix -> mends(fix, finding, found, definition)).findFirst()));
        }
        return advice;
    }

    private static List<Finding> find(Definition definition) {
        if (definition.machine().isEmpty()) return List.of();
        var advisor = new Advisor(definition);
        advisor.whole(definition.machine().get(), definition.root());
        advisor.machine(definition.machine().get(), definition.root());
        Journey.follow(definition.machine().get(), definition.root(), new Losses(advisor.findings));
        return advisor.findings.all();
    }

    /// Is there one advice less, and nothing else to say?
    private static boolean mends(Fix fix, Finding finding, List<Finding> before, Definition definition) {
        Definition mended = Definition.parse(fix.applyTo(definition.source().text()), definition.type());
        var known = new HashSet<>(definition.diagnostics().stream().map(Diagnostic::message).toList());
        if (!mended.isValid() || mended.diagnostics().stream().anyMatch(diagnostic -> !known.contains(diagnostic.message()))) return false;
        var rest = new ArrayList<>(before.stream().map(Advisor::words).toList());
        rest.remove(words(finding));
        return find(mended).stream().map(Advisor::words).allMatch(rest::remove);
    }

    private static String words(Finding finding) {
        return finding.advice().code() + finding.advice().explanation().arguments();
    }

    private void whole(StateMachine machine, Node node) {
        node.get("TimeoutSeconds").filter(timeout -> timeout.json().equals(Json.of(0))).ifPresent(timeout -> findings.add(Matter.NO_TIME, timeout));
        List<String> kinds = machine.everyState().map(State::name).filter(Habits::isKind).toList();
        if (kinds.size() > 1) findings.add(Matter.KIND_AS_NAME, findings.state(kinds.getFirst()), String.join(", ", kinds));
        repeated(node);
    }

    private void repeated(Node node) {
        node.positions().repeated().stream().distinct().forEach(name -> findings.add(Matter.REPEATED_NAME, node.get(name).orElseThrow(), name));
        node.children().forEach(this::repeated);
    }

    private void machine(StateMachine machine, Node node) {
        Node states = node.get("States").orElseThrow();
        new Routes(findings, machine, node).look(node == definition.root());
        for (State state : machine.states().values()) state(state, states.get(state.name()).orElseThrow());
    }

    private void state(State state, Node node) {
        new Habits(findings, node, thrown).look(state);
        if (state instanceof State.Task task) new Integrations(findings, node).look(task);
        new Words(findings, state.common().language(), variables).look(node);
        Journey.inside(state, node).forEach(this::machine);
    }
}
