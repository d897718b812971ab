package passo.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages Passo speaks.
public enum Language {

    ENGLISH("en"), PORTUGUESE("pt-BR");

    private static final String CHOICE = "language";

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// As in an address and in HTML's `lang`.
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /// What the address says (`/pt-BR/…`), else what the learner read last, else what the browser asks for.
    static Language of(Context ctx) {
        return Stream.of(inAddress(ctx), tagged(ctx.cookie(CHOICE)), accepted(ctx.header("Accept-Language")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ENGLISH);
    }

    /// Keeps the language of an address that names one, so that `/` is in the same language next time.
    static void remember(Context ctx) {
        inAddress(ctx).ifPresent(language -> Cookies.keep(ctx, CHOICE, language.tag));
    }

    static Optional<Language> inAddress(Context ctx) {
        return tagged(ctx.path().split("/", 3)[1]);
    }

    /// The address within the language, such as `/exercises`.
    static String path(Context ctx) {
        return inAddress(ctx).map(language -> ctx.path().substring(language.tag.length() + 1)).orElse(ctx.path());
    }

    /// The language of a tag; empty where there is none of it.
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    private static Optional<Language> accepted(String header) {
        return ranges(header).stream()
                .map(range -> range.getRange().split("-")[0])
                .flatMap(wanted -> Arrays.stream(values()).filter(language -> language.locale().getLanguage().equals(wanted)))
                .findFirst();
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header == null ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
