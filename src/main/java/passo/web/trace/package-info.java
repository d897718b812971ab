/// A run, looked at: what it was made from and what came of it (`Ran`), and every way to see it.
///
/// A run is a value, so a step is an index into its trace and the server keeps nothing: whoever wants to see one more thing of a
/// run sends what it was made from and gets it, made once more, in a few milliseconds. `Bench` makes a run of a form. `Report` tells
/// it at one step: diagram, steps, data. Everything else is a `View` of its own, in a `Tab` whose panel is asked for when it is opened,
/// so that a new way to look at a run is a class, a record and a template, and touches nothing here.
///
/// A view record holds what is printed, word for word; a template decides nothing. What a run *means* is not decided here either:
/// where a field was lost is `engine.way.Lost`'s, how the drawing looks is `diagram`'s.
package passo.web.trace;
