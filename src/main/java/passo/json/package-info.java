/// JSON values, and text to values with positions.
///
/// The package knows nothing of states, paths or services. `Json` is our own sealed type, because six evaluators take
/// values apart and an exhaustive `switch` finds the case that was forgotten; because values that cannot change may be
/// shared by ten thousand branches and kept by a trace for the price of a pointer; and because 1, 1.0 and 1e0 are one
/// number here. Jackson reads the text, in `JsonText` alone.
package passo.json;
