/// What a state machine is: text to model, and everything wrong with the text.
///
/// The model is data only. It holds compiled expressions and the specification's defaults, so that nobody behind it
/// parses a path or asks whether a field is there. It can be drawn, checked, run and compared, and knows of none of that.
package passo.asl;
