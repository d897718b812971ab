/// JSONata 2.0.6 as the service runs it: the library for Java, and all in which it differs.
///
/// `Program` is the door. Behind it `ExpressionText` walks the text for what the service refuses and for what the library must be
/// told in other words; `Evaluation` counts what an expression costs; `Builtins` holds every function, with a `Signature` that looks
/// at its arguments; `View` shows our values to the library and its values to us. The judge is JSONata's own test suite. What
/// differs from it on purpose: `$eval` is not there, a division by zero is `"Infinity"`, and evaluation is bounded as on AWS. What
/// is left to the library: words of numbers beyond a long, signatures of functions that an expression defines, a matcher that is
/// such a function, and the order of members whose names are numbers.
package passo.expression.jsonata;
