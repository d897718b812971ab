/// What learners are given and how it is judged: the examples of the playground, and later exercises with their tests.
///
/// Content is files under `exercises/`, read once at start; any fault in them stops the start with file and reason, so that
/// nobody ever meets a broken example. Nothing here knows the web or the database.
package passo.lab;
