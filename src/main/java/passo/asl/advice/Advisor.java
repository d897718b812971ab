package passo.asl.advice;

import java.util.List;
import passo.asl.Definition;
import passo.asl.Node;
import passo.asl.State;
import passo.asl.StateMachine;

/// Gives advice on a definition that AWS takes.
public final class Advisor {

    private final Findings findings;

    private Advisor(Findings findings) {
        this.findings = findings;
    }

    /// All advice, in the order of the text; none on a definition that is refused, since there are more urgent things to say.
    public static List<Advice> advise(Definition definition) {
        var findings = new Findings(definition.source());
        definition.machine().ifPresent(machine -> new Advisor(findings).machine(machine, definition.root()));
        return findings.all();
    }

    private void machine(StateMachine machine, Node node) {
        Node states = node.get("States").orElseThrow();
        for (State state : machine.states().values()) state(state, states.get(state.name()).orElseThrow());
    }

    private void state(State state, Node node) {
        new Habits(findings, node).look(state);
        switch (state) {
            case State.Parallel parallel -> {
                List<Node> branches = node.get("Branches").orElseThrow().items();
                for (int i = 0; i < branches.size(); i++) machine(parallel.branches().get(i), branches.get(i));
            }
            case State.Map map -> machine(map.processor(), node.get("ItemProcessor").or(() -> node.get("Iterator")).orElseThrow());
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> {}
        }
    }
}
