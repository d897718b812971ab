/// A definition's text, and what is said about it: a value and its place (`Node`), how to write something there as its author would
/// have (`Source`), an edit that mends it (`Fix`), a sentence about what is wrong with it (`Diagnostic`).
///
/// Nothing here knows what a definition means; `Syntax` mends what is not even JSON.
package passo.asl.text;
