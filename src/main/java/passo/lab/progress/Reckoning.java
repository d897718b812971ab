package passo.lab.progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.progress.Standing.State;

/// Works out how far a learner is.
final class Reckoning {

    private static final List<String> ITEMS = List.of("C1", "C2", "C3", "C4", "C5", "C6");
    private static final int EXERCISES_AN_ITEM = 2;

    private final Curriculum curriculum;
    private final Plan plan;
    private final ZoneId zone;
    private final Map<String, Tried> tried;
    private final List<Standing> standings;
    private final Optional<Standing> next;

    Reckoning(Curriculum curriculum, Plan plan, List<Tried> tried, ZoneId zone) {
        this.curriculum = curriculum;
        this.plan = plan;
        this.zone = zone;
        this.tried = tried.stream().collect(Collectors.toMap(Tried::slug, Function.identity()));
        standings = curriculum.all().map(this::standing).toList();
        next = next();
    }

    Progress progress() {
        return new Progress(ITEMS.stream().map(this::item).toList(),
                curriculum.tracks().stream().map(this::row).filter(row -> !row.places().isEmpty()).toList(), next, twins());
    }

    private Standing standing(Exercise exercise) {
        Tried result = tried.get(exercise.slug());
        if (result == null) return new Standing(exercise, plan.skipped().contains(exercise.track()) ? State.SKIPPED : State.OPEN, 0);
        return new Standing(exercise, result.passedAt().isPresent() ? State.PASSED : State.TRIED, result.stars());
    }

    /// The exercise itself, or that which it is the twin of.
    private Exercise original(Exercise exercise) {
        return exercise.twin().map(slug -> curriculum.find(slug).orElseThrow()).orElse(exercise);
    }

    private boolean isOnPath(Exercise exercise) {
        return curriculum.way(plan.path()).map(way -> way.leadsTo(original(exercise))).orElse(true);
    }

    /// The first path is the one that is made for the checklist.
    private boolean isOnShortestPath(Exercise exercise) {
        return curriculum.ways().stream().findFirst().filter(way -> way.leadsTo(exercise)).isPresent();
    }

    /// What was begun last; else what comes first, since all that it needs comes before it; else a twin.
    private Optional<Standing> next() {
        List<Standing> here = standings.stream().filter(standing -> isOnPath(standing.exercise())).toList();
        return here.stream().filter(standing -> standing.state() == State.TRIED)
                .max(Comparator.comparing(standing -> tried.get(standing.exercise().slug()).lastAt()))
                .or(() -> here.stream().filter(standing -> !standing.alone() && standing.state() == State.OPEN).findFirst())
                .or(() -> here.stream().filter(standing -> standing.alone() && !standing.passed() && isOpened(standing)).findFirst());
    }

    /// Was that which it is the twin of passed?
    private boolean isOpened(Standing twin) {
        return standing(original(twin.exercise())).passed();
    }

    private Item item(String id) {
        List<Standing> counted = standings.stream().filter(standing -> standing.exercise().checklist().contains(id)).toList();
        List<Standing> exercises = counted.stream().filter(standing -> !standing.alone())
                .sorted(Comparator.comparing(this::rank).thenComparing(standing -> !isOnShortestPath(standing.exercise()))
                        .thenComparing(standing -> standing.exercise().checklist().indexOf(id))).limit(EXERCISES_AN_ITEM).toList();
        Optional<Standing> twin = counted.stream().filter(Standing::alone).min(Comparator.comparing(one -> twinRank(one, exercises)));
        return new Item(id, Stream.concat(
                IntStream.range(0, EXERCISES_AN_ITEM).mapToObj(index -> new Item.Step(false, exercises.stream().skip(index).findFirst())),
                Stream.of(new Item.Step(true, twin))).toList());
    }

    /// What counts for an item first: what is done, then what is nearest; of two alike, that of the shortest path, then that which is more about the item.
    private int rank(Standing standing) {
        if (next.equals(Optional.of(standing))) return 1;
        return switch (standing.state()) {
            case PASSED -> 0;
            case TRIED -> 2;
            case OPEN -> isOnPath(standing.exercise()) ? 3 : 4;
            case SKIPPED -> 5;
        };
    }

    private int twinRank(Standing twin, List<Standing> exercises) {
        if (twin.passed()) return 0;
        if (isOpened(twin)) return 1;
        return exercises.contains(standing(original(twin.exercise()))) ? 2 : 3;
    }

    private Row row(Curriculum.Track track) {
        List<Exercise> ordinary = track.exercises().stream().filter(exercise -> exercise.twin().isEmpty()).toList();
        return new Row(track, plan.skipped().contains(track.id()), IntStream.range(0, ordinary.size()).filter(index -> isOnPath(ordinary.get(index)))
                .mapToObj(index -> place(index + 1, ordinary.get(index))).toList());
    }

    private Row.Place place(int number, Exercise exercise) {
        return new Row.Place(number, standing(exercise), curriculum.twinOf(exercise).map(this::standing));
    }

    private List<Twin> twins() {
        return standings.stream().filter(standing -> standing.alone() && !standing.passed() && isOpened(standing))
                .map(standing -> new Twin(standing, passedOn(original(standing.exercise()))))
                .sorted(Comparator.comparing(Twin::originalPassed)).toList();
    }

    private LocalDate passedOn(Exercise exercise) {
        return LocalDate.ofInstant(tried.get(exercise.slug()).passedAt().orElseThrow(), zone);
    }
}
