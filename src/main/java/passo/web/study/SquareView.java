package passo.web.study;

/// A question of an exam, as a square in the row of all.
///
/// @param id of the square
/// @param css `done` where it is answered, `half` where it is begun
/// @param here is it the one that is shown?
/// @param told the same in words
public record SquareView(String id, int number, String css, boolean flagged, boolean here, String told) {}
