package passo.aws.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import passo.json.Json;

/// `IfMatch`, `IfNoneMatch`, `IfModifiedSince`, `IfUnmodifiedSince`: whether an object is as the caller believes. Amazon S3, "Conditional requests".
final class Preconditions {

    private Preconditions() {}

    /// Of a read, or of the source of a copy.
    ///
    /// @param prefix of the request's members: empty, or `CopySource`
    /// @param unchanged what is answered where the caller has the object already
    static Optional<Fault> ofReading(Json.Obj request, String prefix, Stored object, Fault unchanged) {
        Optional<String> match = text(request, prefix + "IfMatch");
        Optional<String> noneMatch = text(request, prefix + "IfNoneMatch");
        // A match makes the dates beside it irrelevant.
        if (match.isPresent() && !matches(match.get(), object)) return Optional.of(Fault.PRECONDITION);
        boolean modified = instant(request, prefix + "IfUnmodifiedSince").filter(object.modified()::isAfter).isPresent();
        if (match.isEmpty() && modified) return Optional.of(Fault.PRECONDITION);
        if (noneMatch.isPresent()) return matches(noneMatch.get(), object) ? Optional.of(unchanged) : Optional.empty();
        return instant(request, prefix + "IfModifiedSince").filter(since -> !object.modified().isAfter(since)).map(_ -> unchanged);
    }

    /// Of a write.
    static Optional<Fault> ofWriting(Json.Obj request, Optional<Stored> current) {
        Optional<String> match = text(request, "IfMatch");
        if (match.isPresent() && current.isEmpty()) return Optional.of(Fault.NO_KEY);
        boolean fails = match.isPresent() && !matches(match.get(), current.get())
                || text(request, "IfNoneMatch").filter(etag -> current.filter(object -> matches(etag, object)).isPresent()).isPresent();
        return fails ? Optional.of(Fault.PRECONDITION) : Optional.empty();
    }

    private static boolean matches(String etag, Stored object) {
        return etag.equals("*") || etag.replace("\"", "").equals(object.hash());
    }

    private static Optional<String> text(Json.Obj request, String name) {
        return request.get(name) instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(Json.Obj request, String name) {
        try {
            return text(request, name).map(Instant::parse);
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
