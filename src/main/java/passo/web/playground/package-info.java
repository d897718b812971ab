/// The playground: one page on which a workflow is written, run and looked at, step by step.
///
/// There is one question and one answer. A form with definition, input, world and type is run from its beginning, every time, and shown
/// at one of its steps. With scripts the answer is the fragment `run.jte`, put into the page in the place of the former one; without
/// them it is the whole page, which includes the same fragment. What the page was opened on is a `Sheet`: an example, a shared
/// workflow, a machine of one's own. The page is the same for all; who has sheets of another kind writes a `Sheets`.
package passo.web.playground;
