package passo.aws.dynamodb;

/// A stretch of an index, without its ends.
record Range(Position from, Position to) {

    /// The whole of an index.
    static final Range ALL = new Range(Position.before(), Position.after());
}
