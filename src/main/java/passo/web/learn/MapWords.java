package passo.web.learn;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.OnCall;
import passo.lab.progress.Item;
import passo.lab.progress.Plan;
import passo.lab.progress.Progress;
import passo.lab.progress.Row;
import passo.lab.progress.Standing;
import passo.lab.progress.Tried;
import passo.lab.progress.Twin;
import passo.lab.progress.Week;
import passo.study.Review;
import passo.web.Page;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// Tells how far a learner is in the words of the page.
final class MapWords {

    private static final Map<String, String> ICONS = Map.of("C1", "kind-task", "C2", "svc-bucket", "C3", "svc-lambda", "C4", "kind-choice", "C5", "kind-parallel",
            "C6", "monitor");

    private final Page page;
    private final Curriculum curriculum;
    private final Progress progress;
    private final LocalDate today;

    MapWords(Page page, Curriculum curriculum, Progress progress, LocalDate today) {
        this.page = page;
        this.curriculum = curriculum;
        this.progress = progress;
        this.today = today;
    }

    MapView.Hero hero(boolean isNew) {
        if (progress.next().isEmpty()) return new MapView.Hero(page.text("learn.all"), Sentence.of(page, "learn.all.text"), "", "");
        Standing next = progress.next().get();
        Exercise exercise = next.exercise();
        Sentence text = Sentence.of(page, isNew ? "learn.new.text" : next.state() == Standing.State.TRIED ? "learn.stopped" : "learn.next",
                new Sentence.Part.Strong(title(exercise).spoken()), curriculum.trackOf(exercise).letter(), String.valueOf(exercise.minutes()));
        return new MapView.Hero(isNew ? page.text("learn.new") : headline(), text, address(exercise), page.text(isNew ? "learn.begin" : "learn.go"));
    }

    private String headline() {
        return progress.now().map(item -> page.text("learn.toGo", item.missing().size(), item.id()))
                .orElseGet(() -> page.text("learn.items", progress.items().stream().filter(item -> !item.done()).count()));
    }

    List<MapView.Card> cards() {
        return progress.items().stream().map(this::card).toList();
    }

    private MapView.Card card(Item item) {
        boolean now = progress.now().equals(Optional.of(item));
        List<Item.Step> missing = item.missing();
        return new MapView.Card(item.id(), ICONS.get(item.id()), page.text("learn.item." + item.id()),
                missing.stream().flatMap(step -> step.standing().stream()).findFirst().map(standing -> address(standing.exercise())).orElse(""), now, item.done(),
                Stream.of(0, 1, 2).map(index -> step(item.steps().get(index), index + 1)).toList(),
                missing.isEmpty() ? page.text("learn.item.full", item.steps().size())
                        : page.text("learn.item.missing", missing.size(), item.steps().size()),
                missing.stream().flatMap(step -> step.standing().stream()).map(standing -> standing.alone() ? page.text("learn.item.alone", title(standing.exercise()).spoken())
                        : title(standing.exercise()).spoken()).collect(Collectors.joining(" · ")));
    }

    /// A step of an item. Where the curriculum has nothing for it yet, it is an empty square.
    private Stone step(Item.Step step, int number) {
        String icon = step.done() ? "ok" : step.alone() ? "twin" : "";
        if (step.standing().isEmpty()) return new Stone("", icon, 0, String.valueOf(number), false, page.text("learn.stone.open"));
        Standing standing = step.standing().get();
        String label = named(standing);
        if (step.done()) return new Stone("done", icon, 0, "", false, label);
        return new Stone(isNext(standing) ? "here" : standing.state() == Standing.State.TRIED ? "half" : "", icon, 0, String.valueOf(number), isNext(standing), label);
    }

    List<MapView.Choice> paths(Plan plan) {
        boolean all = curriculum.way(plan.path()).isEmpty();
        return Stream.concat(curriculum.ways().stream().map(way -> new MapView.Choice(way.id(), way.title().in(language()), way.id().equals(plan.path()))),
                Stream.of(new MapView.Choice("", page.text("learn.everything"), all))).toList();
    }

    List<MapView.Track> tracks() {
        return progress.rows().stream().map(this::track).toList();
    }

    private MapView.Track track(Row row) {
        int passed = row.passed();
        int places = row.places().size();
        String items = row.places().stream().flatMap(place -> place.standing().exercise().checklist().stream()).distinct().sorted().collect(Collectors.joining(" · "));
        return new MapView.Track(row.track().id(), row.track().letter(), row.track().title().in(language()), items,
                progress.next().filter(next -> next.exercise().track().equals(row.track().id())).isPresent(), row.skipped(), passed == places,
                page.text("learn.count", passed, places), row.places().stream().flatMap(this::lines).toList());
    }

