/// The page of an exercise: what is asked, the editor, the tests and what they say, hints, and every attempt of the learner.
///
/// `Exercises` judges an answer and keeps the attempt, for the page and for programs alike. What is hidden in an exercise stays hidden
/// here: of a hidden test its class may be told, of hints and solutions only what was asked for. A failing test leads into the playground's
/// trace, on the learner's own draft, so that nothing that is mended there is lost.
package passo.web.exercise;
