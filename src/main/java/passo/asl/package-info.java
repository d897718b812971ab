/// What a state machine is: text to model, and everything wrong with the text.
///
/// The model is data only. It holds compiled expressions and the specification's defaults, so that nobody behind it
/// parses a path or asks whether a field is there. It can be drawn, checked, run and compared, and knows of none of that.
///
/// `Parser` reads a state at a time, `Fields` an object with the fields that `Shape` allows it, `Expressions` the values
/// in the state's language; `Validator` then asks what concerns the whole. All of them report to `Problems`, in the
/// words of `Problem`, and go on. A problem may carry a `Repair`; what that is in the learner's text `Source` knows, and
/// `Mender` reads the mended text again before it offers a `Fix`.
///
/// The rooms beside it: `text`, `catalogue` and `model`, on which this one stands; `editing` and `advice`, which stand on it. The reader
/// itself is one room, for its classes share `Fields`, `Expressions` and the words of `Problem`, which are nobody else's.
package passo.asl;
