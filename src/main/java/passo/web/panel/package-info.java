/// A class as its teacher watches it: how far everybody is, who stands still, what many do wrong in the same way; and what one member did about one
/// exercise.
///
/// All pages of the room carry how they are looked at, a [passo.web.panel.Look], in their addresses: in which order, and whether names are hidden for a
/// wall. Names are hidden before anything is put into words, so that they are nowhere on a page. The teacher changes nothing of a learner's.
package passo.web.panel;
