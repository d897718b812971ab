package passo.web.classes;

import io.javalin.http.Context;
import passo.school.Classroom;
import passo.web.Origin;

/// How one comes into a class.
///
/// @param link whole, without a language: everyone reads the page in theirs
/// @param shown the link as it is read from a wall
public record Invitation(String code, String link, String shown, Qr qr) {

    static Invitation of(Context ctx, Classroom classroom) {
        String link = Origin.of(ctx) + "/join/" + classroom.code();
        return new Invitation(classroom.code(), link, link.replaceFirst("https?://", ""), Qr.of(link));
    }
}
