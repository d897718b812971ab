/// What holds for any text whatever: no exception of ours, no endless run, no limit passed, and the same again the second time.
///
/// A [passo.fuzz.Target] is one door through which text comes in, and what must hold behind it. `mvn verify` knocks with two
/// thousand texts a target, made by chance from our own documents ([passo.fuzz.Corpus], [passo.fuzz.Mutation]) and always the
/// same ones. Jazzer goes on for as long as it is told to, led by the code that it reaches:
/// `mvn test-compile exec:exec@fuzz -Pfuzz -Dtarget=JSONATA -Dseconds=600`. Its findings stay in `target/fuzz`; each becomes a
/// test in the place where it belongs.
package passo.fuzz;
