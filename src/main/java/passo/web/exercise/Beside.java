package passo.web.exercise;

import java.util.List;
import java.util.Optional;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Measured;

/// What stands beside a verdict.
///
/// @param onward the address of the next exercise; empty after the last
/// @param twin the title of what is like it and is done on one's own another day; empty where there is none
/// @param example in place of the first hidden test that did not pass, where it is due
/// @param compared the answer and the solutions, where it passed
record Beside(String onward, String twin, Optional<CounterExample> example, List<Measured> compared) {

    static final Beside NOTHING = new Beside("", "", Optional.empty(), List.of());
}
