/// One run beside another: what a learner changes at a step and runs on with (`ChangeTab`), and where two runs part (`CompareTab`).
///
/// A changed run is the same inputs and one decision more, so the run before is never lost: it is those inputs without the decision.
/// The page remembers the inputs of the run before for the comparison; without scripts a link has them.
package passo.web.change;
