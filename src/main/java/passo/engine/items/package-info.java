/// What goes into a Map Run and what comes out of it, as values: items read and put together to batches, failures tolerated,
/// results gathered. AWS, "Using Map state in Distributed mode".
///
/// Nothing here calls a service or knows a child execution: `MapRun` fetches what is read, writes what is to be written,
/// and says how its children went. So a new form of file is a matter of this room alone, and its rows can be
/// counted and walked without a run.
package passo.engine.items;
