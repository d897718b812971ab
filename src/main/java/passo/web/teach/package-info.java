/// Who runs this instance, and how teachers are let in: the owner by a phrase that whoever comes first sets, teachers by a password that
/// they choose on a link of the owner's.
///
/// Of a password only what argon2id makes of it is kept. Trying passwords is slowed down, but never so that somebody could keep a teacher
/// out: a browser in which they were before is counted apart from all others, and a new link of the owner's is not counted at all.
/// What is secret is typed as [passo.web.teach.Password], whose text no log shows.
package passo.web.teach;
