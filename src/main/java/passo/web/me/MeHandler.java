package passo.web.me;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passo.store.Belongings;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;
import passo.web.classes.Asking;
import passo.web.classes.Place;
import passo.web.me.MeView.Said;
import passo.web.parts.Form;

/// The page of what is kept of a learner, and its forms.
public final class MeHandler {

    private static final String HOME = "/me";
    private static final int LONGEST_PHRASE = 500;
    private static final Set<String> DONE = Set.of("entered", "imported", "deleted");
    /// The tables that a learner would count; the others hang on these.
    private static final Set<String> COUNTED = Set.of("attempt", "help", "plan", "draft", "machine", "execution", "notebook", "answer", "mock");

    private final Learners learners;
    private final Belongings belongings;
    private final Recovery recovery;
    private final Asking asking;
    private final Pages pages;

    public MeHandler(Learners learners, Belongings belongings, Recovery recovery, Asking asking, Pages pages) {
        this.learners = learners;
        this.belongings = belongings;
        this.recovery = recovery;
        this.asking = asking;
        this.pages = pages;
    }

    public void open(Context ctx) {
        String done = Optional.ofNullable(ctx.queryParam("done")).filter(DONE::contains).orElse("");
        show(ctx, List.of(), "", done.isEmpty() ? Said.NOTHING : new Said("all", true, pages.of(ctx).text("me.done." + done)));
    }

    /// To the page, from the address of a form.
    public void back(Context ctx) {
        ctx.redirect(pages.of(ctx).to(HOME), HttpStatus.SEE_OTHER);
    }

    /// Makes a phrase and shows it, this once.
    public void phrase(Context ctx) {
        String learner = learners.idOf(ctx);
        show(ctx, learner, recovery.make(learner).words(), "", Said.NOTHING);
        ctx.header("Cache-Control", "no-store");
    }

    /// Becomes the learner whose phrase it is. What was begun in this browser comes along where that is wished.
    public void enter(Context ctx) {
        Page page = pages.of(ctx);
        String typed = Form.field(ctx, "phrase", LONGEST_PHRASE);
        Optional<String> known = learners.known(ctx);
        switch (recovery.find(ctx, known, Phrase.read(typed))) {
            case Recovery.Found.Learner found -> {
                if (ctx.formParam("along") != null) known.filter(before -> !before.equals(found.id())).ifPresent(before -> belongings.move(before, found.id()));
                learners.become(ctx, found.id());
                done(ctx, "entered");
            }
            case Recovery.Found.Nobody nobody -> show(ctx, List.of(), typed, new Said("enter", false, amiss(page, nobody.phrase())));
            case Recovery.Found.Later later -> {
                ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", String.valueOf(later.left().toSeconds() + 1));
                show(ctx, List.of(), typed, new Said("enter", false, page.text("me.enter.later", later.left().plus(Duration.ofSeconds(59)).toMinutes())));
            }
        }
    }

    private static String amiss(Page page, Phrase phrase) {
        if (phrase.words().size() != Phrase.WORDS) return page.text("me.enter.count", Phrase.WORDS, phrase.words().size());
        if (!phrase.unknown().isEmpty()) return page.text("me.enter.unknown", phrase.unknown().size(), String.join(", ", phrase.unknown()));
        return page.text("me.enter.nobody");
    }

    /// Everything, as a file.
    public void export(Context ctx) {
        Instant now = Instant.now();
        String text = Keepsake.write(belongings.of(learners.known(ctx).orElse("")), places(pages.of(ctx), learners.known(ctx)), now);
        ctx.contentType("application/json").header("Content-Disposition", "attachment; filename=\"passo-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".json\"")
                .header("Cache-Control", "no-store").result(text);
    }

    /// Takes what is in a file, all of it or nothing.
    public void bring(Context ctx) {
        Page page = pages.of(ctx);
        UploadedFile file = ctx.uploadedFile("file");
        if (file == null || file.size() == 0) refuse(ctx, page.text("me.file.none"));
        else if (file.size() > Keepsake.LARGEST) refuse(ctx, page.text("me.file.large", file.size() >> 20, Keepsake.LARGEST >> 20));
        else switch (Keepsake.read(page, text(file))) {
            case Keepsake.Reading.Refused refused -> refuse(ctx, refused.why());
            case Keepsake.Reading.Rows rows -> belongings.add(learners.idOf(ctx), rows.tables())
                    .ifPresentOrElse(flaw -> refuse(ctx, Keepsake.why(page, flaw)), () -> done(ctx, "imported"));
        }
    }

    private static String text(UploadedFile file) {
        try (InputStream content = file.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks before everything is deleted.
    public void consider(Context ctx) {
        Page page = pages.of(ctx);
        pages.show(ctx, "me/delete.jte", view(page, learners.known(ctx), List.of(), "", Said.NOTHING));
    }

    /// Deletes everything; the browser forgets whose it was.
    public void delete(Context ctx) {
        learners.known(ctx).ifPresent(belongings::delete);
        learners.leave(ctx);
        done(ctx, "deleted");
    }

    private void done(Context ctx, String what) {
        ctx.redirect(pages.of(ctx).to(HOME + "?done=" + what), HttpStatus.SEE_OTHER);
    }

    private void refuse(Context ctx, String why) {
        show(ctx, List.of(), "", new Said("file", false, why));
    }

    private void show(Context ctx, List<String> words, String typed, Said said) {
        pages.show(ctx, "me/page.jte", view(pages.of(ctx), learners.known(ctx), words, typed, said));
    }

    private void show(Context ctx, String learner, List<String> words, String typed, Said said) {
        pages.show(ctx, "me/page.jte", view(pages.of(ctx), Optional.of(learner), words, typed, said));
    }

    private MeView view(Page page, Optional<String> learner, List<String> words, String typed, Said said) {
        Map<String, Integer> counts = learner.<Map<String, Integer>>map(belongings::counts).orElse(Map.of());
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.language().locale()).withZone(ZoneOffset.UTC);
        return new MeView(counts.entrySet().stream().filter(count -> COUNTED.contains(count.getKey())).map(count -> page.text("me.count." + count.getKey(), count.getValue())).toList(),
                places(page, learner), learner.flatMap(recovery.recoveries()::made).map(date::format).orElse(""), words, typed, said);
    }

    private List<Place> places(Page page, Optional<String> learner) {
        return learner.map(one -> asking.of(page, one)).orElse(List.of());
    }
}
