package passo.web.parts;

import java.util.List;

/// A line of JSON as it is shown.
///
/// @param mark `add`, `gone` or nothing: what happened to it
public record JsonLine(String mark, List<Token> tokens) {

    /// A piece in one colour.
    ///
    /// @param css the class of its colour: key, string, path, number or punctuation
    public record Token(String css, String text) {}

    public JsonLine {
        tokens = List.copyOf(tokens);
    }
}
