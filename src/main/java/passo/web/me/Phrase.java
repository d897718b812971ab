package passo.web.me;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A phrase that leads back to a learner: six words of our list, drawn by chance alone.
public record Phrase(List<String> words) {

    static final int WORDS = 6;
    static final List<String> LIST = list();
    private static final Set<String> KNOWN = new HashSet<>(LIST);
    private static final SecureRandom CHANCE = new SecureRandom();

    public Phrase {
        words = List.copyOf(words);
    }

    static Phrase random() {
        return new Phrase(CHANCE.ints(WORDS, 0, LIST.size()).mapToObj(LIST::get).toList());
    }

    /// A phrase as somebody types it: whatever stands between the words, capital letters and accents do not matter.
    static Phrase read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return new Phrase(Arrays.stream(plain.split("\\P{L}+")).filter(word -> !word.isEmpty()).toList());
    }

    /// The words that are not of the list.
    List<String> unknown() {
        return words.stream().filter(word -> !KNOWN.contains(word)).distinct().toList();
    }

    /// What is kept of it. One round of HMAC-SHA256 is enough, and a slow hash would add nothing: six of 1,778 words are 64 bits drawn
    /// by chance, not a password that somebody thought of, and who steals the rows without the key has nothing to try them against.
    String hash(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }

    private static List<String> list() {
        try (InputStream words = Phrase.class.getResourceAsStream("/words.txt")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
