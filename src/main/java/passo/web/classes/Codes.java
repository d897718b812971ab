package passo.web.classes;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import passo.school.Classroom;
import passo.store.Classrooms;
import passo.web.RateLimit;

/// Codes of classes, as people type them.
///
/// @param wrong how many wrong ones may come from an address. Right ones do not count, for a whole school may join from one address; but
///              where too many were wrong, right ones wait too, or guessing would go on
public record Codes(Classrooms classrooms, RateLimit wrong) {

    /// What came of a code.
    public sealed interface Found {
        /// It is this class's.
        record Open(Classroom classroom) implements Found {}

        /// No class has it.
        record Nothing(String code) implements Found {}

        /// It is not said, after so many wrong ones.
        record Later(Duration left) implements Found {

            public long minutes() {
                return left.plus(Duration.ofSeconds(59)).toMinutes();
            }
        }
    }

    public Found find(Context ctx, String typed) {
        String code = Classroom.code(typed);
        Optional<Classroom> classroom = classrooms.find(code);
        Duration left = classroom.isPresent() ? wrong.left(ctx.ip()) : wrong.take(ctx.ip());
        if (!left.isZero()) return new Found.Later(left);
        return classroom.<Found>map(Found.Open::new).orElseGet(() -> new Found.Nothing(code));
    }
}
