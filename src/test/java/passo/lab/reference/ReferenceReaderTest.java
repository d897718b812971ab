package passo.lab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.asl.Definition;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.Words;
import passo.lab.notes.Notes;
import passo.lab.reference.Topic.Part;

class ReferenceReaderTest {

    static final Path EXERCISES = Path.of("exercises");
    static final Curriculum CURRICULUM = Curriculum.load(EXERCISES);
    static final Notes NOTES = Notes.load(EXERCISES, CURRICULUM, Examples.load(EXERCISES.resolve("examples")));

    static final String MACHINE = """
            title: {en: t, pt-BR: t}
            definition: '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
            """;
    static final String EXPRESSIONS = """
            title: {en: t, pt-BR: t}
            input: {a: 1}
            expressions:
              - {write: $.a, gives: 1}
              - {write: $.b, fails: States.Runtime}
            """;

    @TempDir Path folder;

    @BeforeEach void aReferenceOfOneTopic() throws IOException {
        write("topics.yaml", "groups: [{title: {en: g, pt-BR: g}, topics: [{id: pass, exercises: [ola-estado]}]}]");
        for (var language : Words.LANGUAGES) write("pass/" + language + ".md", "# Pass\n\nHands on\nits input.\n\nMore.\n\n## Seen\n\nLook:\n\n```example\none\n```\n\n```example\ntwo\n```\n");
        write("pass/one.yaml", MACHINE + "expect: {status: SUCCEEDED}");
        write("pass/two.yaml", EXPRESSIONS);
    }

    @Test void aTopicIsReadWithItsTextsAndExamples() {
        var words = new Words(Map.of("en", "t", "pt-BR", "t"));
        var text = new Topic.Text("Pass", "Hands on\nits input.", List.of(new Topic.Section("", List.of(new Part.Prose("More."))),
                new Topic.Section("Seen", List.of(new Part.Prose("Look:"), new Part.Shown("one"), new Part.Shown("two")))));

        assertThat(load()).isEqualTo(new Reference(List.of(new Reference.Group(new Words(Map.of("en", "g", "pt-BR", "g")), List.of(new Topic("pass", Map.of("en", text, "pt-BR", text), List.of(
                new Sample.Machine("one", words, Definition.Type.STANDARD, "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}", Json.Obj.EMPTY, Json.Obj.EMPTY,
                        Json.Arr.EMPTY, new Sample.Claim.Runs(Expectation.of(Json.Obj.of("status", Json.of("SUCCEEDED"))))),
                new Sample.Expressions("two", words, JsonText.parse("{\"a\": 1}"), List.of(new Sample.Line("$.a", new Sample.Result.Gives(Json.of(1))),
                        new Sample.Line("$.b", new Sample.Result.Fails("States.Runtime"))))), List.of("ola-estado"), List.of()))))));
    }

    @Test void anExerciseKnowsTheTopicsThatItTrains() {
        assertThat(load().trainedBy("ola-estado")).extracting(Topic::id).containsExactly("pass");
        assertThat(load().trainedBy("json-quebrado")).isEmpty();
    }

    @Test void aSectionIsFoundByTheWordsOfItsTitle() {
        assertThat(new Topic.Section("Onde a documentação diverge: `Next`?", List.of()).id()).isEqualTo("onde-a-documentacao-diverge-next");
    }

    @Test void whatTheTopicsNameMustBeThere() throws IOException {
        write("topics.yaml", "groups: [{title: {en: g, pt-BR: g}, topics: [{id: pass, exercises: [nowhere]}]}]");
        refused("topics.yaml", "of the exercises none is called nowhere");
        write("topics.yaml", "groups: [{title: {en: g, pt-BR: g}, topics: [{id: pass, concepts: [nowhere]}]}]");
        refused("topics.yaml", "of the concepts none is called nowhere");
        write("topics.yaml", "groups: [{title: {en: g, pt-BR: g}, topics: [{id: wait}]}]");
        refused("wait/en.md", "it cannot be read");
    }

    @Test void whatNothingNamesIsRefused() throws IOException {
        write("pass/three.yaml", EXPRESSIONS);
        refused("pass/three.yaml", "nothing in the reference names this file");
    }

    @Test void theLanguagesShowTheSameExamples() throws IOException {
        write("pass/pt-BR.md", "# Pass\n\nPassa.\n\n```example\none\n```\n");
        refused("topics.yaml", "the languages show other examples in pass");
    }

    @Test void aTextBeginsWithTitleAndParagraph() throws IOException {
        write("pass/en.md", "Pass");
        refused("pass/en.md", "it does not begin with a title");
        write("pass/en.md", "# Pass\n\n## Seen\n\nText.");
        refused("pass/en.md", "no paragraph follows the title");
        write("pass/en.md", "# Pass\n\nPasses.\n\n## Seen\n\n## Heard\n\nText.");
        refused("pass/en.md", "the section is empty: Seen");
    }

    @Test void anExampleSaysWhatComesOfIt() throws IOException {
        example(MACHINE, "it does not say what comes of it");
        example(MACHINE + "expect: {statu: SUCCEEDED}", "nothing is expected that is called statu");
        example(MACHINE + "expect: {diagnostics: [SCHEMA_VALIDATION_FAILED]}", "what keeps it from being a machine is []");
        example(MACHINE.replace("Succeed", "Suceed") + "expect: {status: SUCCEEDED}", "/States/A/Type");
        example(EXPRESSIONS.replace(", gives: 1", ""), "an expression gives something or fails");
    }

    @Test void anExampleOfAMachineThatDoesNotLoadNamesWhatKeepsItFromLoading() throws IOException {
        write("pass/one.yaml", MACHINE.replace("Succeed", "Suceed") + "expect: {diagnostics: [SCHEMA_VALIDATION_FAILED]}");

        assertThat(load().find("pass").flatMap(topic -> topic.sample("one"))).hasValueSatisfying(sample ->
                assertThat(((Sample.Machine) sample).claim()).isEqualTo(new Sample.Claim.DoesNotLoad(List.of("SCHEMA_VALIDATION_FAILED"))));
    }

    @Test void aWorldOrADecisionThatCannotBeReadIsRefused() throws IOException {
        example(MACHINE + "expect: {status: SUCCEEDED}\nworld: {s4: {}}", "its world");
        example(MACHINE + "expect: {status: SUCCEEDED}\ndecisions: [{wait: {}}]", "its decisions");
        example(MACHINE + "expect: {status: SUCCEEDED}\ntype: FAST", "no such type: FAST");
    }

    private void example(String text, String reason) throws IOException {
        write("pass/one.yaml", text);
        refused("pass/one.yaml", reason);
    }

    private void refused(String file, String reason) {
        assertThatThrownBy(this::load).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(file).hasMessageContaining(reason);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("reference").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Reference load() {
        return Reference.load(folder, CURRICULUM, NOTES);
    }
}
