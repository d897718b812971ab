package passo.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest of a text, as `States.Hash` and `$hash` give it and services put it beside what they keep.
public final class Digest {

    private Digest() {}

    /// The digest of the text's UTF-8 bytes in lower-case hexadecimal digits.
    ///
    /// @param algorithm one of those that every Java has, such as `MD5` or `SHA-256`
    public static String hex(String text, String algorithm) {
        return hex(text.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    /// The digest of bytes in lower-case hexadecimal digits.
    public static String hex(byte[] bytes, String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalArgumentException("No such algorithm: " + algorithm, missing);
        }
    }
}
