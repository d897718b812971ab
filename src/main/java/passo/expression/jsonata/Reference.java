package passo.expression.jsonata;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.expression.Scope;
import passo.json.Json;

/// An expression that is nothing but a variable and names behind it: `$states.input.order.id`, `$total`.
///
/// Through objects such a path means in JSONata what it says, and is walked here. Through an array it means a mapping,
/// and is left to the library; so is whatever finds nothing.
final class Reference {

    private static final Pattern NAME = Pattern.compile("[_\\p{javaUnicodeIdentifierStart}]\\p{javaUnicodeIdentifierPart}*");

    private final String variable;
    private final String[] names;

    private Reference(String variable, String[] names) {
        this.variable = variable;
        this.names = names;
    }

    static @Nullable Reference read(String text) {
        if (!text.startsWith("$")) return null;
        String[] parts = text.substring(1).split("\\.", -1);
        for (String part : parts) {
            if (!isName(part)) return null;
        }
        boolean isStates = parts[0].equals("states") && parts.length > 1;
        String[] names = new String[parts.length - (isStates ? 2 : 1)];
        System.arraycopy(parts, parts.length - names.length, names, 0, names.length);
        return new Reference(isStates ? "states." + parts[1] : parts[0], names);
    }

    private static boolean isName(String part) {
        return NAME.matcher(part).matches() && switch (part) {
            case "and", "or", "in", "true", "false", "null", "function" -> false;
            default -> true;
        };
    }

    /// The value, or `null` where only the library can tell.
    @Nullable Json find(Scope scope) {
        Json here = switch (variable) {
            case "states" -> Evaluation.states(scope);
            case "states.input" -> scope.input();
            case "states.context" -> scope.context().get();
            case "states.result" -> orNull(scope.result());
            case "states.errorOutput" -> orNull(scope.errorOutput());
            default -> scope.variables().get(variable);
        };
        for (String name : names) here = here instanceof Json.Obj obj ? obj.get(name) : null;
        return here;
    }

    private static @Nullable Json orNull(Optional<Json> value) {
        return value.isPresent() ? value.get() : null;
    }
}
