package passo.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;

/// What the tests of the exercises expect: what the grader goes by. Kept by the hash of an exercise's files, and never overwritten, so
/// that a verdict of the past stays what it was.
public final class Expectations {

    private final Database database;
    private boolean loaded;

    public Expectations(Database database) {
        this.database = database;
    }

    /// The same curriculum, whose expectations are kept before anybody asks for it.
    public Supplier<Curriculum> keeping(Supplier<Curriculum> curriculum) {
        return () -> {
            Curriculum read = curriculum.get();
            loadOnce(read);
            return read;
        };
    }

    private synchronized void loadOnce(Curriculum curriculum) {
        if (loaded) return;
        load(curriculum);
        loaded = true;
    }

    /// Keeps what is new, in one transaction. Two servers may do so at once.
    public void load(Curriculum curriculum) {
        database.jdbi().useTransaction(handle -> {
            try (var batch = handle.prepareBatch("""
                    merge into expectation
                    using (select cast(:slug as varchar) as slug, cast(:hash as varchar) as hash, cast(:test as varchar) as test) as loaded
                    on expectation.slug = loaded.slug and expectation.hash = loaded.hash and expectation.test = loaded.test
                    when not matched then insert (slug, hash, test, expected) values (:slug, :hash, :test, :expected)""")) {
                curriculum.all().forEach(exercise -> exercise.tests().forEach(test -> batch.bind("slug", exercise.slug()).bind("hash", exercise.hash())
                        .bind("test", test.id()).bind("expected", test.expected().toString()).add()));
                if (batch.size() > 0) batch.execute();
            }
        });
    }

    /// The exercise, with what is expected of it here.
    public Exercise of(Exercise exercise) {
        Map<String, Json.Obj> expected = new HashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("select test, expected from expectation where slug = :slug and hash = :hash")
                .bind("slug", exercise.slug())
                .bind("hash", exercise.hash())
                .map((row, _) -> Map.entry(row.getString("test"), row.getString("expected")))
                .forEach(row -> expected.put(row.getKey(), (Json.Obj) JsonText.parse(row.getValue()))));
        return exercise.expecting(expected);
    }
}
