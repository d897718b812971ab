package passo.expression.jsonata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `$encodeUrl`, `$decodeUrl` and the same for a component, as JavaScript has them; the library takes a URL for a form.
final class Urls {

    /// What stands in a URL as it is, and what has a meaning there, so that only a component escapes it.
    private static final String PLAIN = "-_.!~*'()";
    private static final String RESERVED = ";/?:@&=+$,#";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private Urls() {}

    static @Nullable Object encode(@Nullable Object text) {
        return text instanceof String url ? encoded("encodeUrl", url, PLAIN + RESERVED) : null;
    }

    static @Nullable Object encodeComponent(@Nullable Object text) {
        return text instanceof String component ? encoded("encodeUrlComponent", component, PLAIN) : null;
    }

    static @Nullable Object decode(@Nullable Object text) {
        return text instanceof String url ? decoded("decodeUrl", url, RESERVED) : null;
    }

    static @Nullable Object decodeComponent(@Nullable Object text) {
        return text instanceof String component ? decoded("decodeUrlComponent", component, "") : null;
    }

    private static String encoded(String function, String text, String kept) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var encoded = new StringBuilder();
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                boolean isKept = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || kept.indexOf(b) >= 0;
                if (isKept) encoded.append((char) b);
                else HEX.toHexDigits(encoded.append('%'), b);
            }
            return encoded.toString();
        } catch (CharacterCodingException _) {
            throw JsonataError.url(function, text);
        }
    }

    private static String decoded(String function, String text, String kept) {
        if (ESCAPES.matcher(text).replaceAll("").indexOf('%') >= 0) throw JsonataError.url(function, text);
        return ESCAPES.matcher(text).replaceAll(escapes -> Matcher.quoteReplacement(bytes(function, escapes.group(), kept, text)));
    }

    private static String bytes(String function, String escapes, String kept, String text) {
        try {
            byte[] bytes = HEX.parseHex(escapes.replace("%", ""));
            var decoded = new StringBuilder();
            for (char c : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().toCharArray()) {
                if (kept.indexOf(c) < 0) decoded.append(c);
                else HEX.toHexDigits(decoded.append('%'), (byte) c);
            }
            return decoded.toString();
        } catch (CharacterCodingException _) {
            throw JsonataError.url(function, text);
        }
    }
}
