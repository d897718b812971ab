package passo.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Keys made once and kept, so that every server on this database reads what another has signed.
public final class Secrets {

    private static final int BYTES = 32;

    private final Database database;

    public Secrets(Database database) {
        this.database = database;
    }

    /// The key of this name; the first to ask makes it, and whoever asks at the same instant gets the same.
    public byte[] key(String name) {
        var key = find(name).or(() -> {
            make(name);
            return find(name);
        });
        return Base64.getDecoder().decode(key.orElseThrow());
    }

    private Optional<String> find(String name) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select content from secret where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    private void make(String name) {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        database.write("""
                merge into secret using (select cast(:name as varchar) as name) as wanted on secret.name = wanted.name
                when not matched then insert (name, content) values (:name, :content)""",
                statement -> statement.bind("name", name).bind("content", Base64.getEncoder().encodeToString(key)));
    }
}
