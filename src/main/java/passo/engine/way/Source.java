package passo.engine.way;

import java.util.List;

/// What a part of a stage's data was made of.
public sealed interface Source {

    /// Taken over as it was.
    record Copy(Place from) implements Source {}

    /// Made by an expression: an intrinsic function, JSONata, a path to several places.
    ///
    /// @param reads the places that its text names, as far as that is known
    record Computed(String expression, List<Place> reads) implements Source {
        public Computed {
            reads = List.copyOf(reads);
        }
    }

    /// Put together of parts, each with an origin of its own.
    record Joined() implements Source {}

    /// Written in the definition as it is.
    record Written() implements Source {}

    /// The answer of the work, which only it can explain.
    record Answered() implements Source {}

    /// The error and its cause.
    record Failed() implements Source {}

    /// Of the Context Object.
    ///
    /// @param path such as `$$.Execution.Id`
    record Context(String path) implements Source {}

    /// What the run began with.
    record Begun() implements Source {}

    /// Put there by who decided to change the run.
    record Decided() implements Source {}

    /// Not known.
    record Unknown() implements Source {}
}
