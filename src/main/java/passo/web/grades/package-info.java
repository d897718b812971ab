/// What a class is asked to do, and what came of it: the plan with its dates, and the grades as files that spreadsheets and Moodle read.
///
/// Nothing is kept but the plan. Grades are asked of the attempts whenever somebody looks.
package passo.web.grades;
