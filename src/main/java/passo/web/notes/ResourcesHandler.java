package passo.web.notes;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Supplier;
import passo.lab.notes.Resources;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Sentence;

/// Shows the links to what others have written; those that nobody has looked at for a year are marked.
public final class ResourcesHandler {

    private final Supplier<Resources> resources;
    private final Clock clock;
    private final Pages pages;

    public ResourcesHandler(Supplier<Resources> resources, Clock clock, Pages pages) {
        this.resources = resources;
        this.clock = clock;
        this.pages = pages;
    }

    public void handle(Context ctx) {
        pages.show(ctx, "notes/resources.jte", view(resources.get(), pages.of(ctx), LocalDate.now(clock)));
    }

    static ResourcesView view(Resources resources, Page page, LocalDate today) {
        return new ResourcesView(resources.groups().stream()
                .map(group -> new ResourcesView.Group(group.id(), group.title().in(page.language().tag()),
                        group.links().stream().map(link -> link(link, page, today)).toList()))
                .toList());
    }

    private static ResourcesView.Link link(Resources.Link link, Page page, LocalDate today) {
        String own = page.language().tag();
        String read = link.languages().contains(own) ? own : link.languages().getFirst();
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.language().locale()).format(link.checked());
        return new ResourcesView.Link(link.title().in(own), link.address().toString(), link.address().getHost(), Sentence.marked(link.use().in(own)),
                page.text("notes.resources.in." + read), read, page.text("notes.resources.checked." + link.how().tag(), date),
                link.isOld(today));
    }
}
