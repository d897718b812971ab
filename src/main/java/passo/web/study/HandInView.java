package passo.web.study;

import java.util.List;

/// What is still open in an exam, before it is handed in. Printed by `study/handin.jte`.
///
/// @param action where it is handed in; a number behind it is the address of a question
/// @param counts how many are answered, flagged and open
/// @param open the first that is not answered; 0 for none
public record HandInView(String exam, String action, String counts, List<SquareView> squares, int open, TimeView time) {}
