package passo.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.function.UnaryOperator;

/// The texts of the pages in one language, from `messages_en.properties` or its sister. Immutable, shared by all requests.
public final class Messages {

    private static final Messages ENGLISH = load(Language.ENGLISH);
    private static final Messages PORTUGUESE = load(Language.PORTUGUESE);

    private final Language language;
    private final Properties texts;

    private Messages(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Messages in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case PORTUGUESE -> PORTUGUESE;
        };
    }

    /// The text of a key, with the arguments where it says `{0}`, `{1}` …, as [MessageFormat] writes them in this language.
    /// An apostrophe is an apostrophe: it quotes nothing.
    public String get(String key, Object... arguments) {
        var text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("No message " + key + " in " + language.tag());
        return arguments.length == 0 ? text : new MessageFormat(text.replace("'", "''"), language.locale()).format(arguments);
    }

    /// Is there a text of this key?
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// The same messages, each text changed.
    Messages with(UnaryOperator<String> change) {
        var changed = new Properties();
        texts.stringPropertyNames().forEach(key -> changed.setProperty(key, change.apply(texts.getProperty(key))));
        return new Messages(language, changed);
    }

    private static Messages load(Language language) {
        var file = "/messages_" + language.tag().replace('-', '_') + ".properties";
        var texts = new Properties();
        try (var reader = new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return new Messages(language, texts);
    }
}
