package passo.aws.dynamodb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an item may fulfil: a condition of a write, a filter, or the key condition of a query. DynamoDB, "Condition and filter expressions".
sealed interface Condition extends Node {

    record Or(Condition left, Condition right) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Compare(Comparator comparator, Operand left, Operand right) implements Condition {}

    record Between(Operand operand, Operand low, Operand high) implements Condition {}

    record In(Operand operand, List<Operand> choices) implements Condition {
        public In {
            choices = List.copyOf(choices);
        }
    }

    record Call(Function function, List<Operand> arguments) implements Condition {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    enum Comparator {
        EQ("="), NE("<>"), LT("<"), LE("<="), GT(">"), GE(">=");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        static Optional<Comparator> of(String sign) {
            return Arrays.stream(values()).filter(comparator -> comparator.sign.equals(sign)).findFirst();
        }

        /// The comparator that says the same of the operands changed round.
        Comparator reversed() {
            return switch (this) {
                case EQ -> EQ;
                case NE -> NE;
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
            };
        }
    }

    /// A function that is a condition.
    enum Function {
        ATTRIBUTE_EXISTS(1), ATTRIBUTE_NOT_EXISTS(1), ATTRIBUTE_TYPE(2), BEGINS_WITH(2), CONTAINS(2);

        private final int operands;

        Function(int operands) {
            this.operands = operands;
        }

        int operands() {
            return operands;
        }

        /// Its name in an expression.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Function> of(String word) {
            return Arrays.stream(values()).filter(function -> function.word().equals(word)).findFirst();
        }
    }
}
