package passo.aws.dynamodb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// The words that no expression may use as an attribute's name. DynamoDB, "Reserved words in DynamoDB".
final class ReservedWords {

    private static final Set<String> ALL = read();

    private ReservedWords() {}

    static boolean contains(String name) {
        return ALL.contains(name.toUpperCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (InputStream words = ReservedWords.class.getResourceAsStream("reserved-words")) {
            return Set.of(new String(words.readAllBytes(), StandardCharsets.US_ASCII).split("\\s+"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
