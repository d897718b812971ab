package passo.school;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/// A class of a teacher's. Immutable.
///
/// @param code by which learners join, as [#code] makes it
/// @param teacher whose it is
/// @param zone in which its days begin and end
public record Classroom(String code, String teacher, String name, ZoneId zone, Instant openedAt) {

    public static final int LONGEST_NAME = 80;
    /// So many people are in a class at most, those on the list among them: whoever has the code could let in thousands by a program.
    public static final int MOST = 1000;

    /// Without letters that are read as others: I, L, O, U, and without A and E, so that no word is made by chance.
    private static final String LETTERS = "BCDFGHJKMNPQRSTVWXYZ";
    private static final String SIGNS = LETTERS + "23456789";
    private static final SecureRandom CHANCE = new SecureRandom();

    /// A new code, such as `MKR-7Q4`: one of 175 million, read aloud or from a wall without mistakes.
    public static String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 3; i++) code.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        code.append('-');
        for (int i = 0; i < 3; i++) code.append(SIGNS.charAt(CHANCE.nextInt(SIGNS.length())));
        return code.toString();
    }

    /// A code as somebody types it: capital or small letters, with or without the dash, with spaces.
    public static String code(String typed) {
        String signs = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return signs.length() == 6 ? signs.substring(0, 3) + "-" + signs.substring(3) : signs;
    }
}
