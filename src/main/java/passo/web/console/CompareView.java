package passo.web.console;

import java.util.List;
import passo.web.parts.Sentence;

/// Two revisions of a machine side by side, or one and what is not saved yet. Printed by `console/compare.jte`.
///
/// @param home the machine's address
/// @param from the number of the first
/// @param to the number of the second; empty for what is not saved yet
/// @param told what changed, in sentences
/// @param parts what changed, by lines
public record CompareView(String name, String home, int from, String to, List<Sentence> told, List<Part> parts) {

    /// A text that differs.
    public record Part(String title, List<Hunk> hunks) {}

    /// Lines that follow each other.
    ///
    /// @param folded are they far from any change?
    public record Hunk(boolean folded, List<Row> rows) {}

    /// @param kind `same`, `add` or `del`
    /// @param before its number in the first; empty where it is not there
    public record Row(String kind, String before, String after, String text) {}
}
