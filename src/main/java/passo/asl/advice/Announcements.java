package passo.asl.advice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.asl.text.Node;

/// Looks for a branch that does nothing but write that the work is done, while another, which does the work, may still fail.
record Announcements(Findings findings, Node node) {

    private static final Pattern DONE = Pattern.compile("(?i)processed|completed?|done|succeeded|success|finished|processad[oa]|conclu[ií]d[oa]"
            + "|completad[oa]|finalizad[oa]|sucesso|feito");
    private static final Set<String> WRITES = Set.of("dynamodb:putItem", "dynamodb:updateItem");

    void look(State.Parallel parallel) {
        List<Node> places = node.get("Branches").orElseThrow().items();
        for (int i = 0; i < places.size(); i++) {
            StateMachine branch = parallel.branches().get(i);
            boolean alone = parallel.branches().stream().noneMatch(other -> other != branch && mayFail(other));
            if (!alone) announcement(branch, places.get(i)).ifPresent(word -> findings.add(Matter.DONE_TOO_EARLY, word, word.text().orElseThrow(), parallel.name()));
        }
    }

    /// The word with which the branch's only task says that all is done.
    private static Optional<Node> announcement(StateMachine branch, Node place) {
        List<State> tasks = branch.everyState().filter(State.Task.class::isInstance).toList();
        if (tasks.size() != 1 || !(tasks.getFirst() instanceof State.Task task) || !(task.resource() instanceof Resource.Service service)) return Optional.empty();
        if (!WRITES.contains(service.service() + ":" + service.action())) return Optional.empty();
        return place.get("States").flatMap(states -> states.get(task.name()))
                .flatMap(state -> state.get("Parameters").or(() -> state.get("Arguments"))).stream().flatMap(Announcements::texts)
                .filter(text -> DONE.matcher(text.text().orElseThrow()).matches()).findFirst();
    }

    private static Stream<Node> texts(Node node) {
        return node.text().isPresent() ? Stream.of(node) : node.children().stream().flatMap(Announcements::texts);
    }

    /// Does it hold a task whose failure nothing in the branch catches?
    private static boolean mayFail(StateMachine branch) {
        boolean catches = branch.everyState().anyMatch(state -> state instanceof State.Recoverable recoverable && !recoverable.catchers().isEmpty());
        return !catches && branch.everyState().anyMatch(State.Task.class::isInstance);
    }
}
