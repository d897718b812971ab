/// A JSONPath machine written again in JSONata, and the proof that the two do the same.
///
/// `JsonataConversion` turns a definition's text into another: a state at a time, field by field, as a careful person would write
/// it. Inside, every JSONPath field becomes a `Value`, which knows how it is written in a template and in an expression, so that
/// the five fields of JSONPath can be followed into the two of JSONata. What has no exact counterpart is never guessed: the state
/// stays as it is, and a `Remark` says why; another remark says where the two would differ on data that the original does not expect.
///
/// `Proof` runs both, on the learner's input, an example and variations of them, and compares every step and every call. Nothing
/// here knows pages; texts for people are keys of the message files.
package passo.convert;
