package passo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.asl.Definition;
import passo.diagram.Drawing;
import passo.diagram.Layout;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.export.Deliverable.File;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Folders;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Grader;
import passo.lab.grading.Submission;
import passo.lab.progress.Item;
import passo.lab.progress.Standing;
import passo.web.Language;
import passo.web.Messages;
import passo.web.parts.Units;

class DeliverableTest {

    static final Voice ENGLISH = voice(Language.ENGLISH);
    static final Voice PORTUGUESE = voice(Language.PORTUGUESE);

    @TempDir Path folder;
    Exercise greet;
    Exercise choose;

    @BeforeEach void exercises() {
        greet = Folders.read(folder.resolve("greet"), "world.yaml", "sqs: {greetings: {}}\n", "tests.yaml", """
                {id: ana, name: {en: Ana is greeted, pt-BR: Ana é saudada}, class: happy, input: {name: Ana}, expect: {output: Hello Ana}}
                ---
                {id: kept-back, name: {en: any name will do, pt-BR: serve qualquer nome}, class: more-data, hidden: true, world: {sqs: {hush: {}}},
                 input: {name: Zaratustra}, expect: {output: Hello Zaratustra}}
                """);
        choose = Folders.read(folder.resolve("choose"), "exercise.yaml", """
                kind: decide
                level: 1
                minutes: 5
                topic: B
                questions:
                  - id: kind
                    text: {en: Which kind does nothing?, pt-BR: Qual tipo não faz nada?}
                    answer: pass
                    options:
                      - {id: pass, text: {en: A `Pass`., pt-BR: Um `Pass`.}}
                      - {id: wait, text: {en: A `Wait`., pt-BR: Um `Wait`.}}
                    says:
                      - {answer: pass, text: {en: It hands on what it is given., pt-BR: Entrega o que recebe.}}
                """, "tests.yaml", "", "solutions/reference.asl.json", "", "solutions/reference.answers.json", "{\"kind\": \"pass\"}");
    }

    @Test void theReadmeTellsWhatThereIs() {
        assertThat(text(deliverable(ENGLISH), "README.md")).isEqualTo("""
                # Machines \\| mine

                Ana \\<b\\>

                One state machine for AWS Step Functions, in Amazon States Language. Each folder holds the definition, its diagram, the tests with what they give \
                and expect, and what I noted down. I wrote and tested them in Passo, a lab in the browser that runs state machines in a small simulated AWS; some \
                of its tests stay hidden from who answers.

                ## Checklist, C1 to C6

                An item is done after two exercises and a third one that is done alone.

                | Item | Standing | Exercises |
                | --- | ---: | --- |
                | **C1** Create a machine | 1 of 3 | [Hello](workflows/greet/README.md) |

                ## State machines

                | Machine | Tests | Ends as | Transitions | Time | Standard, US$ | Express, US$ |
                | --- | ---: | --- | ---: | ---: | ---: | ---: |
                | [Hello](workflows/greet/README.md) | 2 of 2 | `SUCCEEDED` | 1 | 0 ms | 25.00 | 1.10 |

                Status, transitions and time are those of the first test, in virtual time. Standard and Express: what Step Functions charges for a million executions \
                like it, in US dollars, in us-east-1, without what is free each month; the services that it calls charge for themselves. Prices checked on %s. All \
                results stand in [`test-report.xml`](test-report.xml), in the form of JUnit.

                ## Questions, decisions, tests of my own

                | Exercise | Kind | Right |
                | --- | --- | ---: |
                | [Hello](answers/choose/README.md) | decide | 1 of 1 |

                ## Run them

                **In Passo:** put the definition into the editor, `world.json` into the tab World and the input of a test into the tab Input, and run. Every step can \
                then be looked at with what went in and what came out.

                **On AWS**, from this folder, with an account of your own, here for the first of them:

                ```sh
                aws stepfunctions create-state-machine --name greet --type STANDARD \\
                  --definition file://workflows/greet/greet.asl.json \\
                  --role-arn arn:aws:iam::111122223333:role/greet
                aws stepfunctions start-execution \\
                  --state-machine-arn arn:aws:states:us-east-1:111122223333:stateMachine:greet \\
                  --input file://workflows/greet/tests/ana.input.json
                ```

                The role, and the functions, tables, queues and topics that the machine names, have to exist there; `world.json` says which. The account \
                `111122223333` is a placeholder.

                ## My notes

                All of it.
                """.formatted(ENGLISH.date(passo.aws.billing.Bill.of(Definition.Type.STANDARD, 0, 0, 0).checked())));
    }

