package passo.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.text.Diagnostic.Phrase;
import passo.aws.Cloud;
import passo.aws.ExampleInput;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;

/// What two machines did with the same inputs, in the same world, with the same seed.
///
/// The inputs are the learner's, an example, and variations of the learner's: members absent, and values that lead into each branch
/// of each Choice state, put into the input and into the answers of services; and for each catcher a call that fails.
///
/// @param comparisons one for each input
/// @param branches how many rules and defaults of Choice states the runs took
/// @param allBranches how many there are
/// @param unvisited the states that no run of the original entered
public record Proof(List<Comparison> comparisons, int branches, int allBranches, List<String> unvisited) {

    /// What the comparisons say together.
    public enum Verdict {
        /// Everything was equal.
        PROVEN,
        /// Equal wherever the original works: it stops at something missing, and the other goes on.
        PROVEN_WHERE_IT_WORKS,
        /// There is an input with which the two do not the same.
        DIFFERENT,
        /// No run of the original was found that works and is short enough.
        UNPROVEN
    }

    /// The events of a variation, beyond which it is not compared, and of all runs together, after which no other pair begins.
    private static final int MOST_EVENTS_OF_A_VARIATION = 8_000;
    private static final int MOST_EVENTS = 24_000;
    private static final int MOST_WITH_CODE = 2;

    public Proof {
        comparisons = List.copyOf(comparisons);
        unvisited = List.copyOf(unvisited);
    }

    /// Runs both machines.
    ///
    /// @param before how the original is started, with the learner's input
    /// @param after the other machine
    /// @param limits of each run
    public static Proof of(StartExecution before, StateMachine after, World world, Limits limits) {
        List<Trial> trials = Trial.of(before.machine(), before.input(), ExampleInput.of(before.machine()));
        boolean runsCode = new Cloud(world, List.of(), before).runsCode();
        List<Comparison> comparisons = new ArrayList<>();
        Set<Branch> branches = new HashSet<>();
        Set<String> unvisited = new LinkedHashSet<>();
        before.machine().everyState().map(State::name).forEach(unvisited::add);
        int events = 0;
        for (Trial trial : runsCode ? trials.subList(0, Math.min(trials.size(), MOST_WITH_CODE)) : trials) {
            // The cloud's automatic answers are made of what a machine reads: both get those for the original.
            StartExecution start = with(before, before.machine(), trial.input());
            var cloud = new Cloud(world, List.of(), start);
            var other = new Cloud(world, List.of(), start);
            Run first = run(start, trial, cloud, limits);
            Run second = first instanceof Run.Ended ? run(with(before, after, trial.input()), trial, other, limits) : first;
            if (!(first instanceof Run.Ended(Trace was)) || !(second instanceof Run.Ended(Trace is))) continue;
            comparisons.add(Comparison.of(trial, new Comparison.Ran(was, cloud.calls()), new Comparison.Ran(is, other.calls())));
            collectBranches(was, branches, unvisited);
            events += was.events().size() + is.events().size();
            if (events > MOST_EVENTS) break;
        }
        return new Proof(comparisons, branches.size(), countBranches(before.machine()), List.copyOf(unvisited));
    }

    private static Run run(StartExecution start, Trial trial, Cloud cloud, Limits limits) {
        int events = trial.what().key().equals(Trial.OWN) ? limits.events() : Math.min(MOST_EVENTS_OF_A_VARIATION, limits.events());
        var most = new Limits(events, limits.bytes(), () -> cloud.refusal().isPresent() || limits.overdue().getAsBoolean());
        Run run = Execution.run(start, trial.through(cloud), most);
        return cloud.refusal().isPresent() ? cloud.refusal().get() : run;
    }

    private static StartExecution with(StartExecution start, StateMachine machine, Json input) {
        return new StartExecution(machine, start.type(), start.machineName(), start.name(), start.account(), input, start.at(), start.seed(),
                start.synchronous(), start.role());
    }

    /// @param rule -1 for the default
    private record Branch(String choice, int rule) {}

    private static void collectBranches(Trace trace, Set<Branch> branches, Set<String> unvisited) {
        for (Step step : trace.steps()) {
            unvisited.remove(step.state());
            if (step.type().equals("Choice") && step.next().isPresent()) branches.add(new Branch(step.state(), step.rule().orElse(-1)));
        }
        trace.children().forEach(child -> collectBranches(child, branches, unvisited));
    }

    private static int countBranches(StateMachine machine) {
        return machine.states().values().stream().mapToInt(state -> switch (state) {
            case State.Choice choice -> choice.choices().size() + (choice.otherwise().isPresent() ? 1 : 0);
            case State.Parallel parallel -> parallel.branches().stream().mapToInt(Proof::countBranches).sum();
            case State.Map map -> countBranches(map.processor());
            case State.Task _, State.Pass _, State.Wait _, State.Succeed _, State.Fail _ -> 0;
        }).sum();
    }

    public Verdict verdict() {
        if (has(Comparison.Result.DIFFERENT)) return Verdict.DIFFERENT;
        if (comparisons.stream().noneMatch(Comparison::isSame)) return Verdict.UNPROVEN;
        return has(Comparison.Result.GOES_ON) ? Verdict.PROVEN_WHERE_IT_WORKS : Verdict.PROVEN;
    }

    private boolean has(Comparison.Result result) {
        return comparisons.stream().anyMatch(comparison -> comparison.result() == result);
    }

    /// What is different in the first comparison that is; nothing to say where none is.
    public Phrase difference() {
        return comparisons.stream().map(Comparison::difference).filter(phrase -> !phrase.equals(Phrase.NONE)).findFirst().orElse(Phrase.NONE);
    }
}
