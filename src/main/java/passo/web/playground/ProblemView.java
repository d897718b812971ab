package passo.web.playground;

/// Something wrong with a text of the learner's.
///
/// @param where `definition`, `input` or `world`
/// @param from where it begins, counted in characters
/// @param to where it ends
/// @param status `fail` for an error, `retry` for a warning
/// @param code AWS's; empty where AWS has none for it
/// @param hint a way out; empty where none is known
public record ProblemView(String where, int line, int column, int from, int to, String status, String code, String message, String hint) {}
