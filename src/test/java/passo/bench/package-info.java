/// Benchmarks, run by JMH and by nobody else: `mvn test-compile exec:exec@bench -Dbench=<part of a name>`; but for the programs: `FunctionLoad`, and `lesson`.
package passo.bench;
