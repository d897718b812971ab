package passo.lab.progress;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Machines;
import passo.lab.exercise.Words;

/// A small curriculum: two tracks, each exercise of the first with a twin.
final class Lessons {

    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    static final Exercise HELLO = exercise("hello", "first", "", "C1");
    static final Exercise HELLO_ALONE = exercise("hello-alone", "first", "hello", "C1");
    static final Exercise CHAIN = exercise("chain", "first", "", "C1");
    static final Exercise CHAIN_ALONE = exercise("chain-alone", "first", "chain", "C1");
    static final Exercise NAMES = exercise("names", "first", "", "C1", "C4");
    static final Exercise CHOICE = exercise("choice", "second", "", "C4");

    static final Curriculum.Track FIRST = new Curriculum.Track("first", "0", words("First"), List.of(HELLO, HELLO_ALONE, CHAIN, CHAIN_ALONE, NAMES));
    static final Curriculum.Track SECOND = new Curriculum.Track("second", "E", words("Second"), List.of(CHOICE));
    static final Curriculum CURRICULUM = new Curriculum(List.of(FIRST, SECOND), List.of(
            new Curriculum.Way("short", words("Short"), List.of(HELLO, CHOICE))), List.of(), Optional.empty());

    private Lessons() {}

    static Progress progress(Plan plan, Tried... tried) {
        return Progress.of(CURRICULUM, plan, List.of(tried), ZONE);
    }

    static Tried passed(Exercise exercise, String at) {
        return new Tried(exercise.slug(), 3, Optional.of(Instant.parse(at)), Instant.parse(at));
    }

    static Tried tried(Exercise exercise, String at) {
        return new Tried(exercise.slug(), 1, Optional.empty(), Instant.parse(at));
    }

    static Standing open(Exercise exercise) {
        return new Standing(exercise, Standing.State.OPEN, 0);
    }

    static Standing passed(Exercise exercise) {
        return new Standing(exercise, Standing.State.PASSED, 3);
    }

    static Standing begun(Exercise exercise) {
        return new Standing(exercise, Standing.State.TRIED, 1);
    }

    static Standing skipped(Exercise exercise) {
        return new Standing(exercise, Standing.State.SKIPPED, 0);
    }

    /// Two exercises and a twin, as far as there are any.
    static Item item(String id, Standing... standings) {
        var exercises = Stream.of(standings).filter(standing -> !standing.alone()).toList();
        return new Item(id, List.of(new Item.Step(false, exercises.stream().findFirst()), new Item.Step(false, exercises.stream().skip(1).findFirst()),
                new Item.Step(true, Stream.of(standings).filter(Standing::alone).findFirst())));
    }

    private static Exercise exercise(String slug, String track, String twin, String... checklist) {
        return new Exercise(slug, "hash", track, Exercise.Kind.BUILD, 1, 10, List.of(checklist), "B", List.of(), List.of(), List.of(),
                Optional.of(twin).filter(original -> !original.isEmpty()), Definition.Type.STANDARD, Map.of(), Optional.empty(), Json.Obj.EMPTY,
                Json.Obj.EMPTY, List.of(), List.of(), List.of(), OptionalInt.empty(), false, List.of(), Machines.NONE, Map.of(), Map.of(), Map.of());
    }

    private static Words words(String text) {
        return new Words(Map.of("en", text, "pt-BR", text));
    }
}
