/// The world of a run in forms, beside its JSON.
///
/// There is one truth, the world's text, which travels with every question. A form is a view of it: made of `aws.Shape`, which says
/// what a world may be, so that a new member of the world has its form without a line here. What is changed in a form is written
/// into the text at its place, the rest of the text stays as the learner wrote it. A value is taken over as it is, right or wrong, and
/// what is wrong is said at its field; only what is no JSON at all stays in the field alone.
///
/// `Forms` makes the form of any value, `Panel` the list and the one thing that is open, `WorldHandler` does what a button asks.
/// `FunctionTrial` calls one function, `Effects` tells what a run changed.
package passo.web.world;
