/// Function code, in a sandbox inside this machine: QuickJS, compiled to WebAssembly and from there to bytecode, runs one call
/// of a function in a memory of its own and is thrown away. It reaches nothing: no file, network, clock or chance of the host.
///
/// `Code` is the door; `QuickJs` the engine, which starts as a copy of the memory that an engine has once `node.js` (what Node.js
/// and Lambda's runtime give a function) is evaluated: milliseconds instead of hundreds. What a call may compute is counted:
/// `Ticks` is a thread that the compiled code asks at each turn of a loop and at each call whether it is interrupted. So the same
/// call ends at the same tick on any machine; a wall clock only guards the server, and what it stops is no result.
///
/// Price, measured on two busy cores: the first engine 1.7 s, each further call 7 to 10 ms, an endless loop 2 to 4 s until its last
/// tick. It computes 25 to 40 times slower than GraalJS, for one method of the interpreter is too large for the just-in-time
/// compiler; but GraalJS caps no memory and lets some loops run for ever.
package passo.aws.lambda;
