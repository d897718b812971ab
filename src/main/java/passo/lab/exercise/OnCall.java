package passo.lab.exercise;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import passo.json.Json;

/// A night on call: exercises as incidents that come in one after the other, told by the pager. Immutable.
///
/// @param story what it is about, in Markdown
/// @param incidents in the order in which they come in
public record OnCall(Words title, Words story, List<Incident> incidents) {

    /// @param at the time of the night, such as `22:10`
    /// @param alert what the pager says
    public record Incident(String at, Words alert, Exercise exercise) {}

    private static final String FILE = "on-call.yaml";

    public OnCall {
        incidents = List.copyOf(incidents);
    }

    /// Reads it, if there is one.
    static Optional<OnCall> read(ContentReader content, List<Exercise> exercises) {
        if (!content.has(FILE)) return Optional.empty();
        Json.Obj night = content.yaml(FILE);
        content.only(FILE, night, "title", "story", "incidents");
        List<Incident> incidents = content.objects(FILE, night, "incidents").stream().map(incident -> incident(content, incident, exercises)).toList();
        Set<Exercise> met = new HashSet<>();
        incidents.stream().map(Incident::exercise).filter(exercise -> !met.add(exercise)).findFirst().ifPresent(twice -> {
            throw content.broken(FILE, "two incidents are the exercise " + twice.slug());
        });
        return Optional.of(new OnCall(content.words(FILE, content.need(FILE, night, "title")), content.words(FILE, content.need(FILE, night, "story")), incidents));
    }

    private static Incident incident(ContentReader content, Json.Obj incident, List<Exercise> exercises) {
        content.only(FILE, incident, "at", "alert", "exercise");
        String slug = content.needText(FILE, incident, "exercise");
        Exercise exercise = exercises.stream().filter(one -> one.slug().equals(slug)).findFirst()
                .orElseThrow(() -> content.broken(FILE, "an incident is an exercise that is not there: " + slug));
        return new Incident(content.needText(FILE, incident, "at"), content.words(FILE, content.need(FILE, incident, "alert")), exercise);
    }
}
