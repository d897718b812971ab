/// The playground: one page on which a workflow is written, run and looked at, step by step.
///
/// There is one question and one answer. A form with definition, input, world and type is run from its beginning, every time,
/// and shown at one of its steps: a run is a value, so a step is an index into its trace and the server keeps nothing. With
/// scripts the answer is the fragment `run.jte`, put into the page in the place of the former one; without them it is the whole
/// page, which includes the same fragment.
///
/// A view holds what is printed, word for word; a template decides nothing. What a run *means* is not decided here either:
/// where a field was lost is `engine.Lost`'s, how the drawing looks is `diagram`'s.
package passo.web.playground;
