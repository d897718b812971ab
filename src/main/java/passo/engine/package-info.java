/// What a state machine does: run it in virtual time and say what happened.
///
/// A run is a value made from values: definition, input, world, seed and decisions in, a `Trace` out; the same in, the same out,
/// byte for byte. `semantics` decides and knows no time. `Execution` owns time, order and history and decides nothing: it lets
/// `Visits` lead each branch from state to state, and these ask `Tasks`, `Forks` and `MapRun` for what takes time. `Services`
/// is the one port to the world outside. Nothing here waits, reads a clock or draws a number of its own.
///
/// Who runs things stays in this one package, so that nobody else can write a `Step` or move a `Branch`; that is why it is large.
///
/// Our own few words besides those of `semantics`: a *branch* is one line of states: of the machine itself, of a Parallel or of
/// a Map iteration. A *visit* is its stay in one state, a *step* what the trace keeps of it. A *join* waits for the branches
/// of one state. The *trace* is all that happened: AWS's own history events, and beside them the steps.
package passo.engine;
