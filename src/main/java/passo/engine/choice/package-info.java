/// A Choice state, asked why: its conditions as trees, the value of each comparison, and what data would have decided otherwise.
///
/// The engine's own `Conditions` decide, here as in a run; a `Clause` only takes a condition apart, in either query language, so that
/// each part can be asked by itself. `Wishes` guesses data that would make a rule win, and `Alternative` keeps no guess that does not.
package passo.engine.choice;
