package passo.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What learners have noted down in their own words: of each exercise one text, and one in general. Plain Markdown.
public final class Notebooks {

    /// What the general text is about.
    public static final String GENERAL = "";
    /// So many characters a text may have.
    public static final int LONGEST = 20_000;

    private final Database database;

    public Notebooks(Database database) {
        this.database = database;
    }

    /// When this returns, the text is on the disk.
    ///
    /// @param about the slug of an exercise, or [#GENERAL]
    /// @throws IllegalArgumentException if the text is too long
    public void write(String learner, String about, String content, Instant at) {
        if (content.length() > LONGEST) throw new IllegalArgumentException("a text of " + content.length() + " characters");
        database.write("""
                merge into notebook
                using (select cast(:learner as varchar) as learner, cast(:about as varchar) as about) as written
                on notebook.learner = written.learner and notebook.about = written.about
                when matched then update set content = :content, written_at = :at
                when not matched then insert (learner, about, content, written_at) values (:learner, :about, :content, :at)""",
                statement -> statement.bind("learner", learner).bind("about", about).bind("content", content).bind("at", Timestamp.from(at)));
    }

    /// Empty where nothing was written.
    public String read(String learner, String about) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select content from notebook where learner = :learner and about = :about")
                .bind("learner", learner)
                .bind("about", about)
                .mapTo(String.class)
                .findOne()).orElse("");
    }

    /// All that a learner has written, by what it is about.
    public Map<String, String> of(String learner) {
        Map<String, String> texts = new LinkedHashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("select about, content from notebook where learner = :learner order by about")
                .bind("learner", learner)
                .map((row, _) -> Map.entry(row.getString("about"), row.getString("content")))
                .forEach(row -> texts.put(row.getKey(), row.getValue())));
        return texts;
    }
}
