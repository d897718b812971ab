/// What a state means: two pure functions, [passo.engine.semantics.Semantics#enter] and `leave`, and the values that they take and
/// give. Together they are AWS's TestState.
///
/// An *effect* is what a state asks of the world before it can finish, an *outcome* how that went, a *transition* where the
/// branch goes next. An error of the States Language is an outcome here, never a Java exception.
///
/// Nothing here knows what time it is, what else runs, who answers or what becomes of it: the engine that drives it does. So
/// whatever can be said about one state can be read, and tested, without a run.
package passo.engine.semantics;
