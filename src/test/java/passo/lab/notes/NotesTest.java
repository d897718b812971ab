package passo.lab.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;

class NotesTest {

    static final Path EXERCISES = Path.of("exercises");
    static final Curriculum CURRICULUM = Curriculum.load(EXERCISES);
    static final Examples EXAMPLES = Examples.load(EXERCISES.resolve("examples"));

    @TempDir Path folder;

    @Test void everyLineIsToldInBothLanguagesAndLeadsSomewhere() {
        assertThat(Notes.load(EXERCISES, CURRICULUM, EXAMPLES).lines()).hasSizeGreaterThan(35).allSatisfy(line -> {
            assertThat(line.note().byLanguage()).containsOnlyKeys(Words.LANGUAGES);
            assertThat(line.fact().byLanguage()).containsOnlyKeys(Words.LANGUAGES);
            assertThat(line.fragment().isPresent() || !line.exercises().isEmpty() || !line.examples().isEmpty()).isTrue();
        });
    }

    @Test void whatIsCodeInOneLanguageIsCodeInTheOther() {
        assertThat(Notes.load(EXERCISES, CURRICULUM, EXAMPLES).lines()).allSatisfy(line ->
                assertThat(ticks(line.fact().in("en"))).as(line.id()).isEqualTo(ticks(line.fact().in("pt-BR"))));
    }

    private static long ticks(String text) {
        return text.chars().filter(sign -> sign == '`').count();
    }

    @Test void aLineShowsTheLinesOfAPlaceOfItsMachine() throws IOException {
        write("""
                {id: l, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f},
                 fragment: {definition: "{\\n  \\"StartAt\\": \\"A\\",\\n  \\"States\\": {\\n    \\"A\\": {\\n      \\"Type\\": \\"Succeed\\"\\n    }\\n  }\\n}", show: /States/A, input: {a: 1}}}""");

        Notes.Fragment fragment = load().find("l").flatMap(Notes.Line::fragment).orElseThrow();
        assertThat(fragment.shown()).isEqualTo("\"A\": {\n  \"Type\": \"Succeed\"\n}");
        assertThat(fragment.input()).isEqualTo("{\n  \"a\": 1\n}");
    }

    @Test void aLineThatLeadsNowhereIsRefused() throws IOException {
        refused("{id: l, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f}}", "the line l leads nowhere");
        refused("{id: l, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f}, exercises: [nothing]}", "exercises has none that is called nothing");
        refused("{id: l, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f}, examples: [nothing]}", "examples has none that is called nothing");
    }

    @Test void whatNobodyKnowsOrIsMissingIsRefused() throws IOException {
        refused("{id: l, note: {en: n, pt-BR: n}, fact: {en: f}, examples: [ola]}", "a text is missing in pt-BR");
        refused("{id: l, note: {en: n, pt-BR: n}, facts: {en: f, pt-BR: f}, examples: [ola]}", "no such member: facts");
        refused("{id: part, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f}, examples: [ola]}", "two have the id part");
    }

    @Test void aMachineWithAMistakeIsRefused() throws IOException {
        refused("{id: l, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f}, fragment: {definition: '{\"StartAt\": \"A\", \"States\": {}}', input: 1}}", "Value cannot be empty");
        refused("""
                {id: l, note: {en: n, pt-BR: n}, fact: {en: f, pt-BR: f},
                 fragment: {definition: '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', show: /States/B, input: 1}}""", "nothing stands at /States/B");
    }

    private void refused(String line, String reason) throws IOException {
        write(line);
        assertThatThrownBy(this::load).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("part.yaml").hasMessageContaining(reason);
    }

    private void write(String line) throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("notes.yaml"), "parts: [part]");
        Files.write(notes.resolve("part.yaml"), List.of("title: {en: t, pt-BR: t}", "lines: [" + line + "]"));
    }

    private Notes load() {
        return Notes.load(folder, CURRICULUM, EXAMPLES);
    }
}
