/// Classes as their teacher opens and keeps them, and as learners join them.
///
/// A teacher's page of a class begins with [passo.web.Teaching#classroom], so that there is no class but one's own. A learner says a code and a
/// name and nothing else; what they then are in the class is a [passo.school.Member]. Codes are short enough to be read from a wall, so
/// wrong ones are counted by [Codes].
///
/// All of it are plain forms; scripts only copy the link, choose the browser's time zone and keep the projected number up to date.
package passo.web.classes;
