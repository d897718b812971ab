/// The judgement of an answer to an exercise: a question put to the traces of its tests. Pure: who grades gives the runs their time
/// and keeps the verdict.
///
/// Behaviour is judged; structure only by the exercise's rules. The order is fixed: what cannot be read, visible tests, hidden tests,
/// structure; and the first thing that is not as it should be is the one to show.
package passo.lab.grading;
