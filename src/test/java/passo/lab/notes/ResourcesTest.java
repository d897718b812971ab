package passo.lab.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.lab.exercise.Words;

class ResourcesTest {

    static final String LINK = "title: {en: t, pt-BR: t}, address: 'https://example.com/', use: {en: u, pt-BR: u}, languages: [en], checked: '2026-11-22', how: copy";

    @TempDir Path folder;

    @Test void everyLinkSaysWhatItIsGoodForInBothLanguages() {
        assertThat(Resources.load(Path.of("exercises")).links()).hasSizeGreaterThan(20).allSatisfy(link -> {
            assertThat(link.use().byLanguage()).containsOnlyKeys(Words.LANGUAGES);
            assertThat(link.checked()).isBeforeOrEqualTo(LocalDate.now());
        });
    }

    @Test void aLinkIsReadWithTheDateAndTheWayItWasChecked() throws IOException {
        write(LINK);

        var words = new Words(Map.of("en", "t", "pt-BR", "t"));
        assertThat(Resources.load(folder)).isEqualTo(new Resources(List.of(new Resources.Group("g", words, List.of(new Resources.Link(words,
                URI.create("https://example.com/"), new Words(Map.of("en", "u", "pt-BR", "u")), List.of("en"), LocalDate.of(2026, 11, 22), Resources.How.COPY))))));
    }

    @Test void aLinkIsOldWhenNobodyHasLookedForAYear() throws IOException {
        write(LINK);

        Resources.Link link = Resources.load(folder).links().findFirst().orElseThrow();
        assertThat(link.isOld(LocalDate.of(2027, 11, 22))).isFalse();
        assertThat(link.isOld(LocalDate.of(2027, 11, 23))).isTrue();
    }

    @Test void whatCannotBeALinkIsRefused() throws IOException {
        refused(LINK.replace("https://", "http://"), "no https address");
        refused(LINK.replace("2026-11-22", "yesterday"), "yesterday");
        refused(LINK.replace("how: copy", "how: guessed"), "no way to check: guessed");
        refused(LINK.replace("[en]", "[fr]"), "languages of https://example.com/");
        refused(LINK + "}, {" + LINK, "twice: https://example.com/");
        refused(LINK + ", more: 1", "no such member: more");
    }

    private void refused(String link, String reason) throws IOException {
        write(link);
        assertThatThrownBy(() -> Resources.load(folder)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }

    private void write(String link) throws IOException {
        Files.writeString(folder.resolve("resources.yaml"), "groups: [{id: g, title: {en: t, pt-BR: t}, links: [{" + link + "}]}]");
    }
}
