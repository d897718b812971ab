package passo.engine.choice;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.ChoiceRule.Condition;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Jsonata;
import passo.expression.jsonata.Operation;

/// The condition of a rule as a tree down to its comparisons, alike in both query languages.
public sealed interface Clause {

    /// The same, as the engine decides it.
    Condition condition();

    record All(Condition condition, List<Clause> parts) implements Clause {}

    record Any(Condition condition, List<Clause> parts) implements Clause {}

    record Not(Condition condition, Clause part) implements Clause {}

    record Compares(Condition condition, Expression left, Relation relation, Expression right) implements Clause {}

    /// Whatever cannot be taken apart: an expression that is true or false by itself.
    record Holds(Condition condition, Expression expression) implements Clause {}

    static Clause of(Condition condition) {
        return switch (condition) {
            case Condition.And(var conditions) -> new All(condition, conditions.stream().map(Clause::of).toList());
            case Condition.Or(var conditions) -> new Any(condition, conditions.stream().map(Clause::of).toList());
            case Condition.Not(var inner) -> new Not(condition, of(inner));
            case Condition.Comparison(var variable, var operator, var operand) -> new Compares(condition, variable, Relation.of(operator), operand);
            case Condition.Query(Jsonata expression) -> of(condition, expression);
            case Condition.Query(var expression) -> new Holds(condition, expression);
        };
    }

    private static Clause of(Condition condition, Jsonata expression) {
        Operation operation = Operation.of(expression.source());
        List<Jsonata> operands = operation.operands().stream().map(Clause::compiled).flatMap(Optional::stream).toList();
        // What is no expression by itself, such as the parts of a function's own text, is left together.
        if (operands.isEmpty() || operands.size() < operation.operands().size()) return new Holds(condition, expression);
        Function<Jsonata, Clause> part = operand -> of(new Condition.Query(operand), operand);
        return switch (operation.operator()) {
            case "and" -> new All(condition, operands.stream().map(part).toList());
            case "or" -> new Any(condition, operands.stream().map(part).toList());
            case "not" -> new Not(condition, part.apply(operands.getFirst()));
            default -> new Compares(condition, operands.getFirst(), Relation.of(operation.operator()), operands.getLast());
        };
    }

    private static Optional<Jsonata> compiled(String source) {
        return Jsonata.compile(source, "Condition", Jsonata.STATES) instanceof Compiled.Good<Jsonata>(var good) ? Optional.of(good) : Optional.empty();
    }
}
