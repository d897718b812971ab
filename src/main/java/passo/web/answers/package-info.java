/// The pages of exercises whose answer is no machine: questions about a run, and tests that the learner writes.
///
/// They work without an editor and without scripts: a form is sent, the browser comes back to the page, and the page shows the latest
/// attempt, judged anew. Runs that an exercise brings along open in the playground's trace.
package passo.web.answers;
