package passo.asl;

import java.util.List;
import java.util.Optional;
import passo.expression.Expression;
import passo.expression.Template;

/// A rule of a Choice state: where its condition holds, the machine goes to `next`. Specification, "Choice State".
///
/// @param assign `Template.NOTHING` where there are none
/// @param output JSONata only, where it is given
public record ChoiceRule(Condition condition, String next, Optional<Template> assign, Optional<Template> output) {

    /// What a rule asks of the data.
    public sealed interface Condition {
        record And(List<Condition> conditions) implements Condition {}

        record Or(List<Condition> conditions) implements Condition {}

        record Not(Condition condition) implements Condition {}

        /// @param variable the left side, a path
        /// @param operand the right side: a literal, or the path of an operator that ends in `Path`
        record Comparison(Expression variable, Operator operator, Expression operand) implements Condition {}

        /// A JSONata condition: a boolean, or an expression of one.
        record Query(Expression expression) implements Condition {}
    }

    /// What a comparison compares: values of which type.
    public enum Operand { STRING, NUMERIC, BOOLEAN, TIMESTAMP, PATTERN, TYPE }

    /// The operators, by the name in a definition without `Path`: 16 of the 23 also take a path, 39 in all.
    public enum Operator {
        StringEquals(Operand.STRING), StringLessThan(Operand.STRING), StringGreaterThan(Operand.STRING),
        StringLessThanEquals(Operand.STRING), StringGreaterThanEquals(Operand.STRING),
        NumericEquals(Operand.NUMERIC), NumericLessThan(Operand.NUMERIC), NumericGreaterThan(Operand.NUMERIC),
        NumericLessThanEquals(Operand.NUMERIC), NumericGreaterThanEquals(Operand.NUMERIC),
        BooleanEquals(Operand.BOOLEAN),
        TimestampEquals(Operand.TIMESTAMP), TimestampLessThan(Operand.TIMESTAMP), TimestampGreaterThan(Operand.TIMESTAMP),
        TimestampLessThanEquals(Operand.TIMESTAMP), TimestampGreaterThanEquals(Operand.TIMESTAMP),
        StringMatches(Operand.PATTERN),
        IsNull(Operand.TYPE), IsPresent(Operand.TYPE), IsNumeric(Operand.TYPE), IsString(Operand.TYPE),
        IsBoolean(Operand.TYPE), IsTimestamp(Operand.TYPE);

        private final Operand operand;

        Operator(Operand operand) {
            this.operand = operand;
        }

        public Operand operand() {
            return operand;
        }

        /// Does the operator also exist with `Path` at its end?
        public boolean takesPath() {
            return operand != Operand.PATTERN && operand != Operand.TYPE;
        }
    }
}
