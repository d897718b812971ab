/// The data's way through a run: what each field of a state made of the data, of what, and where a value came from and went.
///
/// All of it is read from a trace and the compiled definition, after the run. A `Stage` says of each part of its data what it
/// was made of; follow that backwards and one has a value's `Origin`, forwards its `Uses`, and at the place where a path breaks
/// off one has `Lost`. Nothing is guessed: what an expression or a service made is said to be made by it.
package passo.engine.way;
