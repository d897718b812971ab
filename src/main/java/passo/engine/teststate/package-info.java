/// One state, tried by itself. AWS, TestState.
///
/// It drives `semantics` as `Execution` does, without one: no history, no variables beyond those it is given, no branches or
/// iterations, for which a mock answers. Nothing in the engine knows of it.
package passo.engine.teststate;
