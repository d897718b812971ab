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
    static final Set<String> ALIKE = Set.of("monitor.log", "exercise.minutes", "start.alias", "start.bucket", "bench.editor", "console.aliases", "nav.console", "language.en", "language.pt-BR", "step.item", "grades.file.total",
            "grades.file.id", "grades.download.short");

    /// A key in quotes, or the beginning of one that is put together: `"status." + status`.
    static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z]*(?:\\.[a-zA-Z0-9.-]*)?)\"");
    static final Pattern USE = Pattern.compile("\\bpage\\.text\\(" + KEY + "\\s*[,)]");

    final Properties english = read("en");
    final Properties portuguese = read("pt_BR");

    @Test void bothLanguagesHaveTheSameKeys() {
        assertThat(portuguese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test void noTextWasLeftUntranslated() {
        assertThat(english.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key).equals(portuguese.getProperty(key)))
                .filter(key -> english.getProperty(key).matches(".*\\p{L}{2}.*"))
                .filter(key -> !ALIKE.contains(key))).isEmpty();
    }

    @Test void noTextIsEmpty() {
        assertThat(Stream.of(english, portuguese).flatMap(texts -> texts.values().stream())).doesNotContain("");
    }

    @Test void bothLanguagesTakeTheSameArguments() {
        assertThat(english.stringPropertyNames()).allSatisfy(key ->
                assertThat(arguments(portuguese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key))));
    }

    @Test void everyKeyThatIsUsedExists() throws IOException {
        assertThat(found(USE).filter(key -> !english.containsKey(key))).isEmpty();
    }

    @Test void everyKeyIsUsed() throws IOException {
        var written = found(KEY).toList();

        assertThat(english.stringPropertyNames().stream().filter(key -> written.stream().noneMatch(use ->
                key.equals(use) || use.endsWith(".") && key.startsWith(use)))).isEmpty();
    }

    @Test void anApostropheIsAnApostrophe() {
        assertThat(Messages.in(Language.ENGLISH).with(_ -> "it's {0}").get("error.home", 7)).isEqualTo("it's 7");
    }

    private static Stream<String> found(Pattern pattern) throws IOException {
        try (var files = Stream.concat(Files.walk(Path.of("src/main/java/passo")), Files.walk(Path.of("src/main/jte")))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .distinct()
                    .toList()
                    .stream();
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