    @Test void aMachineHasAFolderOfItsOwn() {
        assertThat(text(deliverable(PORTUGUESE), "workflows/greet/README.md")).isEqualTo("""
                # Olá

                > **A tarefa.** Cumprimente.

                Standard · JSONata · 1 estado

                ![Diagrama da máquina de estado](diagram.svg)

                ## Estados

                - **Greet** (Pass): termina aqui

                ## Testes

                Passaram 2 de 2. De um teste oculto só conheço o nome e a classe.

                | Teste | Classe | Resultado | Status | Transições | Tempo |
                | --- | --- | --- | --- | ---: | ---: |
                | [Ana é saudada](tests/ana.input.json) | caminho feliz | passou | `SUCCEEDED` | 1 | 0 ms |
                | Serve qualquer nome (oculto) | dados a mais | passou | – | – | – |

                ## Arquivos

                - [`diagram.svg`](diagram.svg): o diagrama
                - [`greet.asl.json`](greet.asl.json): a definição
                - [`world.json`](world.json): a AWS simulada em que ela roda: funções, tabelas, filas
                - [`tests/`](tests): `.input.json` o que o teste dá, `.expected.json` o que ele espera

                ## Minhas anotações

                Um `Pass`
                basta.
                """);
    }

    @Test void answersAreWrittenOut() {
        assertThat(text(deliverable(ENGLISH), "answers/choose/README.md")).isEqualTo("""
                # Hello

                > **The task.** Greet.

                ## My answers

                1. Which kind does nothing?

                   **Answer:** A `Pass`.

                   It hands on what it is given.
                """);
    }

    @Test void theFilesStandInTheOrderOfTheirPaths() {
        assertThat(deliverable(PORTUGUESE).files()).extracting(File::path).containsExactly(".gitignore", "README.md", "answers/choose/README.md", "test-report.xml",
                "workflows/greet/README.md", "workflows/greet/diagram.svg", "workflows/greet/greet.asl.json", "workflows/greet/tests/ana.expected.json",
                "workflows/greet/tests/ana.input.json", "workflows/greet/world.json");
        assertThat(deliverable(PORTUGUESE).name()).isEqualTo("entrega-step-functions");
    }

