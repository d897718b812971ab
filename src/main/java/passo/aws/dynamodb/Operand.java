package passo.aws.dynamodb;

/// What stands for a value in an expression.
sealed interface Operand extends Node {

    record Constant(Value value) implements Operand {}

    record Attribute(Path path) implements Operand {}

    record Size(Operand of) implements Operand {}

    /// The forms below stand in updates alone.
    record IfNotExists(Path path, Operand otherwise) implements Operand {}

    record ListAppend(Operand first, Operand second) implements Operand {}

    record Plus(Operand left, Operand right) implements Operand {}

    record Minus(Operand left, Operand right) implements Operand {}
}
