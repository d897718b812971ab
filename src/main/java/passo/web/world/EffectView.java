package passo.web.world;

import java.util.List;
import passo.web.parts.JsonLine;

/// What a run did to one thing of the world, or sent away: printed by `world/effects.jte`.
///
/// @param part where it belongs, in a word
/// @param steps that did it, where they are the same for all that changed
public record EffectView(String name, String part, String icon, List<EntryView> entries) {

    /// One difference.
    ///
    /// @param mark `add`, `mod`, `gone` or `sent`
    /// @param word the same in a word
    /// @param name of what differs
    /// @param lines what stood there and what stands there now
    /// @param steps that did it
    public record EntryView(String mark, String word, String name, List<JsonLine> lines, List<StepLink> steps) {
        public String icon() {
            return switch (mark) {
                case "add" -> "plus";
                case "gone" -> "minus";
                case "sent" -> "arrow";
                default -> "edit";
            };
        }
    }

    public record StepLink(int number, String state) {}
}
