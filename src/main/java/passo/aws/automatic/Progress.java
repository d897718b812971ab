package passo.aws.automatic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import passo.asl.ChoiceRule;
import passo.asl.State;
import passo.asl.StateMachine;

/// Which way of a Choice state gets the machine on: one that can succeed; whose condition speaks of success, or at least
/// leads away from the choice for good and does not speak of failure; then the first in the text.
final class Progress {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final Pattern GOOD = Pattern.compile("(?i)succe|complete|available|active|ready|done|finished|approved|^ok$|inservice");
    private static final Pattern BAD =
            Pattern.compile("(?i)fail|error|reject|timed.?out|abort|cancel|stopped|denied|invalid|undefined|unsuccess|incomplete|inactive|unavailable");

    /// A way out of a choice.
    ///
    /// @param rule whose condition opens it; nothing for `Default`
    record Branch(Optional<ChoiceRule> rule, String next) {}

    /// In a larger machine nobody looks for the loops.
    private static final int LARGE = 2_000;

    private final StateMachine machine;
    private final List<State> order = new ArrayList<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, Integer> distances = new HashMap<>();
    private final Map<State.Choice, Optional<Branch>> best = new IdentityHashMap<>();

    Progress(StateMachine machine) {
        this.machine = machine;
        order();
        measure();
    }

    private void order() {
        var seen = new LinkedHashSet<String>(List.of(machine.startAt()));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : successors(machine.state(open.poll()))) if (seen.add(next)) open.add(next);
        }
        seen.addAll(machine.states().keySet());
        seen.forEach(name -> order.add(machine.state(name)));
    }

    private void measure() {
        var open = new ArrayDeque<String>();
        for (State state : order) {
            List<String> after = state instanceof State.Fail ? List.of() : successors(state);
            after.forEach(next -> before.computeIfAbsent(next, _ -> new ArrayList<>()).add(state.name()));
            if (after.isEmpty() && !(state instanceof State.Fail)) {
                distances.put(state.name(), 0);
                open.add(state.name());
            }
        }
        while (!open.isEmpty()) {
            String name = open.poll();
            for (String earlier : before.getOrDefault(name, List.of())) {
                if (distances.putIfAbsent(earlier, distance(name) + 1) == null) open.add(earlier);
            }
        }
    }

    private int distance(String state) {
        return distances.getOrDefault(state, NEVER);
    }

    /// The states, the nearer to the start the earlier; those that only an error leads to come last.
    List<State> states() {
        return order;
    }

    /// The ways out of a choice, in the order of the text.
    List<Branch> branches(State.Choice choice) {
        var branches = new ArrayList<Branch>();
        choice.choices().forEach(rule -> branches.add(new Branch(Optional.of(rule), rule.next())));
        choice.otherwise().ifPresent(next -> branches.add(new Branch(Optional.empty(), next)));
        return branches;
    }

    Optional<Branch> best(State.Choice choice) {
        return best.computeIfAbsent(choice, this::findBest);
    }

    private Optional<Branch> findBest(State.Choice choice) {
        Set<String> leadingHere = leadingTo(choice.name());
        return branches(choice).stream().min(Comparator
                .comparing((Branch branch) -> distance(branch.next) == NEVER)
                .thenComparing(branch -> branch.rule.map(rule -> tone(rule.condition())).orElse(0) >= 0)
                .thenComparing(branch -> leadingHere.contains(branch.next))
                .thenComparing(branch -> branch.rule.map(rule -> tone(rule.condition())).orElse(0))
                .thenComparing(branch -> leadingHere.contains(branch.next) ? distance(branch.next) : 0));
    }

    /// Does a condition speak of success (-1), of failure (1), or of neither?
    static int tone(ChoiceRule.Condition condition) {
        return switch (condition) {
            case ChoiceRule.Condition.Not(var inner) -> -tone(inner);
            case ChoiceRule.Condition.Or(var conditions) -> conditions.stream().mapToInt(Progress::tone).min().orElse(0);
            case ChoiceRule.Condition.And _, ChoiceRule.Condition.Comparison _, ChoiceRule.Condition.Query _ -> {
                String words = words(condition);
                yield BAD.matcher(words).find() ? 1 : GOOD.matcher(words).find() ? -1 : 0;
            }
        };
    }

    private static String words(ChoiceRule.Condition condition) {
        return switch (condition) {
            case ChoiceRule.Condition.And(var conditions) -> String.join(" ", conditions.stream().map(Progress::words).toList());
            case ChoiceRule.Condition.Or(var conditions) -> String.join(" ", conditions.stream().map(Progress::words).toList());
            case ChoiceRule.Condition.Not(var inner) -> words(inner);
            case ChoiceRule.Condition.Comparison comparison -> comparison.operand().source();
            case ChoiceRule.Condition.Query(var expression) -> expression.source();
        };
    }

    private Set<String> leadingTo(String state) {
        if (order.size() > LARGE) return Set.of();
        Set<String> seen = new HashSet<>();
        var open = new ArrayDeque<>(List.of(state));
        while (!open.isEmpty()) {
            for (String earlier : before.getOrDefault(open.poll(), List.of())) if (seen.add(earlier)) open.add(earlier);
        }
        return seen;
    }

    /// The states after a state, without the ways of its catchers.
    private List<String> successors(State state) {
        return switch (state) {
            case State.Pass pass -> to(pass.next());
            case State.Wait wait -> to(wait.next());
            case State.Recoverable recoverable -> to(recoverable.next());
            case State.Choice choice -> branches(choice).stream().map(Branch::next).toList();
            case State.Succeed _, State.Fail _ -> List.of();
        };
    }

    private static List<String> to(State.Next next) {
        return switch (next) {
            case State.Next.To(var name) -> List.of(name);
            case State.Next.End() -> List.of();
        };
    }
}
