package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;

/// Every exercise is one of its own: none asks for the machine of another, tells the story of another, or goes wrong in another's way.
/// An exercise and its twin are alike on purpose.
class NoClonesTest {

    private static final List<Exercise> EXERCISES = ExercisesTest.CURRICULUM.all().toList();
    /// How many words in a row count as the same.
    private static final int RUN = 5;
    private static final double MOST_ALIKE = 0.3;
    private static final Pattern FUNCTIONS = Pattern.compile("States\\.\\w+|\\$\\w+(?=\\()");

    @Test void noTwoReferencesHaveTheSameShape() {
        Map<String, List<Exercise>> byShape = EXERCISES.stream().filter(exercise -> handedIn(exercise).isPresent())
                .collect(Collectors.groupingBy(exercise -> Outline.of(handedIn(exercise).get()), TreeMap::new, Collectors.toList()));

        assertThat(byShape.values().stream().filter(alike -> alike.size() > 1 && !areTwins(alike)).map(NoClonesTest::slugs)).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"en", "pt-BR"})
    void noTwoStatementsShareManyRunsOfWords(String language) {
        assertThat(alike(EXERCISES.stream().map(exercise -> new Text(exercise, exercise.in(language).text())).toList())).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"en", "pt-BR"})
    void eachGoesWrongForReasonsOfItsOwn(String language) {
        assertThat(alike(EXERCISES.stream().flatMap(exercise -> exercise.mistakes().stream()
                .map(mistake -> new Text(exercise, mistake.message().in(language)))).toList())).isEmpty();
    }

    /// The machine of the reference, where it is what the learner writes.
    private static Optional<Json.Obj> handedIn(Exercise exercise) {
        Json definition = exercise.reference().get("definition");
        if (!exercise.kind().isMachine() || definition == null || definition.equals(exercise.untouched().get("definition"))) return Optional.empty();
        return Optional.of((Json.Obj) JsonText.parse(((Json.Str) definition).value()));
    }

    private static boolean areTwins(List<Exercise> exercises) {
        return exercises.stream().map(exercise -> exercise.twin().orElse(exercise.slug())).distinct().count() == 1;
    }

    private static String slugs(List<Exercise> exercises) {
        return exercises.stream().map(Exercise::slug).collect(Collectors.joining(", "));
    }

    /// The pairs of texts of different exercises that are too much alike.
    private static List<String> alike(List<Text> texts) {
        var found = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                double shared = texts.get(i).sharedWith(texts.get(j));
                if (shared > MOST_ALIKE && !areTwins(List.of(texts.get(i).of, texts.get(j).of))) {
                    found.add("%s and %s share %.0f %%: %s".formatted(texts.get(i).of.slug(), texts.get(j).of.slug(), 100 * shared, texts.get(i).words));
                }
            }
        }
        return found;
    }

    private record Text(Exercise of, String words, Set<String> runs) {

        Text(Exercise of, String words) {
            this(of, words, runs(words));
        }

        /// Which part of the runs of the shorter is in the other.
        double sharedWith(Text other) {
            var shared = new HashSet<>(runs);
            shared.retainAll(other.runs);
            int most = Math.min(runs.size(), other.runs.size());
            return most == 0 ? 0 : (double) shared.size() / most;
        }

        private static Set<String> runs(String text) {
            List<String> words = Arrays.stream(text.toLowerCase().split("[^\\p{L}\\p{N}$.:_-]+")).filter(word -> !word.isEmpty()).toList();
            return IntStream.rangeClosed(0, words.size() - RUN).mapToObj(from -> String.join(" ", words.subList(from, from + RUN))).collect(Collectors.toSet());
        }
    }

    /// The shape of a machine, whatever its states are called: kinds, resources, and where each leads, in the order in which one comes by
    /// them. Of a machine with a single state there is no more to see than the fields that it fills, and by which functions.
    private static final class Outline {

        private final Json.Obj states;
        private final List<String> names = new ArrayList<>();

        private Outline(Json.Obj states) {
            this.states = states;
        }

        static String of(Json.Obj machine) {
            var outline = new Outline((Json.Obj) machine.get("States"));
            outline.number(machine.get("StartAt"));
            var lines = new ArrayList<String>();
            for (int i = 0; i < outline.names.size(); i++) lines.add(outline.line((Json.Obj) outline.states.get(outline.names.get(i))));
            if (lines.size() == 1) lines.add(machine.get("QueryLanguage") + " " + ((Json.Obj) outline.states.get(outline.names.getFirst())).names()
                    + FUNCTIONS.matcher(machine.toString()).results().map(found -> found.group()).distinct().sorted().toList());
            return String.join("\n", lines);
        }

        private String line(Json.Obj state) {
            return text(state, "Type") + " " + text(state, "Resource") + (text(state, "Resource").endsWith(":invoke") ? " " + function(state) : "")
                    + " next " + number(state.get("Next")) + " choices " + numbers(state, "Choices") + " default " + number(state.get("Default"))
                    + " catch " + numbers(state, "Catch") + " retry " + items(state, "Retry").count() + inside(state);
        }

        private static String inside(Json.Obj state) {
            return Stream.concat(items(state, "Branches"), Stream.of("ItemProcessor", "Iterator").map(state::get).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast))
                    .map(inner -> " (" + of(inner) + ")").collect(Collectors.joining());
        }

        /// How many a state is in the order of the way; -1 for none.
        private int number(Json name) {
            if (!(name instanceof Json.Str(var text))) return -1;
            if (!names.contains(text)) names.add(text);
            return names.indexOf(text);
        }

        private List<Integer> numbers(Json.Obj state, String field) {
            return items(state, field).map(item -> number(item.get("Next"))).toList();
        }

        private static Stream<Json.Obj> items(Json.Obj state, String field) {
            return state.get(field) instanceof Json.Arr list ? list.items().stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast) : Stream.empty();
        }

        private static String text(Json.Obj state, String field) {
            return state.get(field) instanceof Json.Str(var text) ? text : "";
        }

        private static String function(Json.Obj state) {
            return Stream.of("Parameters", "Arguments").map(state::get).filter(Json.Obj.class::isInstance).map(given -> text((Json.Obj) given, "FunctionName"))
                    .findFirst().orElse("");
        }
    }
}
