/// The map: the checklist, the tracks, what comes next, the week; and the placement for those who know the basics.
///
/// Everything here is a question put to `lab.progress`, told in words. Nothing needs a script: a square is a link, a track opens as
/// `details` do, what is chosen is a form. Yellow means *here*: one exercise, one item, today.
package passo.web.learn;
