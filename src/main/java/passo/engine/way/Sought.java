package passo.engine.way;

import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.json.Json;

/// A field that somebody looks for in the data that states begin with and hand on.
///
/// @param text the path as it was asked for, in either query language
/// @param path into the input of a state, or from a variable
public record Sought(String text, Path path) {

    private static final String INPUT = "$states.input";

    /// Reads `$.customer.email`, `$states.input.customer.email`, `$order.id` of a variable; `customer.email` is taken for the first.
    public static Optional<Sought> read(String text) {
        String bare = text.strip().replaceFirst("^\\{%\\s*", "").replaceFirst("\\s*%}$", "");
        String path = bare.startsWith(INPUT) ? "$" + bare.substring(INPUT.length()) : bare.startsWith("$") ? bare : "$." + bare;
        if (bare.isEmpty() || path.equals("$") || path.startsWith("$$") || path.startsWith("$states")) return Optional.empty();
        return Path.compile(path) instanceof Compiled.Good<Path>(var compiled) ? Optional.of(new Sought(bare.startsWith("$") ? bare : path, compiled)) : Optional.empty();
    }

    static Sought of(Path path) {
        return new Sought(path.source(), path);
    }

    public boolean isVariable() {
        return path.root() == Path.Root.VARIABLE;
    }

    /// Is it there?
    boolean in(Json data, Json.Obj variables) {
        return path.find(new Scope(data, Optional.empty(), Optional.empty(), () -> Json.Obj.EMPTY, Variables.NONE.with(variables),
                new SplittableRandom(0), Instant.EPOCH)).isPresent();
    }
}
