package passo.web.study;

/// The time that is left of an exam. Printed by `study/time.jte`, counted down by `exam.js`.
///
/// @param seconds as the server has them
/// @param text the same in minutes
/// @param end where the page goes when it is up
public record TimeView(long seconds, String text, String end) {}
