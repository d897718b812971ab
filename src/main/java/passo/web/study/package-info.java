/// The study for the exam: the questions by topic and by exam, each explained as soon as it is answered, with the runs that show it; the
/// review of what was missed; and the timed mock exam.
///
/// What a learner answered in practice stands in the address of the page that explains it, so that it can be opened again; it is saved once,
/// when it is sent. A mock exam is saved at every change, explains nothing before its end, and goes by the server's clock alone: whoever looks
/// at it first after its time hands it in. Pages and scripts only say what is so.
package passo.web.study;
