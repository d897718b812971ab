/// People: the teachers of this instance, their classes and who is in them, what a class is asked to do and how far it is.
///
/// A learner is known here by an anonymous id alone, and by the name under which a class knows them. What a learner may see is what
/// they did; what a teacher may see is what the members of their own classes did. The package knows nothing of SQL or pages.
package passo.school;
