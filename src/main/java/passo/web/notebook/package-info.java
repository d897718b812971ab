/// The learner's own notes: a field that is kept while one writes, on the page of each exercise and where the deliverable is made.
///
/// What stands in the field goes nowhere else until the learner makes a deliverable.
package passo.web.notebook;