    @Test void theReportIsReadByOtherTools() {
        assertThat(text(deliverable(ENGLISH), "test-report.xml")).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="Passo">
                  <testsuite name="greet" tests="2" failures="0">
                    <testcase classname="greet" name="Ana is greeted" time="0.000"/>
                    <testcase classname="greet" name="any name will do"/>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test void nothingOfAHiddenTestIsInIt() {
        assertThat(unzipped(deliverable(ENGLISH).zip()).values()).noneMatch(text -> text.contains("Zaratustra") || text.contains("hush"));
        assertThat(deliverable(ENGLISH).files()).noneMatch(file -> file.path().contains("kept-back"));
    }

    @Test void theSameContentIsTheSameBytes() {
        byte[] zip = deliverable(ENGLISH).zip();

        assertThat(deliverable(ENGLISH).zip()).isEqualTo(zip);
        assertThat(unzipped(zip)).hasSize(10).containsEntry("step-functions-portfolio/workflows/greet/tests/ana.input.json", "{\n  \"name\": \"Ana\"\n}\n");
    }

    @Test void noPathLeadsOutOfTheFolder() {
        for (String path : List.of("../README.md", "/etc/passwd", "a/../b", "a//b", "C:\\a", "..", "a/.", ""))
            assertThatIllegalArgumentException().as(path).isThrownBy(() -> new File(path, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deliverable("a/b", List.of()));
    }

    @Test void aDefinitionStaysAsItWasWritten() {
        String written = "{\"StartAt\": \"A\",\n      \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";

        assertThat(definition(written)).isEqualTo(written + "\n");
        assertThat(definition("{\"StartAt\": \"A\"}")).isEqualTo("{\n  \"StartAt\": \"A\"\n}\n");
        assertThat(definition("StartAt: A\n")).isEqualTo("{\n  \"StartAt\": \"A\"\n}\n");
        assertThat(definition("{\"StartAt\": \"A")).isEqualTo("{\"StartAt\": \"A\n");
    }

    @Test void everyExerciseHasItsPlace() {
        List<Exercise> exercises = Curriculum.load(Path.of("exercises")).all().toList();
        List<Piece> pieces = exercises.stream().map(exercise -> new Piece(exercise, exercise.reference(), new Report.Tests(List.of()), "")).toList();

        Deliverable all = of(PORTUGUESE, List.of(), pieces);

        assertThat(all.files()).filteredOn(file -> file.path().endsWith(".svg")).hasSize((int) exercises.stream().filter(exercise -> exercise.kind().isMachine()).count())
                .allSatisfy(file -> assertThatNoException().isThrownBy(() -> parse(file.text())))
                .allSatisfy(file -> assertThat(file.text()).doesNotContain("<script", "http://localhost", "url("));
        assertThat(all.files()).filteredOn(file -> file.path().endsWith(".json")).allSatisfy(file -> assertThatNoException().isThrownBy(() -> JsonText.parse(file.text())));
        exercises.forEach(exercise -> exercise.tests().stream().filter(TestCase::hidden).forEach(test ->
                assertThat(all.files()).noneMatch(file -> file.path().startsWith("workflows/" + exercise.slug() + "/tests/" + test.id() + "."))));
    }

    @Test void aDraftThatIsNoMachineIsToldSo() {
        var piece = piece(greet, Json.Obj.of("definition", Json.of("{")), "");

        assertThat(text(of(ENGLISH, List.of(), List.of(piece)), "workflows/greet/README.md")).contains("""
                ## Tests

                Nothing was tested: as the text stands, AWS would not create this machine.
                """);
    }

    private String definition(String text) {
        return text(of(ENGLISH, List.of(), List.of(piece(greet, Json.Obj.of("definition", Json.of(text)), ""))), "workflows/greet/greet.asl.json");
    }

    private Deliverable deliverable(Voice voice) {
        var item = new Item("C1", List.of(new Item.Step(false, Optional.of(new Standing(greet, Standing.State.PASSED, 3))), new Item.Step(false, Optional.empty()),
                new Item.Step(true, Optional.empty())));
        return of(voice, List.of(item), List.of(piece(greet, greet.reference(), "Um `Pass`\nbasta.\n"), piece(choose, choose.reference(), "")));
    }

    private static Deliverable of(Voice voice, List<Item> items, List<Piece> pieces) {
        return Deliverable.of(new Portfolio("Machines | mine", "Ana <b>", "All of it.", items, pieces), voice,
                definition -> definition.machine().flatMap(machine -> Layout.of(machine, voice.words())).map(diagram -> Drawing.of(diagram, "", voice.words())));
    }

    private static Piece piece(Exercise exercise, Json.Obj answer, String note) {
        var verdict = new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).grade(Submission.of(answer));
        return new Piece(exercise, answer, Report.of(exercise, verdict), note);
    }

    private static String text(Deliverable deliverable, String path) {
        return deliverable.files().stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().text();
    }

    private static void parse(String xml) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> unzipped(byte[] bytes) {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return files;
    }

    private static Voice voice(Language language) {
        return new Voice(language.tag(), Messages.in(language)::get, new Units(language.locale())::duration);
    }
}
