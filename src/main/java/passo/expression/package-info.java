/// Paths, intrinsic functions, payload templates and JSONata: compiled once, evaluated often.
///
/// An expression is compiled when a definition is read, so that a bad one is found with its place in the text and the
/// engine never parses. It sees a `Scope` and nothing else: no state machine, no service, no clock of the host. Both
/// query languages end in the same type, `Expression`; what differs between them differs here.
package passo.expression;
