/// A small deterministic AWS: each call of a run is answered at once, with an outcome and how long it took.
///
/// `World` is the value that says what exists; `Cloud` is made from it for one run and keeps what the run changes. A
/// service is a class that answers its actions from its own part of the world (`S3`, `DynamoDb`, …). What nobody described
/// is answered by `automatic`, and the trace says so. Nothing here knows lessons, pages or the engine's semantics:
/// the one door is `engine.Services`. No clock and no chance of the host: time is the agenda's, chance the seed's.
///
/// Our own few words: the *world* is what exists before a run, a *script* the answers that a world gives for something, a
/// *need* what a machine reads from a value, a *bystander* someone outside who answers task tokens, a *change* what a call
/// left behind.
package passo.aws;
