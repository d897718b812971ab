/// What there is to read: the notes that learners keep about Step Functions, line by line, and the links to what others have written.
///
/// Both are files under `exercises/`, in both languages, and read as strictly as exercises are: a line that points at an exercise
/// or an example which does not exist, or a machine with a mistake in it, stops the start.
package passo.lab.notes;
