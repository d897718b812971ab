/// A class of learners at their browsers, for a server that runs elsewhere: how long what they ask for takes, and what it costs the server.
/// `mvn -q test-compile exec:exec@load -Durl=http://localhost:8080`.
///
/// [Lesson] brings [Person]s together; each has a [Browser], that asks as a browser does, and a [Pace]. What they wait for is noted in [Times].
package passo.bench.lesson;
