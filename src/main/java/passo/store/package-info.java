/// Everything that must outlive the process, in SQL: an embedded H2 file by default, PostgreSQL by URL.
///
/// One migration, one statement, one test serve both: the SQL is what H2 (in its PostgreSQL mode) and PostgreSQL both take,
/// so ids are made in Java, JSON is kept as `text`, and a row is inserted or replaced by `merge`. There is no `returning`,
/// `on conflict`, `jsonb` or partial index. A class a table; the SQL stands beside the method that asks it; rows become
/// records by Jdbi's core. No ORM: what is asked of the database can be read here.
///
/// This package does not know the web, and nothing below it knows this one: grading and running are pure, their callers save.
package passo.store;
