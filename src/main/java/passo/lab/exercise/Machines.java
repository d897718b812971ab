package passo.lab.exercise;

import java.util.List;
import passo.json.Json;

/// The machines that an exercise brings along, from its folder `machines`. Immutable.
///
/// @param runs to look at, beside the questions
/// @param compared are the figures of the runs shown side by side?
/// @param suspects that the tests of the learner have to tell apart
public record Machines(List<Shown> runs, boolean compared, List<Suspect> suspects) {

    /// Of an exercise that brings none.
    public static final Machines NONE = new Machines(List.of(), false, List.of());

    /// A run of one of them.
    ///
    /// @param world in which it begins: the exercise's, with what the run changes in it
    /// @param after is it kept from the learner until the answers are right?
    public record Shown(Words title, String definition, Json input, Json.Obj world, boolean after) {}

    /// A machine that is right, which must pass every test of the learner, or wrong, which must fail one at least.
    ///
    /// @param shown may the learner read it?
    /// @param kind of the tests that tell it apart: what may be said of a wrong one that passes
    /// @param about what it does: told once the tests have told it apart
    public record Suspect(String name, String definition, boolean right, boolean shown, TestCase.Kind kind, Words about) {}
}
