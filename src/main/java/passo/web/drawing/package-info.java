/// A definition drawn on a page, with or without a run on it.
///
/// A `Canvas` lays the definition out (each once: the cache knows it by its text) and makes the `CanvasView` that `canvas.jte`
/// prints. The same is asked for while one types: then the drawing is of the text as it stands, and a run that is shown keeps its
/// colours where the text is still what ran. How things look is `diagram`'s; what a run was is `web.trace`'s.
package passo.web.drawing;
