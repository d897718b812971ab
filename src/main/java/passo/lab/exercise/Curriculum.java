package passo.lab.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.Content;

/// All exercises, in the order in which they are learnt. Immutable.
public record Curriculum(List<Track> tracks) {

    /// A part of the curriculum.
    ///
    /// @param letter as the notes of the curriculum call it
    public record Track(String id, String letter, Words title, List<Exercise> exercises) {}

    private static final String FILE = "curriculum.yaml";

    /// Reads the folder `exercises`: `curriculum.yaml` names the tracks and, in their order, the folders of their exercises.
    ///
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Curriculum load(Path folder) {
        var content = new ContentReader(folder);
        Json.Obj curriculum = content.yaml(FILE);
        content.only(FILE, curriculum, "tracks");
        var tracks = new ArrayList<Track>();
        for (Json.Obj track : content.objects(FILE, curriculum, "tracks")) {
            content.only(FILE, track, "id", "letter", "title", "exercises");
            String id = content.needText(FILE, track, "id");
            tracks.add(new Track(id, content.needText(FILE, track, "letter"), content.words(FILE, content.need(FILE, track, "title")),
                    content.strings(FILE, track, "exercises").stream().map(slug -> ExerciseFolder.read(folder.resolve(slug), id)).toList()));
        }
        return new Curriculum(List.copyOf(tracks));
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
}
