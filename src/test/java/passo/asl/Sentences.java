package passo.asl;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The sentences that people read, in one language.
public final class Sentences {

    private Sentences() {}

    /// @param language as the message files are named: `en`, `pt_BR`
    public static Properties in(String language) throws IOException {
        var sentences = new Properties();
        try (var reader = new InputStreamReader(Sentences.class.getResourceAsStream("/messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
