/// Function code, in a sandbox inside this machine: an interpreter compiled to WebAssembly, and from there to bytecode, runs one call
/// of a function in a memory of its own and is thrown away. It reaches nothing: no file, network, clock or chance of the host; only
/// AWS, which is the run's own world.
///
/// `Code` is the door. `Engine` is an interpreter: `QuickJs` for JavaScript, `MicroPython` for Python, which is a subset (no `match`,
/// no `{**a}`, no order in a `dict`, and of the library what `lambda.py` and MicroPython have). Each starts as a copy of the memory that
/// it has once what a function finds around it is evaluated (`node.js` and `sdk.js`, `lambda.py` and `boto3.py`): milliseconds instead
/// of hundreds. `Host` is all that an interpreter may ask, `Aws` what the function may.
///
/// What a call may compute is counted: `Ticks` is a thread that the compiled code asks at each turn of a loop and at each call whether
/// it is interrupted. So the same call ends at the same tick on any machine; a wall clock only guards the server, and what it stops is no
/// result.
///
/// Price, in time of a core: the first engine 1.5 s, each further call 7 to 10 ms, an endless loop 1 to 2 s until its last tick (`FunctionLoad` measures it). It
/// computes 25 to 40 times slower than GraalJS, for one method of the interpreter is too large for the just-in-time compiler; but
/// GraalJS caps no memory and lets some loops run for ever.
package passo.aws.lambda;
