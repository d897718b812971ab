package passo.web.drawing;

import java.util.Optional;
import passo.diagram.Drawing;
import passo.diagram.Outline;

/// What `canvas.jte` prints.
///
/// @param drawing empty where there is nothing to draw, or too much
/// @param outline the same as a nested list; empty where the definition is no machine
/// @param places by a state's name the first and the last line of its text, as JSON
/// @param folded the names of the containers that are folded, as JSON
/// @param playback how the drawing looks at every instant of the run that is on it, as JSON; empty where none is
/// @param newer is it of a later text than the run that is on it?
public record CanvasView(Optional<Drawing> drawing, Optional<Outline> outline, String places, String folded, String playback, boolean newer) {}
