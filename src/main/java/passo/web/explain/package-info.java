/// A state in plain sentences: what each of its fields does in this machine, with this data, and what became of it in this run; why a
/// Choice decided as it did and what would have decided otherwise.
///
/// `Explainer` goes through a state's fields in the order in which they act. `Expressions` says what a path, a call or a query takes,
/// `Recoveries` what `Retry` and `Catch` do, `ErrorWords` what an error means; `Known` is what there is to know beside the model:
/// the text and, where there is one, a visit of a run. The same lines stand in the panel of a step and at the editor's cursor.
package passo.web.explain;
