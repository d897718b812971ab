package passo.web.teach;

import io.javalin.http.Context;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import passo.web.parts.Form;

/// A password, or the owner's phrase, as somebody types it. Where it is printed its text is not shown.
///
/// There is one demand, that it be long, since only length helps. What is refused besides is long without any effort.
///
/// @param text in one form of Unicode, whatever keyboard wrote it
public record Password(String text) {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;
    /// Where fingers walk.
    private static final String ROWS = "abcdefghijklmnopqrstuvwxyz\n01234567890\nqwertyuiop\nasdfghjkl\nzxcvbnm";
    private static final int FEW_LEAPS = 4;

    /// Why a password cannot be taken.
    public enum Flaw {
        SHORT, LONG,
        /// It is the name under which one signs in.
        NAME,
        /// The same again and again, or along the rows of the keyboard.
        PLAIN
    }

    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static Password of(Context ctx, String field) {
        return new Password(Form.field(ctx, field, 10 * LONGEST));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// What is wrong with it as a new password; nothing where it will do.
    ///
    /// @param name of the one whose password it is to be
    public Optional<Flaw> flaw(String name) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) return Optional.of(Flaw.SHORT);
        if (length > LONGEST) return Optional.of(Flaw.LONG);
        if (isPlain(text.toLowerCase(Locale.ROOT))) return Optional.of(Flaw.PLAIN);
        return text.strip().equalsIgnoreCase(name) ? Optional.of(Flaw.NAME) : Optional.empty();
    }

    private static boolean isPlain(String text) {
        int leaps = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!isStep(text.charAt(i - 1), text.charAt(i))) leaps++;
        }
        return leaps < FEW_LEAPS || text.matches("(?s)(.+?)\\1+");
    }

    private static boolean isStep(char from, char to) {
        return from == to || ROWS.contains("" + from + to) || ROWS.contains("" + to + from);
    }

    @Override
    public String toString() {
        return "a password";
    }
}
