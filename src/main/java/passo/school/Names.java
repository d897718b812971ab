package passo.school;

import java.text.Normalizer;
import java.util.Locale;

/// What people type as a name, of themselves, a class or a teacher.
public final class Names {

    private Names() {}

    /// On one line, without what nobody can see: characters that control, or turn the direction of what is written. Cut where it is too long.
    ///
    /// @param longest in characters
    /// @return empty where nothing is left
    public static String line(String typed, int longest) {
        String line = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "").strip();
        if (line.length() <= longest) return line;
        return line.substring(0, Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest).strip();
    }

    /// By which two names are the same, whatever their accents, capital letters and spaces: `joão  da silva` is `Joao da Silva`.
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@]+", " ").strip();
    }
}
