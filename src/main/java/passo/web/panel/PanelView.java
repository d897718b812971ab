package passo.web.panel;

import java.util.List;
import passo.web.school.ClassHead;

/// The panel of a class. Printed by `panel/page.jte`.
///
/// @param planned is the class asked to do something?
/// @param hidden do fruits stand for names?
/// @param names the address of the same with names, or without
/// @param orders in which the rows may stand
public record PanelView(ClassHead head, boolean planned, boolean hidden, String names, List<Order> orders, Board board) {

    public record Order(String text, String address, boolean chosen) {}
}
