package passo.lab.exercise;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import passo.expression.Compiled;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.expression.jsonata.Program;
import passo.json.Json;

/// A predicate over an answer and what became of it, with what there is to say where it holds (of a mistake) or does not (of a
/// structure rule). In JSONata, with the variables
///
/// - `$definition`: the machine as JSON, `$text`: as it is written, and `$roles`, `$alarms`, `$logging`: what was handed in beside it;
/// - `$all`: every state of it as `{name, path, state}`, those in branches and processors too;
/// - `$results`: of every test `{test, passed, calls, requests, runs}`, and of its last run, as of each of `runs`, `{status, error, cause, output, bytes,
///   visited, transitions, seconds, children}`: of the output its size, of each Map its iterations or child executions;
/// - `$diagnostics`: why a text is no machine, `{code, location, message}`. A predicate that mentions it is asked of such a text and of
///   no other; one that does not is not asked of it.
///
/// May be shared between threads.
public record Rule(String source, Program program, Words message) {

    /// @throws IllegalArgumentException if the predicate is no JSONata
    public static Rule of(String source, Words message) {
        return switch (Program.compile(source, Set.of())) {
            case Compiled.Good<Program>(var program) -> new Rule(source, program, message);
            case Compiled.Bad<Program> bad -> throw new IllegalArgumentException("not a predicate: " + source + ": " + bad.message());
        };
    }

    /// Is it about a text that is no machine?
    public boolean isOfText() {
        return source.contains("$diagnostics");
    }

    /// Whether the predicate is true of them. One that cannot be evaluated is not.
    ///
    /// @param variables those that predicates know, by name
    public boolean holds(Json.Obj variables) {
        var scope = new Scope(Json.Obj.EMPTY, Optional.empty(), Optional.empty(), () -> Json.Obj.EMPTY, Variables.NONE.with(variables),
                new SplittableRandom(0), Instant.EPOCH);
        return program.run(scope) instanceof Program.Answer.Value(var answer) && answer.equals(Json.of(true));
    }
}
