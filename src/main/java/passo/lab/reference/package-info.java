/// The reference of the language: a topic is a text in every language with examples in it that run.
///
/// It is files under `exercises/reference`, read as strictly as exercises are: an example that a text names and that is not there, a file that no text
/// names, an exercise that does not exist, a machine that is said to run and cannot be read, each stops the start. What an example claims stands
/// beside it as the tests of exercises have it, and a test of ours holds every example to it.
package passo.lab.reference;
