package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Words;
import passo.lab.notes.Notes;
import passo.lab.reference.Reference;
import passo.lab.reference.Topic;

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
        return REFERENCE.topics().flatMap(topic -> topic.samples().stream().map(sample -> dynamicTest(topic.id() + " " + sample.id(), () -> SampleCheck.holds(sample))));
    }

    @Test void thereIsAPageForEveryTopic() {
        assertThat(REFERENCE.topics().map(Topic::id)).containsExactlyInAnyOrderElementsOf(TOPICS);
    }

    @Test void anExampleHasANameUnderWhichADraftOfItIsKept() {
        assertThat(REFERENCE.topics().flatMap(topic -> topic.samples().stream().map(sample -> "ref-" + topic.id() + "-" + sample.id()))).allMatch(name -> name.length() <= 80);
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

    @Test void everyExerciseTrainsATopic() {
        assertThat(CURRICULUM.all().filter(exercise -> REFERENCE.trainedBy(exercise.twin().orElse(exercise.slug())).isEmpty()).map(Exercise::slug)).isEmpty();
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
        return place.isEmpty() ? REFERENCE.find(name).isPresent()
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
