/// What was made here as the files that other tools read.
///
/// A `Deliverable` is a Git repository of what a learner has built, with its README: for the course that asks for one, and for
/// whoever opens it later without Passo. It is a value made from values: what a hidden test gives and expects is not in it, since nothing
/// that knows it is handed in, and the same content is the same bytes.
package passo.export;
