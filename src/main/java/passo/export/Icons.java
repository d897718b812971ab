package passo.export;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// The icons of the pages, to be put into a picture.
final class Icons {

    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"[^>]*>(.*)</symbol>");
    private static final Map<String, String> SYMBOLS = read();

    private Icons() {}

    /// As an element of that id. The colour is that of its surroundings.
    static String symbol(String name) {
        if (!SYMBOLS.containsKey(name)) throw new IllegalArgumentException("no icon of this name: " + name);
        return ("<symbol id=\"%s\" viewBox=\"0 0 20 20\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
                + "%s</symbol>").formatted(name, SYMBOLS.get(name));
    }

    private static Map<String, String> read() {
        try (var sprite = Icons.class.getResourceAsStream("/static/icons.svg")) {
            return SYMBOL.matcher(new String(sprite.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .collect(toUnmodifiableMap(found -> found.group(1), found -> found.group(2)));
        } catch (IOException broken) {
            throw new UncheckedIOException("the icons cannot be read", broken);
        }
    }
}
