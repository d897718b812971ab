/// The deliverable: a learner chooses what goes in, sees the README as it will be, and takes a Git repository home as a zip.
///
/// What goes in is judged anew, so that the report says what is so today. A title and a name stand in the zip only: nobody keeps them.
package passo.web.deliverable;
