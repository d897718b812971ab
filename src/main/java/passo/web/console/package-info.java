/// The console: a learner's own state machines, their revisions, versions and aliases.
///
/// A machine is what AWS makes of one: its type is for ever, what it does is its newest revision, and a revision never changes. What is
/// being written in the editor is a draft until it is saved as a revision, with a note that says why. A version is a revision with a
/// number to count on, an alias a name that leads to one version or to two by weight. What AWS would refuse is refused here, in its words.
///
/// Every page is complete without scripts: a form is answered by a redirect (303), or with the form as it was typed and the sentence
/// beside the field (422). Which learner asks is asked of every table: what belongs to somebody else is not there (404).
package passo.web.console;
