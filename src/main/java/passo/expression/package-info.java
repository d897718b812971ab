/// Paths, intrinsic functions, payload templates and JSONata: compiled once, evaluated often.
///
/// An expression is compiled when a definition is read, so that a bad one is found with its place in the text and the
/// engine never parses. It sees a `Scope` and nothing else: no state machine, no service, no clock of the host. Both
/// query languages end in the same type, `Expression`; what differs between them differs here.
///
/// Two libraries do what is not ours to invent: json-path the paths that name many places, behind `JsonPathQuery`, and
/// JSONata for Java the whole of that language, in the room `jsonata`. Both see our values through views, without a copy, and
/// neither is trusted to end: whatever they do is counted, never timed, so that a run stops at the same step everywhere.
/// What is common and simple, a definite path or a bare reference, is walked here and costs some tens of nanoseconds.
package passo.expression;