    /// The exercise, and its twin once there is something to be done alone.
    private Stream<MapView.Line> lines(Row.Place place) {
        return Stream.concat(Stream.of(line(place.standing(), stone(place))), place.twin().filter(twin -> place.standing().passed()).map(twin ->
                line(twin, new Stone(twin.passed() ? "done" : isNext(twin) ? "here" : "", twin.passed() ? "" : "twin", twin.stars(), "", isNext(twin),
                        named(twin)))).stream());
    }

    private MapView.Line line(Standing standing, Stone stone) {
        Exercise exercise = standing.exercise();
        String about = page.text("exercise.kind." + exercise.kind().tag()) + " · " + exercise.minutes() + " min";
        return new MapView.Line(stone, title(exercise), address(exercise), standing.alone() ? page.text("learn.alone.about") + " · " + about : about, standing.alone());
    }

    /// The square of an exercise; where it was passed and its twin was not, that of the twin.
    private Stone stone(Row.Place place) {
        Standing standing = place.standing();
        boolean alone = standing.passed() && place.twin().filter(twin -> !twin.passed()).isPresent();
        boolean here = isNext(standing) || alone && isNext(place.twin().get());
        String css = here ? "here" : alone ? "twin" : switch (standing.state()) {
            case PASSED -> "done";
            case TRIED -> "half";
            case SKIPPED -> "skipped";
            case OPEN -> "";
        };
        return new Stone(css, alone ? "twin" : "", standing.passed() && !alone ? standing.stars() : 0, String.valueOf(place.number()), here,
                alone ? named(standing) + "; " + page.text("learn.stone.toDoAlone") : named(standing));
    }

    private String named(Standing standing) {
        return title(standing.exercise()).spoken() + ": " + told(standing);
    }

    private String told(Standing standing) {
        if (isNext(standing)) return page.text("learn.stone.here");
        return switch (standing.state()) {
            case PASSED -> page.text("learn.stone.passed", standing.stars());
            case TRIED -> page.text("learn.stone.tried");
            case SKIPPED -> page.text("learn.stone.skipped");
            case OPEN -> page.text("learn.stone.open");
        };
    }

    private boolean isNext(Standing standing) {
        return progress.next().equals(Optional.of(standing));
    }

    /// What is to be asked again today.
    Optional<MapView.Review> review(Review review) {
        int due = review.due().size();
        return due == 0 ? Optional.empty() : Optional.of(new MapView.Review(page.text("study.review.due", due),
                new Units(page.language().locale()).duration(review.time()), page.to("/study/review")));
    }

    List<MapView.Alone> twins() {
        return progress.twins().stream().map(twin -> new MapView.Alone(title(twin.standing().exercise()), address(twin.standing().exercise()), since(twin), twin.due(today))).toList();
    }

    private String since(Twin twin) {
        return switch (twin.daysAgo(today)) {
            case 0 -> page.text("learn.alone.tomorrow");
            case 1 -> page.text("learn.alone.yesterday");
            default -> page.text("learn.alone.days", twin.daysAgo(today));
        };
    }

    MapView.Week week(Week week) {
        String told = week.active() == 0 ? page.text("learn.week.none")
                : week.active() >= week.goal() ? page.text("learn.week.reached") : page.text("learn.week.some", week.active(), week.goal());
        return new MapView.Week(week.goal(), told, week.days().stream().map(this::day).toList());
    }

    private MapView.Day day(Week.Day day) {
        boolean here = day.date().equals(today);
        String label = Stream.of(day.active() ? "learn.day.active" : "", here ? "learn.day.today" : "").filter(key -> !key.isEmpty()).map(page::text)
                .collect(Collectors.joining(", "));
        return new MapView.Day(new Stone(here ? "here" : day.active() ? "done" : "", day.active() ? "ok" : "", 0,
                here ? String.valueOf(day.date().getDayOfMonth()) : "", here, label),
                day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, page.language().locale()).replace(".", ""));
    }

    Optional<String> night(List<Tried> tried) {
        Set<String> passed = tried.stream().filter(one -> one.passedAt().isPresent()).map(Tried::slug).collect(Collectors.toSet());
        return curriculum.onCall().map(OnCall::incidents).map(incidents -> page.text("learn.oncall.about", incidents.size(),
                incidents.stream().filter(incident -> passed.contains(incident.exercise().slug())).count()));
    }

    private Sentence title(Exercise exercise) {
        return Sentence.marked(exercise.in(language()).title());
    }

    private String address(Exercise exercise) {
        return page.to("/exercises/" + exercise.slug());
    }

    private String language() {
        return page.language().tag();
    }
}
