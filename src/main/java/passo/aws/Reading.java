package passo.aws;

import java.util.List;

/// What came of reading a world, callbacks or decisions: the value, or everything wrong with it.
public sealed interface Reading<T> {

    record Good<T>(T value) implements Reading<T> {}

    record Bad<T>(List<Problem> problems) implements Reading<T> {}
}
