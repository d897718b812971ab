/// The study for the exam: the questions by topic and by exam, each explained as soon as it is answered, with the runs that show it.
///
/// What a learner answered stands in the address of the page that explains it, so that it can be opened again; it is saved once, when it
/// is sent.
package passo.web.study;
