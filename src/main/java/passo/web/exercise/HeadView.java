package passo.web.exercise;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Curriculum.Track;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.lab.reference.Reference;
import passo.web.Page;

/// What every exercise begins with, whatever its kind: where it stands in its track, and the ways to its neighbours. Printed by
/// `exercise/bar.jte`.
///
/// @param map the address of the map
/// @param place such as `4 of 9`
/// @param trail the exercises of the track, in order
/// @param previous and `next`: addresses; empty at the ends of the curriculum
/// @param chips what it counts for, what kind it is, how long it takes
/// @param topics where what it trains is looked up
public record HeadView(String title, String map, String track, String place, List<Stone> trail, String previous, String next, List<String> chips,
        String minutes, List<Topic> topics) {

    /// @param done is it passed?
    public record Stone(String title, String address, boolean here, boolean done) {}

    /// A page of the reference that it trains.
    public record Topic(String title, String address) {}

    public static HeadView of(Page page, Curriculum curriculum, Reference reference, Exercise exercise, Map<String, Integer> stars) {
        String language = page.language().tag();
        Track track = curriculum.trackOf(exercise);
        List<String> slugs = line(curriculum.all(), exercise).map(Exercise::slug).toList();
        int at = slugs.indexOf(exercise.slug());
        List<Stone> trail = line(track.exercises().stream(), exercise).map(one -> new Stone(one.in(language).title(), address(page, one.slug()),
                one.slug().equals(exercise.slug()), stars.getOrDefault(one.slug(), 0) >= Verdict.PASSING)).toList();
        int place = trail.stream().map(Stone::here).toList().indexOf(true);
        return new HeadView(exercise.in(language).title(), page.to("/learn"), page.text("exercise.track", track.letter(), track.title().in(language)),
                page.text("exercise.place", place + 1, trail.size()), trail, at > 0 ? address(page, slugs.get(at - 1)) : "",
                at < slugs.size() - 1 ? address(page, slugs.get(at + 1)) : "",
                Stream.concat(exercise.checklist().stream(), Stream.of(page.text("exercise.kind." + exercise.kind().tag()))).toList(),
                page.text("exercise.minutes", exercise.minutes()),
                reference.trainedBy(exercise.twin().orElse(exercise.slug())).stream().map(topic -> new Topic(topic.in(language).title(), page.to("/learn/reference/" + topic.id()))).toList());
    }

    /// Twins are for another day: they stand in the line only where one is looked at.
    private static Stream<Exercise> line(Stream<Exercise> all, Exercise here) {
        return all.filter(exercise -> exercise.twin().isEmpty() || exercise.slug().equals(here.slug()));
    }

    public static String address(Page page, String slug) {
        return page.to("/exercises/" + slug);
    }
}
