package passo.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.StateMachine;

/// Something of a machine that a run can take or leave: a state, a way on from it, a rule of its error handling.
///
/// @param number of the rule, the retrier or the catcher in its field, from 0; 0 for the other kinds
public record Way(String state, Kind kind, int number) {

    /// `NEXT` is the way on after the state's work, to `Next` or to the end.
    public enum Kind {
        STATE("state"), NEXT("next"), RULE("rule"), OTHERWISE("default"), CATCHER("catch"), RETRIER("retry");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As it is written in JSON.
        String word() {
            return word;
        }

        /// Does it lead out of the state?
        public boolean leadsOn() {
            return this != STATE && this != RETRIER;
        }
    }

    /// All ways of a machine, in the order of the definition, a state's own together.
    public static List<Way> of(StateMachine machine) {
        return machine.everyState().flatMap(Way::of).toList();
    }

    private static Stream<Way> of(State state) {
        var ways = new ArrayList<Way>(List.of(new Way(state.name(), Kind.STATE, 0)));
        switch (state) {
            case State.Succeed _, State.Fail _ -> {}
            case State.Pass _, State.Wait _ -> ways.add(new Way(state.name(), Kind.NEXT, 0));
            case State.Choice choice -> {
                add(ways, state, Kind.RULE, choice.choices().size());
                add(ways, state, Kind.OTHERWISE, choice.otherwise().isPresent() ? 1 : 0);
            }
            case State.Recoverable recoverable -> {
                ways.add(new Way(state.name(), Kind.NEXT, 0));
                add(ways, state, Kind.RETRIER, recoverable.retry().size());
                add(ways, state, Kind.CATCHER, recoverable.catchers().size());
            }
        }
        return ways.stream();
    }

    private static void add(List<Way> ways, State state, Kind kind, int count) {
        for (int i = 0; i < count; i++) ways.add(new Way(state.name(), kind, i));
    }
}
