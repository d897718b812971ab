package passo.web.panel;

import java.util.List;
import passo.web.parts.Sentence;

/// The texts of answers that are wrong in the same way, side by side, without any name. Printed by `panel/texts.jte`.
///
/// @param back the address of the page for the wall, and `panel` of the panel
public record TextsView(String back, String panel, Sentence title, String told, Sentence words, List<Text> texts) {

    /// @param told how many handed in just this
    public record Text(int number, String told, String text, String beside) {}
}
