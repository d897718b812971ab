package passo.aws.dynamodb;

/// A part of a condition: a condition itself, or what is compared.
sealed interface Node permits Condition, Operand {}
