/// The study for the exam: questions with reasons, the timed mock exam, and the review of what was not known.
///
/// Questions are files under `exercises/questions`, read as strictly as exercises are. What a learner remembers of a question is a
/// `Memory`, a value that changes with each answer as FSRS-6 has it; nothing here knows a clock, a database or a page.
package passo.study;
