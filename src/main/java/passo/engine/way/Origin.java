package passo.engine.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;

/// Where a value came from: the places at which it stood before, and who made it.
///
/// @param places the way back, nearest first; the last is where it was made. The first is the place that was asked about
/// @param maker what it was made of there
public record Origin(List<Place> places, Source maker) {

    private static final int MOST = 10_000;

    public Origin {
        places = List.copyOf(places);
    }

    /// The value's way back; nothing where no value stands there. What cannot be followed is not known.
    public static Optional<Origin> of(Ways ways, Place place) {
        Optional<Json> value = ways.value(place);
        if (value.isEmpty()) return Optional.empty();
        var places = new ArrayList<>(List.of(place));
        for (Place at = place; places.size() < MOST; at = places.getLast()) {
            Source source = source(ways, at);
            if (!(source instanceof Source.Copy(var from))) return Optional.of(new Origin(places, source));
            if (!ways.value(from).equals(value)) return Optional.of(new Origin(places, new Source.Unknown()));
            places.add(from);
        }
        return Optional.of(new Origin(places, new Source.Unknown()));
    }

    /// Of what the value at a place was made; of several parts, each of its own making, it was put together there.
    private static Source source(Ways ways, Place place) {
        Optional<Stage> stage = ways.stage(place.step(), place.field());
        if (stage.isEmpty()) return new Source.Unknown();
        Stage.Piece piece = stage.get().piece(place.path());
        boolean joined = stage.get().pieces().stream().anyMatch(other -> other.at().size() > place.path().size() && Place.begins(other.at(), place.path()));
        if (joined) return new Source.Joined();
        return piece.source() instanceof Source.Copy(var from) ? new Source.Copy(from.in(place.path().subList(piece.at().size(), place.path().size())))
                : piece.source();
    }

    /// Where it was made.
    public Place made() {
        return places.getLast();
    }
}
