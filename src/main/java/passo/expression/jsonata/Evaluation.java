package passo.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.Utils;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passo.expression.Scope;
import passo.json.Json;

/// One evaluation of a JSONata expression: what it can see, and what it may cost.
///
/// Nothing is timed. Steps, their depth and the weight of what they give are counted in the library's callbacks, so that
/// an expression that would never end stops at the same step on every machine. The weight is AWS's: 8 for a number, and
/// of a list the sum of its items, so that a value that shares its parts weighs what its text would.
final class Evaluation {

    private static final int MOST_STEPS = 3_000_000;
    private static final int DEEPEST = 100;
    private static final long HEAVIEST = 6_990_256;
    private static final long MOST_BUILT = 256_000_000;
    private static final long MOST_SEEN = 1_000_000_000;

    private final Scope scope;
    private final Map<Object, Long> weights = new IdentityHashMap<>();
    private @Nullable RuntimeException stopped;
    private int steps;
    private int depth;
    private long built;
    private long seen;

    Evaluation(Scope scope) {
        this.scope = scope;
    }

    /// The library's value of the expression; `null` where it is undefined.
    ///
    /// @param names the variables and functions that the expression refers to
    @Nullable Object run(com.dashjoin.jsonata.Jsonata expression, Set<String> names) {
        var frame = new Frame(null);
        frame.setEvaluateEntryCallback(this::enter);
        frame.setEvaluateExitCallback(this::leave);
        for (String name : names) bind(name, frame);
        bind(Builtins.DIVIDE, frame);
        try {
            return expression.evaluate(null, frame);
        } catch (StackOverflowError _) {
            throw new JException("The expression is nested too deep", -1);
        } catch (RuntimeException failed) {
            // The library hands on what a callback throws, but wraps it on some of its ways.
            throw stopped == null ? failed : stopped;
        }
    }

    private void bind(String name, Frame frame) {
        if (name.equals("states")) {
            frame.bind(name, View.toJava(states(scope)));
            return;
        }
        Json variable = scope.variables().get(name);
        JFunction function = variable == null ? Builtins.find(name, scope) : null;
        if (variable != null) frame.bind(name, View.toJava(variable));
        else if (function != null) frame.bind(name, function);
        // AWS knows no `$eval`: a call of it is a call of nothing.
        else if (name.equals("eval")) frame.bind(name, (Object) null);
    }

    /// `$states`, with those members that the field can see.
    static Json.Obj states(Scope scope) {
        Json.Obj.Builder states = Json.Obj.builder().put("input", scope.input()).put("context", scope.context().get());
        scope.result().ifPresent(result -> states.put("result", result));
        scope.errorOutput().ifPresent(error -> states.put("errorOutput", error));
        return states.build();
    }

    private void enter(Parser.Symbol symbol, @Nullable Object input, Frame frame) {
        if (++steps > MOST_STEPS) throw stop(new JException("Expression evaluation timeout: Check for infinite loop", -1));
        if (++depth > DEEPEST) {
            throw stop(new JException("Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive. Depth="
                    + depth + " max=" + DEEPEST, -1));
        }
    }

    private void leave(Parser.Symbol symbol, @Nullable Object input, Frame frame, @Nullable Object result) {
        depth--;
        seen += weight(result);
        if (seen > MOST_SEEN || built > MOST_BUILT) throw stop(Builtins.tooMuch());
    }

    private long weight(@Nullable Object value) {
        return switch (value) {
            case String text -> heavy(text.length() * 2L);
            case View.Members members -> members.json().bytes();
            case View.Items items -> items.json().bytes();
            case Utils.RangeList range -> heavy(range.size() * 8L);
            case List<?> list -> container(list, list);
            case Map<?, ?> map -> container(map, map.values());
            case null, default -> 8;
        };
    }

    private long container(Object container, Iterable<?> parts) {
        Long known = weights.get(container);
        if (known != null) return known;
        weights.put(container, 8L);
        long weight = 8;
        for (Object part : parts) weight += weight(part);
        weights.put(container, weight);
        return heavy(weight);
    }

    private long heavy(long weight) {
        if (weight > HEAVIEST) throw stop(Builtins.tooMuch());
        built += weight;
        return weight;
    }

    private RuntimeException stop(RuntimeException reason) {
        stopped = reason;
        return reason;
    }
}
