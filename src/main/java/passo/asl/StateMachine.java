package passo.asl;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import passo.expression.QueryLanguage;

/// A state machine, and likewise a branch of a Parallel state or the processor of a Map state: states, and the one to
/// start at. Specification, "Structure of a State Machine".
///
/// @param comment empty where there is none
/// @param states by name, in the order of the text; `startAt` and every transition names one of them
/// @param timeout `FOREVER` where the definition gives none
public record StateMachine(String comment, QueryLanguage language, String startAt, SequencedMap<String, State> states, Duration timeout) {

    /// The longest time that a definition can name, and the default where it names none.
    public static final Duration FOREVER = Duration.ofSeconds(99_999_999);

    public StateMachine {
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
        if (!states.containsKey(startAt)) throw new IllegalArgumentException("StartAt names no state: " + startAt);
    }

    /// The state of this name.
    ///
    /// @throws IllegalArgumentException if there is none; the parser lets no such machine through
    public State state(String name) {
        State state = states.get(name);
        if (state == null) throw new IllegalArgumentException("No such state: " + name);
        return state;
    }

    /// The state of this name, here or at any depth in a branch or a processor: a name is unique in the whole machine.
    public Optional<State> find(String name) {
        State state = states.get(name);
        if (state != null) return Optional.of(state);
        return states.values().stream().flatMap(StateMachine::inside).map(inner -> inner.find(name)).flatMap(Optional::stream).findFirst();
    }

    /// Every state, at any depth too: one after the other as in the text, and after a Parallel or Map those inside it.
    public Stream<State> everyState() {
        return states.values().stream().flatMap(state -> Stream.concat(Stream.of(state), inside(state).flatMap(StateMachine::everyState)));
    }

    /// The branches of a Parallel, the processor of a Map; nothing in other states.
    public static Stream<StateMachine> inside(State state) {
        return switch (state) {
            case State.Parallel parallel -> parallel.branches().stream();
            case State.Map map -> Stream.of(map.processor());
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> Stream.empty();
        };
    }
}
