/// What there is to read: the notes that learners keep, line by line, with what is so and where to try it, and the links to
/// what others have written.
///
/// A machine that a line shows opens in the playground at an address of its own.
package passo.web.notes;
