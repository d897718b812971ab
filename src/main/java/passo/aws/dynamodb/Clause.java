package passo.aws.dynamodb;

/// One thing that an update does to an item. DynamoDB, "Using update expressions".
sealed interface Clause {

    Path path();

    record Set(Path path, Operand value) implements Clause {}

    record Remove(Path path) implements Clause {}

    record Add(Path path, Value value) implements Clause {}

    record Delete(Path path, Value value) implements Clause {}
}
