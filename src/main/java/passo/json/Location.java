package passo.json;

/// A place in a text: line and column, both counted from 1, and the offset in characters, counted from 0.
public record Location(int line, int column, int offset) {

    /// The beginning of a text; where a value came without text, everything stands here.
    public static final Location START = new Location(1, 1, 0);
}
