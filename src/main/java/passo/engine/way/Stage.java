package passo.engine.way;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passo.expression.Path;
import passo.json.Json;

/// A stage of the data's way through one visit of a state.
///
/// @param text the field as it stands in the definition; empty where the definition is silent
/// @param before what it began with; nothing at the input
/// @param after what came of it; nothing where the visit did not come so far
/// @param pieces what its data were made of
/// @param reads the places that it looks at besides
/// @param failed did the visit fail here?
public record Stage(Field field, String text, Optional<Json> before, Optional<Json> after, List<Piece> pieces, List<Place> reads, boolean failed) {

    /// A part of the data, and what it was made of. What stands deeper speaks for itself where there is a piece for it.
    ///
    /// @param field its name in the definition's text, such as `id.$`; empty where it is the whole
    public record Piece(List<Path.Step> at, Source source, String field) {
        public Piece {
            at = List.copyOf(at);
        }

        static Piece whole(Source source) {
            return new Piece(List.of(), source, "");
        }
    }

    public Stage {
        pieces = List.copyOf(pieces);
        reads = List.copyOf(reads);
    }

    public boolean isSet() {
        return !text.isEmpty();
    }

    public boolean unchanged() {
        return before.isPresent() && before.equals(after);
    }

    /// The piece that a place belongs to: the deepest that it stands in.
    Piece piece(List<Path.Step> path) {
        return pieces.stream().filter(piece -> Place.begins(path, piece.at)).max(Comparator.comparing(piece -> piece.at.size()))
                .orElse(Piece.whole(new Source.Unknown()));
    }
}
