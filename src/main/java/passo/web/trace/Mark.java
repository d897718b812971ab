package passo.web.trace;

import passo.web.parts.Sentence;

/// Something said under a line of the definition.
///
/// @param status `fail` or `retry`: essential, or a warning
/// @param step the step that it leads to; 0 where it leads nowhere
/// @param way the words of that way
public record Mark(int line, String status, Sentence sentence, int step, String way) {}
