/// Benchmarks, run by JMH: `mvn test-compile exec:exec@bench -Dbench=Name`.
package passo.bench;
