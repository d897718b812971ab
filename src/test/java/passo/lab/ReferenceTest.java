package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import passo.asl.Definition;
import passo.asl.text.Diagnostic;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Decision;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.lab.grading.Claims;
import passo.lab.notes.Notes;
import passo.lab.reference.Reference;
import passo.lab.reference.Sample;
import passo.lab.reference.Topic;
import passo.lab.reference.Written;

/// Every page of the reference is true, in both languages.
class ReferenceTest {

    static final Path EXERCISES = Path.of("exercises");
    static final Examples EXAMPLES = Examples.load(EXERCISES.resolve("examples"));
    static final Curriculum CURRICULUM = Curriculum.load(EXERCISES);
    static final Notes NOTES = Notes.load(EXERCISES, CURRICULUM, EXAMPLES);
    static final Reference REFERENCE = Reference.load(EXERCISES, CURRICULUM, NOTES);

    static final List<String> TOPICS = List.of("machine", "states", "pass-wait-succeed-fail", "task", "choice", "parallel", "map", "data-flow", "paths", "intrinsics", "variables",
            "context-object", "jsonata", "errors", "retry-catch", "integrations", "standard-express", "executions-redrive", "quotas", "prices", "iam", "logs-metrics", "testing",
            "versions-git");

    static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
    static final Pattern HEADING = Pattern.compile("(?m)^#+(?= )");
    static final Pattern LINK = Pattern.compile("]\\((/[^)#\\s]*)(#[^)\\s]*)?\\)");
    static final List<String> PLACES = List.of("/", "/gallery", "/learn", "/learn/notes", "/learn/placement", "/learn/reference", "/learn/resources", "/learn/deliverable",
            "/learn/plantao", "/console", "/console/new", "/console/inbox");

    @TestFactory Stream<DynamicTest> everyExampleGivesWhatItClaims() {
        return REFERENCE.topics().flatMap(topic -> topic.samples().stream().map(sample -> dynamicTest(topic.id() + " " + sample.id(), () -> {
            switch (sample) {
                case Sample.Machine machine -> holds(machine);
                case Sample.Expressions expressions -> assertThat(expressions.lines().stream().map(line -> new Sample.Line(line.written(), result(expressions, line))))
                        .containsExactlyElementsOf(expressions.lines());
            }
        })));
    }

    private static void holds(Sample.Machine machine) {
        if (!(machine.claim() instanceof Sample.Claim.Runs(var expectation))) return;
        Definition definition = Definition.parse(machine.definition(), machine.type());
        World world = ((Reading.Good<World>) World.parse(machine.world())).value().orAutomatic();
        StartExecution start = start(definition, machine.type(), machine.input(), world);
        var cloud = new Cloud(world, List.of(), start);
        List<Decision> decisions = ((Reading.Good<List<Decision>>) Decisions.parse(machine.decisions(), machine.type(), world)).value();

        assertThat(world.refusedRole(start, false)).isEmpty();
        assertThat(Claims.broken(expectation, Execution.run(start, cloud, Limits.NORMAL, decisions).trace(), cloud)).isEmpty();
    }

    private static Sample.Result result(Sample.Expressions expressions, Sample.Line line) {
        Definition definition = Definition.parse(Written.definition(line.written()), Definition.Type.STANDARD);
        if (!definition.isValid()) {
            return new Sample.Result.Fails(definition.diagnostics().stream().filter(wrong -> wrong.severity() == Diagnostic.Severity.ERROR).findFirst().orElseThrow().code());
        }
        StartExecution start = start(definition, Definition.Type.STANDARD, expressions.input(), World.AUTOMATIC);
        Trace trace = Execution.run(start, new Cloud(World.AUTOMATIC, List.of(), start), Limits.NORMAL).trace();
        Optional<Sample.Result> failed = trace.failure().map(Outcome.Failure::told).map(Sample.Result.Fails::new);
        return failed.orElseGet(() -> new Sample.Result.Gives(trace.output().orElseThrow()));
    }

    private static StartExecution start(Definition definition, Definition.Type type, Json input, World world) {
        return world.underItsRole(new StartExecution(definition.machine().orElseThrow(), type, world.called("stateMachine").orElse("passo"),
                world.called("name").orElse("run"), world.account(), input, world.clock().orElse(Instant.parse("2026-01-01T12:00:00Z")), world.seed().orElse(0)));
    }

    @Test void everyTopicIsOneThatWasPlanned() {
        assertThat(TOPICS).containsAll(REFERENCE.topics().map(Topic::id).toList());
    }

    @Test void bothLanguagesHaveTheSameHeadings() {
        assertThat(REFERENCE.topics()).allSatisfy(topic -> assertThat(levels(topic, "pt-BR")).as(topic.id()).isEqualTo(levels(topic, "en")));
    }

    private static List<Integer> levels(Topic topic, String language) {
        return HEADING.matcher(CODE.matcher(text(topic, language)).replaceAll("")).results().map(MatchResult::group).map(String::length).toList();
    }

    @Test void bothLanguagesHaveTablesOfTheSameSize() {
        assertThat(REFERENCE.topics()).allSatisfy(topic -> assertThat(rows(topic, "pt-BR")).as(topic.id()).isEqualTo(rows(topic, "en")));
    }

    private static List<Long> rows(Topic topic, String language) {
        return CODE.matcher(text(topic, language)).replaceAll("").lines().filter(line -> line.startsWith("|")).map(line -> line.chars().filter(sign -> sign == '|').count()).toList();
    }

    @Test void everyTopicIsTrainedByTwoExercisesAtLeast() {
        assertThat(REFERENCE.topics()).allSatisfy(topic -> assertThat(topic.exercises()).as(topic.id()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2));
    }

    @Test void everyTopicHasExamplesAndNamesItsSources() {
        assertThat(REFERENCE.topics()).allSatisfy(topic -> {
            assertThat(topic.samples()).as(topic.id()).isNotEmpty();
            assertThat(text(topic, "en")).as(topic.id()).containsPattern("(?m)^\\**Sources.*2026").contains("](https://");
            assertThat(text(topic, "pt-BR")).as(topic.id()).containsPattern("(?m)^\\**Fontes.*2026").contains("](https://");
        });
    }

    @Test void linksToAddressesOfOursLeadSomewhere() {
        var astray = new ArrayList<String>();
        REFERENCE.topics().forEach(topic -> Words.LANGUAGES.forEach(language -> LINK.matcher(text(topic, language)).results()
                .filter(link -> !leads(link.group(1), Optional.ofNullable(link.group(2)).orElse(""), language))
                .forEach(link -> astray.add(topic.id() + "/" + language + ".md: " + link.group()))));

        assertThat(astray).isEmpty();
    }

    private static boolean leads(String path, String place, String language) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("/exercises/" + name)) return CURRICULUM.find(name).isPresent();
        if (path.equals("/examples/" + name)) return EXAMPLES.find(name).isPresent();
        if (path.equals("/learn/notes") && !place.isEmpty()) return NOTES.find(place.substring(1)).isPresent();
        if (!path.equals("/learn/reference/" + name)) return PLACES.contains(path);
        return place.isEmpty() ? TOPICS.contains(name)
                : REFERENCE.find(name).stream().flatMap(topic -> topic.in(language).sections().stream()).anyMatch(section -> place.equals("#" + section.id()));
    }

    private static String text(Topic topic, String language) {
        try {
            return Files.readString(EXERCISES.resolve("reference").resolve(topic.id()).resolve(language + ".md"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
