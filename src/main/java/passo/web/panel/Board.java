package passo.web.panel;

import java.util.List;
import passo.web.parts.Sentence;

/// The part of the panel that is alive. Printed by `panel/board.jte`, and again and again by `panel/live.jte`.
///
/// @param address that tells what has changed
/// @param presence how many are there, in words
/// @param front where most of them are, in words; empty where nobody is anywhere
/// @param groups the largest first
/// @param ungrouped what there is to say where there are none
/// @param awaited who has not joined: how many, in words; empty where nobody is awaited
/// @param names theirs, where they may be seen
public record Board(String address, String presence, String front, List<Column> columns, List<Line> lines, List<Group> groups, String ungrouped, List<Stuck> stuck, String awaited, List<String> names) {

    /// An exercise.
    ///
    /// @param number its place in the curriculum, such as `D2`
    /// @param front are most of them here?
    public record Column(String number, Sentence title, String address, boolean front) {}

    /// A member.
    ///
    /// @param address of all that they did
    /// @param done how many of the exercises they have passed, of how many
    public record Line(String id, String name, String address, List<Stone> stones, String done) {}

    /// How far a member is with an exercise.
    ///
    /// @param state `none`, `here`, `stuck`, `left`, `seen`, `done` or `brought`
    /// @param text what stands in it; empty for stars and icons
    /// @param address of what they did about it; empty where they did nothing
    public record Stone(String id, String state, String icon, String text, int stars, String address, String label) {}

    /// Answers that are wrong in the same way.
    ///
    /// @param words what is wrong with them
    /// @param address of the page for the wall, and `answers` of their texts
    public record Group(String id, int size, String told, Sentence title, Sentence words, String address, String answers) {}

    /// Who stands still.
    public record Stuck(String id, String minutes, String name, String address, Sentence title, String hints) {}

    /// By which it is known whether anything has changed.
    public String seen() {
        return Integer.toHexString(hashCode());
    }

    public boolean isEmpty() {
        return columns.isEmpty() || lines.isEmpty();
    }
}
