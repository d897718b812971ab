/// What the pages of the school share: the head of a class's pages. Its rooms are beside it: `web.teach` lets teachers in and says who is one,
/// `web.classes` opens classes and lets learners join them, `web.panel` shows how far a class is, `web.grades` what it is asked to do and
/// what came of it.
///
/// Who asks, and for which class of theirs, is known by [passo.web.Teaching] alone: a handler that touches a class begins there.
package passo.web.school;
