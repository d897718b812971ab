package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /// Words that both languages share.
    static final Set<String> ALIKE = Set.of();

    /// `text("some.key"` in a template or a view, `get("some.key"` on the messages themselves. A key that is put together
    /// (`"status." + status`) is known by its beginning.
    static final Pattern USE = Pattern.compile("\\b(?:text|messages(?:\\(\\))?\\.get)\\(\"([a-zA-Z0-9.-]+)\"(\\s*\\+)?");

    /// What lower packages hand up as a key: diagnostics, completions, the faults of a world.
    static final Set<String> HANDED_UP = Set.of("explain.*", "hint.*", "field.*", "type.*", "path.*", "errorName.*", "function.*", "world.*");

    final Properties english = read("en");
    final Properties portuguese = read("pt_BR");

    @Test void bothLanguagesHaveTheSameKeys() {
        assertThat(portuguese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test void noTextWasLeftUntranslated() {
        var alike = english.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key).equals(portuguese.getProperty(key)))
                .filter(key -> english.getProperty(key).matches(".*\\p{L}{2}.*"));

        assertThat(alike).allSatisfy(key -> assertThat(ALIKE).contains(key));
    }

    @Test void noTextIsEmpty() {
        assertThat(Stream.of(english, portuguese).flatMap(texts -> texts.values().stream())).doesNotContain("");
    }

    @Test void bothLanguagesTakeTheSameArguments() {
        assertThat(english.stringPropertyNames()).allSatisfy(key ->
                assertThat(arguments(portuguese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key))));
    }

    @Test void everyKeyThatIsUsedExists() throws IOException {
        assertThat(uses()).allSatisfy(use -> assertThat(english.stringPropertyNames()).anyMatch(key ->
                use.endsWith("*") ? key.startsWith(use.replace("*", "")) : key.equals(use)));
    }

    @Test void everyKeyIsUsed() throws IOException {
        var uses = uses();
        uses.addAll(HANDED_UP);

        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(uses).anyMatch(use ->
                use.endsWith("*") ? key.startsWith(use.replace("*", "")) : key.equals(use)));
    }

    @Test void anApostropheIsAnApostrophe() {
        assertThat(Messages.in(Language.ENGLISH).with(_ -> "it's {0}").get("error.home", 7)).isEqualTo("it's 7");
    }

    private static Set<String> uses() throws IOException {
        try (var files = Stream.concat(Files.walk(Path.of("src/main/java/passo/web")), Files.walk(Path.of("src/main/jte")))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> USE.matcher(text(file)).results())
                    .map(use -> use.group(1) + (use.group(2) == null ? "" : "*"))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)").matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties read(String language) {
        var texts = new Properties();
        try (Reader reader = new InputStreamReader(MessagesTest.class.getResourceAsStream("/messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
