package passo.lab.reference;

import java.util.List;
import passo.asl.Definition;
import passo.json.Json;
import passo.lab.exercise.ContentReader;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.Words;

/// An example in the reference, which runs in its place. Immutable.
public sealed interface Sample {

    /// Its name within the topic.
    String id();

    Words title();

    Json input();

    /// Reads an example.
    ///
    /// @param file that it stands in, for what is wrong with it
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    static Sample read(ContentReader content, String file, Json.Obj written, String id, Words title) {
        return new SampleReader(content, file, written).sample(id, title);
    }

    /// A machine that is run.
    ///
    /// @param definition its text, as one would write it
    /// @param world in which it runs; empty where everything exists that is called
    /// @param decisions about the run
    record Machine(String id, Words title, Definition.Type type, String definition, Json input, Json.Obj world, Json.Arr decisions, Claim claim) implements Sample {}

    /// Paths, functions and JSONata by themselves: each is given the input.
    record Expressions(String id, Words title, Json input, List<Line> lines) implements Sample {

        public Expressions {
            lines = List.copyOf(lines);
        }
    }

    /// @param written as it stands in a definition: JSONata between `{%` and `%}`, else a path or an intrinsic function
    record Line(String written, Result result) {}

    /// What comes of a machine.
    sealed interface Claim {

        record Runs(Expectation expectation) implements Claim {}

        /// @param codes of the errors that keep it from being a machine, in the order of its text
        record DoesNotLoad(List<String> codes) implements Claim {}
    }

    /// What comes of an expression.
    sealed interface Result {

        record Gives(Json value) implements Result {}

        /// @param error its name, or the code of the diagnostic where it cannot be read
        record Fails(String error) implements Result {}
    }
}
