/// What AWS takes and a colleague would ask about: paths to what cannot be there, failures that nobody sees, habits that cost.
///
/// Advice is ours alone. It never refuses a definition and is never among AWS's diagnostics. `Advisor` is the one door; it
/// speaks only where it is sure, since a false alarm is worse than silence: whatever is not known passes.
package passo.asl.advice;
