package passo.lab.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import passo.json.Json;

/// One test of an exercise.
///
/// @param id its name in `wrong` and in the API: stable
/// @param hidden is its input kept from the learner?
/// @param world in which it begins: the exercise's, with what the test changes in it
/// @param runs one after the other, each in the world that the one before has left
/// @param seeds with how many seeds it is made
/// @param expected what it expects, as it is written, and `expect`, as it is read
/// @param simulate what the roles of the answer must allow and refuse
public record TestCase(String id, Words name, Kind kind, boolean hidden, Json.Obj world, List<Sample> runs, int seeds,
        Json.Obj expected, Expectation expect, List<Simulation> simulate) {

    /// What kind of thing it tries: what a hidden test that fails may tell.
    public enum Kind {
        HAPPY, MORE_DATA, MISSING, EMPTY, BOUNDARY, TYPE, ORDER, SERVICE_FAILS, THROTTLING, REFUSED, TIMEOUT, INDEPENDENT, SIZE, COST, PERMISSION, LOG;

        /// As it is written: lower case, `-` between words.
        public String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String tag) {
            return List.of(values()).stream().filter(kind -> kind.tag().equals(tag)).findFirst();
        }
    }

    /// The same test with another expectation.
    ///
    /// @throws IllegalArgumentException if it cannot be read
    public TestCase expecting(Json.Obj other) {
        return other.equals(expected) ? this : new TestCase(id, name, kind, hidden, world, runs, seeds, other, Expectation.of(other), simulate);
    }

    /// The same test, made with one seed.
    public TestCase once() {
        return new TestCase(id, name, kind, hidden, world, runs, 1, expected, expect, simulate);
    }

    /// One execution.
    ///
    /// @param change what is different in the world from it on
    /// @param decisions as JSON; empty for none
    /// @param expect of this execution, where it is not what the test expects of all
    public record Sample(Json input, Json.Obj change, Json.Arr decisions, Optional<Expectation> expect) {}

    /// One question to a role. `principal` asks who may assume it; else `action` on `resource`.
    public record Simulation(String role, Optional<String> principal, String action, String resource, boolean allowed) {}
}
