package passo.web.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Decision;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.parts.Texts;
import passo.web.trace.Asked;

/// The decisions that a run is made with.
///
/// @param json the same as JSON
public record Decided(Json.Arr json, List<Decision> list) {

    static final Decided NOTHING = new Decided(Json.Arr.EMPTY, List.of());

    /// What was decided before, and one decision more where that is asked and can be read; the texts then know why not.
    public static Decided of(Texts texts, Asked asked, Definition.Type type, World world) {
        Json.Arr before = JsonText.read(asked.decisions()) instanceof JsonText.Reading.Value(Json.Arr read, _) ? read : Json.Arr.EMPTY;
        Optional<Decided> more = asked.decision().flatMap(form -> form.json(texts))
                .flatMap(one -> read(texts, new Json.Arr(Stream.concat(before.items().stream(), Stream.of(one)).toList()), type, world));
        return more.or(() -> read(texts, before, type, world)).orElse(NOTHING);
    }

    private static Optional<Decided> read(Texts texts, Json.Arr json, Definition.Type type, World world) {
        return switch (Decisions.parse(json, type, world)) {
            case Reading.Good<List<Decision>>(var list) -> Optional.of(new Decided(json, list));
            case Reading.Bad<List<Decision>>(var wrong) -> {
                wrong.forEach(problem -> texts.add(problem.at().steps().contains("after") ? "decision.after" : "decision.world", problem));
                yield Optional.empty();
            }
        };
    }
}
