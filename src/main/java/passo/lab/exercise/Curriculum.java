package passo.lab.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.Content;

/// All exercises, in the order in which they are learnt. Immutable.
///
/// @param ways through it, for learners who want one thing of it
/// @param placement for those who know some of it already
/// @param onCall a night in which some of it comes together
public record Curriculum(List<Track> tracks, List<Way> ways, List<Placement> placement, Optional<OnCall> onCall) {

    /// A part of the curriculum.
    ///
    /// @param letter as the notes of the curriculum call it
    /// @param exercises with the twins among them
    public record Track(String id, String letter, Words title, List<Exercise> exercises) {}

    /// A path through the curriculum: some of its exercises, without twins, in the curriculum's order.
    public record Way(String id, Words title, List<Exercise> exercises) {

        public boolean leadsTo(Exercise exercise) {
            return exercises.contains(exercise);
        }
    }

    private static final String FILE = "curriculum.yaml";

    public Curriculum {
        tracks = List.copyOf(tracks);
        ways = List.copyOf(ways);
        placement = List.copyOf(placement);
    }

    /// Reads the folder `exercises`: `curriculum.yaml` names the tracks with, in their order, the folders of their exercises,
    /// and the paths by tracks and exercises; `placement.yaml` asks about the tracks, `on-call.yaml` tells of the night on call.
    ///
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Curriculum load(Path folder) {
        var content = new ContentReader(folder);
        Json.Obj curriculum = content.yaml(FILE);
        content.only(FILE, curriculum, "tracks", "paths");
        List<Track> tracks = content.objects(FILE, curriculum, "tracks").parallelStream().map(track -> track(content, track, folder)).toList();
        var slugs = tracks.stream().flatMap(track -> track.exercises().stream()).map(Exercise::slug).toList();
        tracks.stream().flatMap(track -> track.exercises().stream()).flatMap(exercise -> exercise.twin().stream()).filter(slug -> !slugs.contains(slug)).findFirst()
                .ifPresent(slug -> {
                    throw content.broken(FILE, "there is a twin of something that is not there: " + slug);
                });
        return new Curriculum(tracks, content.objects(FILE, curriculum, "paths").stream().map(path -> way(content, path, tracks)).toList(),
                Placement.read(content, "placement.yaml", tracks.stream().map(Track::id).toList()),
                OnCall.read(content, tracks.stream().flatMap(track -> track.exercises().stream()).toList()));
    }

    private static Track track(ContentReader content, Json.Obj track, Path folder) {
        content.only(FILE, track, "id", "letter", "title", "exercises");
        String id = content.needText(FILE, track, "id");
        return new Track(id, content.needText(FILE, track, "letter"), content.words(FILE, content.need(FILE, track, "title")),
                content.strings(FILE, track, "exercises").parallelStream().map(slug -> ExerciseFolder.read(folder.resolve(slug), id)).toList());
    }

    private static Way way(ContentReader content, Json.Obj path, List<Track> tracks) {
        content.only(FILE, path, "id", "title", "tracks", "exercises");
        Set<String> named = new LinkedHashSet<>(content.strings(FILE, path, "tracks"));
        named.addAll(content.strings(FILE, path, "exercises"));
        var exercises = new ArrayList<Exercise>();
        var known = new LinkedHashSet<String>();
        for (Track track : tracks) {
            known.add(track.id());
            for (Exercise exercise : track.exercises()) {
                if (exercise.twin().isPresent()) continue;
                known.add(exercise.slug());
                if (named.contains(track.id()) || named.contains(exercise.slug())) exercises.add(exercise);
            }
        }
        String id = content.needText(FILE, path, "id");
        named.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw content.broken(FILE, "the path " + id + " leads to something that is not there: " + name);
        });
        return new Way(id, content.words(FILE, content.need(FILE, path, "title")), List.copyOf(exercises));
    }

    /// The curriculum as it is shipped, read at once; in development that of the working folder, read at each question.
    public static Supplier<Curriculum> source(boolean development) {
        if (development) return () -> load(Path.of("exercises"));
        var shipped = Content.shipped(Curriculum::load);
        return () -> shipped;
    }

    public Stream<Exercise> all() {
        return tracks.stream().flatMap(track -> track.exercises().stream());
    }

    public Optional<Exercise> find(String slug) {
        return all().filter(exercise -> exercise.slug().equals(slug)).findFirst();
    }

    /// What is like it and is done on one's own.
    public Optional<Exercise> twinOf(Exercise exercise) {
        return all().filter(other -> other.twin().filter(exercise.slug()::equals).isPresent()).findFirst();
    }

    public Track trackOf(Exercise exercise) {
        return tracks.stream().filter(track -> track.id().equals(exercise.track())).findFirst().orElseThrow();
    }

    public Optional<Way> way(String id) {
        return ways.stream().filter(way -> way.id().equals(id)).findFirst();
    }
}
