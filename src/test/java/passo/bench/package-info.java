/// Benchmarks, run by JMH and by nobody else: `mvn test-compile exec:exec@bench -Dbench=<part of a name>`; but for `FunctionLoad`, a program.
package passo.bench;
