/// What a state machine does: run it in virtual time and say what happened.
///
/// A run is a value made from values: definition, input, world and seed in, a `Trace` out; the same in, the same out,
/// byte for byte. `semantics` decides and knows no time; `Execution` owns time and order and decides nothing; `Services`
/// is the one port to the world outside. Nothing here waits, reads a clock or draws a number of its own.
///
/// Our own few words besides those of `semantics`: a *branch* is one line of states: of the machine itself, of a Parallel or of
/// a Map iteration. A *join* waits for the branches of one state. The *trace* is all that happened: AWS's own history
/// events, and beside them a step for each visit of a state.
package passo.engine;
