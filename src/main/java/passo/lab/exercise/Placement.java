package passo.lab.exercise;

import java.util.List;
import java.util.Optional;
import passo.json.Json;

/// A question that tells whether somebody knows the core idea of a track. Immutable.
///
/// @param definition what it is about, a piece of the States Language
/// @param answer the id of the right option
/// @param why it is right
public record Placement(String id, String track, Words text, Optional<String> definition, List<Option> options, String answer, Words why) {

    public record Option(String id, Words text) {}

    public Placement {
        options = List.copyOf(options);
    }

    /// Reads the questions, if there are any.
    ///
    /// @param tracks the ids of those that there are
    static List<Placement> read(ContentReader content, String file, List<String> tracks) {
        if (!content.has(file)) return List.of();
        Json.Obj placement = content.yaml(file);
        content.only(file, placement, "questions");
        return content.objects(file, placement, "questions").stream().map(question -> read(content, file, question, tracks)).toList();
    }

    private static Placement read(ContentReader content, String file, Json.Obj question, List<String> tracks) {
        content.only(file, question, "id", "track", "text", "definition", "options", "answer", "why");
        var placement = new Placement(content.needText(file, question, "id"), content.needText(file, question, "track"),
                content.words(file, content.need(file, question, "text")), content.string(question, "definition"),
                content.objects(file, question, "options").stream().map(option ->
                        new Option(content.needText(file, option, "id"), content.words(file, content.need(file, option, "text")))).toList(),
                content.needText(file, question, "answer"), content.words(file, content.need(file, question, "why")));
        if (!tracks.contains(placement.track)) throw content.broken(file, "the question " + placement.id + " is about a track that is not there: " + placement.track);
        if (placement.options.stream().noneMatch(option -> option.id.equals(placement.answer))) {
            throw content.broken(file, "the question " + placement.id + " has no such option: " + placement.answer);
        }
        return placement;
    }
}
