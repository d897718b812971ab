package passo.engine.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.engine.semantics.Conditions;
import passo.expression.Expression;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// A clause with what came of it for certain data.
///
/// @param asked would the engine ask it, or is the matter decided before?
/// @param left the value on the left of a comparison, or of a bare expression; empty where there is none, or nothing is compared
/// @param right likewise
/// @param error why it can be neither true nor false; empty where it is one of them
public record Judged(Clause clause, Truth truth, boolean asked, Optional<Json> left, Optional<Json> right, String error, List<Judged> parts) {

    /// `FAILS` where the expression fails, and with it the state.
    public enum Truth { TRUE, FALSE, FAILS }

    static Judged of(Clause clause, Scope scope, boolean asked) {
        List<Judged> parts = switch (clause) {
            case Clause.All(_, var inner) -> parts(inner, scope, asked, Truth.TRUE);
            case Clause.Any(_, var inner) -> parts(inner, scope, asked, Truth.FALSE);
            case Clause.Not(_, var part) -> List.of(of(part, scope, asked));
            case Clause.Compares _, Clause.Holds _ -> List.of();
        };
        Optional<Json> left = switch (clause) {
            case Clause.Compares compares -> value(compares.left(), scope);
            case Clause.Holds holds -> value(holds.expression(), scope);
            case Clause.All _, Clause.Any _, Clause.Not _ -> Optional.empty();
        };
        Optional<Json> right = clause instanceof Clause.Compares compares ? value(compares.right(), scope) : Optional.empty();
        try {
            Truth truth = Conditions.holds(clause.condition(), scope, 0) ? Truth.TRUE : Truth.FALSE;
            return new Judged(clause, truth, asked, left, right, "", parts);
        } catch (QueryError query) {
            return new Judged(clause, Truth.FAILS, asked, left, right, query.cause(), parts);
        }
    }

    /// The parts are asked as long as each comes out so.
    private static List<Judged> parts(List<Clause> clauses, Scope scope, boolean asked, Truth goesOn) {
        var parts = new ArrayList<Judged>();
        boolean ask = asked;
        for (Clause clause : clauses) {
            Judged part = of(clause, scope, ask);
            parts.add(part);
            ask = ask && part.truth == goesOn;
        }
        return List.copyOf(parts);
    }

    private static Optional<Json> value(Expression expression, Scope scope) {
        try {
            return Optional.of(expression.evaluate(scope));
        } catch (QueryError nothing) {
            return Optional.empty();
        }
    }
}
