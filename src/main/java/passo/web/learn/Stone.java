package passo.web.learn;

/// A square. Printed by `learn/stone.jte`.
///
/// @param css what it looks like
/// @param icon what stands in it; empty for stars or the number
/// @param label as it is read aloud
public record Stone(String css, String icon, int stars, String number, boolean here, String label) {}
