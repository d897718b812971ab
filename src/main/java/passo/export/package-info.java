/// What was made here as the files that other tools read.
///
/// A `Deliverable` is a Git repository of what a learner has built, with its README: for the course that asks for one, and for
/// whoever opens it later without Passo. It is a value made from values: the same content is the same bytes. Of a hidden test it tells the
/// name and the class, never what it gives or expects.
package passo.export;
