/// A run along its time: where each of its moments stands on an axis whose long waits are folded, a lane for every branch with
/// a bar for every step, and which steps decide when the run ends. All of it is values, made of a `Replay`; no pictures, no words.
package passo.diagram.time;
