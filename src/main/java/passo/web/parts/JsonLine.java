package passo.web.parts;

import java.util.List;

/// A line of JSON as it is shown.
///
/// @param mark `add`, `gone`, `mod` or nothing: what happened to it
/// @param depth how many objects and arrays it stands in
/// @param path of the value that begins here, such as `$.items[0].id`; empty where none does
/// @param opens do lines of the same value follow?
public record JsonLine(String mark, int depth, String path, boolean opens, List<Token> tokens) {

    /// A piece in one colour.
    ///
    /// @param css the class of its colour: key, string, path, number or punctuation
    public record Token(String css, String text) {}

    public JsonLine {
        tokens = List.copyOf(tokens);
    }
}
