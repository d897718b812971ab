package passo.expression.jsonata;

import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function that an expression can call, whose arguments are looked at as JSONata 2.0.6 does: also where another function calls
/// it, which the library does without a look.
final class BoundFunction extends JFunction {

    /// What the function does, with one argument for each parameter. One that is not given is `null`, JSONata's undefined.
    interface Body {
        @Nullable Object apply(List<?> arguments);
    }

    BoundFunction(String name, String signature, Body body) {
        var checked = new Signature(name, signature);
        super((input, arguments) -> body.apply(checked.arguments(arguments, input)), signature);
    }

    /// The function of the library, with another look at its arguments.
    static BoundFunction library(String name, String signature) {
        JFunction original = original(name);
        return new BoundFunction(name, signature, arguments -> original.call(null, arguments));
    }

    static JFunction original(String name) {
        return (JFunction) com.dashjoin.jsonata.Jsonata.jsonata("$" + name).evaluate(null);
    }

    @Override
    public Object validate(Object arguments, Object context) {
        return arguments;
    }
}
