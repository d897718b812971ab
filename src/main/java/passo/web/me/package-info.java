/// What is kept of a learner, in their own hands: taken home as a file and brought back, reached from another device by a
/// phrase, deleted.
///
/// A learner is nobody but a cookie. The phrase leads another browser to the same cookie, and nothing else is asked for: no name,
/// no address. All of it are plain forms.
package passo.web.me;
