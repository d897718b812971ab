/// What the runs of a machine have taken of it, and what would take the rest. `lab.Coverage` counts, `lab.Reach` searches; here it is told.
/// The playground counts the runs of its page, whoever keeps the executions of a machine counts those.
package passo.web.coverage;
