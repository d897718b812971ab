package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import passo.lab.grading.Verdict;
import passo.school.Deed;
import passo.school.Hint;

/// What the learners of a class have done, asked of their attempts, help and drafts: one statement for a whole class.
public final class Deeds {

    private final Database database;

    public Deeds(Database database) {
        this.database = database;
    }

    /// What each member of a class did about each exercise that they have touched, by learner and exercise.
    public List<Deed> of(String classroom) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select learner, slug, sum(tries) as tries, max(stars) as stars, sum(hints) as hints, min(first_at) as first_at, min(passed_at) as passed_at,
                    max(last_at) as last_at, max(active_at) as active_at, max(brought) as brought
                from (
                    select attempt.learner, slug, sum(case when brought then 0 else 1 end) as tries, max(case when brought then 0 else stars end) as stars, 0 as hints,
                        min(case when not brought then attempted_at end) as first_at, min(case when not brought and stars >= :passing then attempted_at end) as passed_at,
                        max(case when not brought then attempted_at end) as last_at, max(case when not brought then attempted_at end) as active_at,
                        max(case when brought and stars >= :passing then 1 else 0 end) as brought
                    from attempt join member on member.learner = attempt.learner where member.classroom = :classroom group by attempt.learner, slug
                    union all
                    select help.learner, slug, 0, 0, count(*), null, null, null, max(taken_at), 0
                    from help join member on member.learner = help.learner where member.classroom = :classroom group by help.learner, slug
                    union all
                    select draft.learner, substring(draft.name from :prefix), 0, 0, 0, null, null, null, updated_at, 0
                    from draft join member on member.learner = draft.learner where member.classroom = :classroom and draft.name like 'exercise-%'
                ) as done
                group by learner, slug order by learner, slug""")
                .bind("classroom", classroom)
                .bind("passing", Verdict.PASSING)
                .bind("prefix", "exercise-".length() + 1)
                .map(Deeds::from)
                .list());
    }

    /// The ids of a learner's attempts at an exercise that came in a file.
    public Set<String> brought(String learner, String slug) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select id from attempt where learner = :learner and slug = :slug and brought")
                .bind("learner", learner).bind("slug", slug).mapTo(String.class).set());
    }

    /// The help that the members of a class took.
    public List<Hint> hints(String classroom) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select help.learner, slug, taken_at from help join member on member.learner = help.learner where member.classroom = :classroom order by help.learner, slug, rung""")
                .bind("classroom", classroom)
                .map((row, _) -> new Hint(row.getString("learner"), row.getString("slug"), row.getTimestamp("taken_at").toInstant()))
                .list());
    }

    private static Deed from(ResultSet row, StatementContext context) throws SQLException {
        Optional<Instant> passedAt = instant(row, "passed_at");
        return new Deed(row.getString("learner"), row.getString("slug"), row.getInt("tries"), row.getInt("stars"), row.getInt("hints"), instant(row, "first_at"), passedAt,
                instant(row, "last_at"), instant(row, "active_at"), passedAt.isEmpty() && row.getInt("brought") > 0);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
