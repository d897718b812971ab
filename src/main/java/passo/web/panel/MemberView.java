package passo.web.panel;

import java.util.List;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// All that a member did. Printed by `panel/member.jte`.
///
/// @param back the address of the panel
/// @param about when they joined and were active last, in words
/// @param items of the checklist
/// @param rows the exercises that they have touched, in the order in which they are learnt
public record MemberView(ClassHead head, String back, String name, String about, List<Item> items, List<Row> rows) {

    /// An item of the checklist.
    ///
    /// @param done how many of its squares are
    /// @param told the same in words
    public record Item(String id, String title, int done, int size, String told) {}

    public record Row(String number, Sentence title, Board.Stone stone, String told, String last, String iso) {}
}
