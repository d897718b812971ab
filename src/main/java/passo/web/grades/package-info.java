/// What a class is asked to do, and what came of it: the plan with its dates, and the grades as files that spreadsheets and Moodle read, on a
/// page as by a program with a token.
///
/// A plan is a draft in its form until it is saved: every button sends all of the form, so that nothing typed is lost and no script is needed. Of
/// grades nothing is kept: they are asked of the attempts whenever somebody looks.
package passo.web.grades;
