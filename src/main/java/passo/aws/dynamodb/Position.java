package passo.aws.dynamodb;

import java.util.List;

/// A place in an index: the values of its key, or the edge before or after all that begin with these values.
record Position(List<Value> values, Edge edge) implements Comparable<Position> {

    enum Edge { BEFORE, AT, AFTER }

    Position {
        values = List.copyOf(values);
    }

    static Position before(Value... values) {
        return new Position(List.of(values), Edge.BEFORE);
    }

    static Position after(Value... values) {
        return new Position(List.of(values), Edge.AFTER);
    }

    @Override
    public int compareTo(Position other) {
        int common = Math.min(values.size(), other.values.size());
        for (int i = 0; i < common; i++) {
            int order = Value.order(values.get(i), other.values.get(i));
            if (order != 0) return order;
        }
        if (values.size() == other.values.size()) return edge.compareTo(other.edge);
        boolean shorter = values.size() == common;
        return shorter ? side(edge) : -side(other.edge);
    }

    /// On which side of those that begin alike.
    private static int side(Edge edge) {
        return edge == Edge.AFTER ? 1 : -1;
    }
}
