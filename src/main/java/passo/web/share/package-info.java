/// Links to workflows, and the gallery.
///
/// A link names what a run is made from, never what came of it: whoever opens it runs it again, and because a run is a value,
/// sees the same. It needs no account and never changes; whoever edits what a link opens edits a draft of their own. Before a
/// link is made, what should perhaps not leave the house is pointed out ([passo.lab.Sensitive] knows how it looks); the
/// learner decides.
package passo.web.share;
