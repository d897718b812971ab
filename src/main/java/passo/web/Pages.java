package passo.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/// Shows a view by its template. A template begins `@param Page page` and `@param SomeView view`.
///
/// In development a template that was changed after the start is compiled anew, together with all others,
/// so that the first page is as quick as in production.
public final class Pages {

    private static final Path SOURCES = Path.of("src/main/jte");

    private final boolean development;
    private final Function<Language, Messages> messages;
    private final Instant start = Instant.now();
    private final TemplateEngine built =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "passo.jte");
    /// In another package, or the class loader would go on giving the built classes.
    private final TemplateEngine live = TemplateEngine.create(
            new DirectoryCodeResolver(SOURCES), Path.of("target/jte-live"), ContentType.Html, Pages.class.getClassLoader(), "passo.live");

    Pages(boolean development, Function<Language, Messages> messages) {
        this.development = development;
        this.messages = messages;
        live.setTrimControlStructures(true);
    }

    /// The page this request stands on.
    public Page of(Context ctx) {
        return of(ctx, Language.of(ctx));
    }

    /// The same in a language, whatever the request says.
    public Page of(Context ctx, Language language) {
        var texts = messages.apply(language);
        return new Page(language, texts, address(ctx),
                Teaching.asking(ctx).map(teacher -> teacher.isOwner() ? texts.get("teach.owner") : teacher.name()).orElse(""));
    }

    /// With what was asked of it, so that the page is the same in another language.
    private static String address(Context ctx) {
        String query = ctx.queryString();
        return Language.path(ctx) + (query == null ? "" : "?" + query);
    }

    public void show(Context ctx, String template, Object view) {
        var output = new Utf8ByteOutput();
        engine().render(template, Map.of("page", of(ctx), "view", view), output);
        ctx.header("Vary", "Accept-Language, Cookie").header("Cache-Control", "no-cache");
        ctx.contentType("text/html; charset=utf-8").result(output.toByteArray());
    }

    /// A view for a place within a page that is being printed.
    public Content content(Page page, String template, Object view) {
        return output -> engine().render(template, Map.of("page", page, "view", view), output);
    }

    private TemplateEngine engine() {
        return development && changedSinceStart() ? live : built;
    }

    private boolean changedSinceStart() {
        try (var files = Files.walk(SOURCES)) {
            return files.anyMatch(file -> file.toFile().lastModified() > start.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException("templates cannot be read", e);
        }
    }
}
