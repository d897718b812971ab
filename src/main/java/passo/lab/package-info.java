/// What learners are given, what they give each other, and how it is judged: the examples of the gallery, workflows that are shared,
/// and later exercises with their tests.
///
/// Content is files under `exercises/`, read once at start; any fault in them stops the start with file and reason, so that
/// nobody ever meets a broken example. Nothing here knows the web or the database.
package passo.lab;
