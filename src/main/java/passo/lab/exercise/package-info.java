/// What an exercise is: a folder of files that becomes a value.
///
/// `ExerciseFolder` reads one folder and refuses whatever is not as it should be, with file and reason: a broken exercise stops the
/// start and never meets a learner. What an answer must do stands in its tests (`TestCase`, `Expectation`); how it must look, only where
/// the statement says so, in rules (`Rule`) that are JSONata predicates: the engine speaks JSONata, so the grader needs no language
/// of its own. Nothing here judges; that is `grading`'s.
package passo.lab.exercise;
