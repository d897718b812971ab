package passo.web.exercise;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Curriculum.Track;
import passo.lab.exercise.Exercise;
import passo.web.Page;

/// What every exercise begins with, whatever its kind: where it stands in its track, and the ways to its neighbours. Printed by
/// `exercise/head.jte`.
///
/// @param map the address of the map
/// @param place such as `4 of 9`
/// @param trail the exercises of the track, in order
/// @param previous and `next`: addresses; empty at the ends of the curriculum
/// @param chips what it counts for, what kind it is, how long it takes
public record HeadView(String title, String map, String track, String place, List<Stone> trail, String previous, String next, List<String> chips,
        String minutes) {

    /// @param stars of the learner; 0 where it is not passed
    public record Stone(String title, String address, boolean here, boolean done) {}

    public static HeadView of(Page page, Curriculum curriculum, Exercise exercise, Map<String, Integer> stars) {
        String language = page.language().tag();
        Track track = curriculum.tracks().stream().filter(one -> one.id().equals(exercise.track())).findFirst().orElseThrow();
        List<String> slugs = curriculum.all().map(Exercise::slug).toList();
        int at = slugs.indexOf(exercise.slug());
        int place = IntStream.range(0, track.exercises().size()).filter(i -> track.exercises().get(i).slug().equals(exercise.slug())).findFirst().orElseThrow();
        List<Stone> trail = track.exercises().stream().map(one -> new Stone(one.in(language).title(), address(page, one.slug()),
                one.slug().equals(exercise.slug()), stars.getOrDefault(one.slug(), 0) >= Exercises.PASSED)).toList();
        return new HeadView(exercise.in(language).title(), page.to("/learn"), page.text("exercise.track", track.letter(), track.title().in(language)),
                page.text("exercise.place", place + 1, track.exercises().size()), trail, at > 0 ? address(page, slugs.get(at - 1)) : "",
                at < slugs.size() - 1 ? address(page, slugs.get(at + 1)) : "",
                Stream.concat(exercise.checklist().stream(), Stream.of(page.text("exercise.kind." + exercise.kind().tag()))).toList(),
                page.text("exercise.minutes", exercise.minutes()));
    }

    static String address(Page page, String slug) {
        return page.to("/exercises/" + slug);
    }
}
