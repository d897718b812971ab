package passo.diagram;

/// The words of one language. They are needed early: a label is laid out with the width of its words.
@FunctionalInterface
public interface Words {

    /// The text of a key, with its arguments put in.
    String get(String key, Object... arguments);
}
