package passo.web.reference;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.lab.reference.Reference;
import passo.lab.reference.Topic;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Markdown;

/// Shows the topics of the reference: all, or those in which a word stands that is looked for.
public final class IndexHandler {

    private static final int LONGEST = 100;

    private final Supplier<Reference> reference;
    private final Pages pages;

    public IndexHandler(Supplier<Reference> reference, Pages pages) {
        this.reference = reference;
        this.pages = pages;
    }

    public void handle(Context ctx) {
        String sought = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        pages.show(ctx, "reference/index.jte", view(reference.get(), pages.of(ctx), sought.substring(0, Math.min(sought.length(), LONGEST))));
    }

    static IndexView view(Reference reference, Page page, String sought) {
        String language = page.language().tag();
        List<IndexView.Group> groups = reference.groups().stream().map(group -> new IndexView.Group("group-" + (reference.groups().indexOf(group) + 1), group.title().in(language),
                group.topics().stream().filter(topic -> has(topic, language, sought)).map(topic -> entry(topic, page)).toList()))
                .filter(group -> !group.topics().isEmpty()).toList();
        return new IndexView(sought, groups);
    }

    private static IndexView.Entry entry(Topic topic, Page page) {
        Topic.Text text = topic.in(page.language().tag());
        return new IndexView.Entry(page.to("/learn/reference/" + topic.id()), text.title(), Markdown.content(TopicPage.linked(text.about(), page), 0));
    }

    private static boolean has(Topic topic, String language, String sought) {
        return written(topic, language).toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT));
    }

    private static String written(Topic topic, String language) {
        Topic.Text text = topic.in(language);
        return Stream.concat(Stream.of(text.title(), text.about()), text.sections().stream().flatMap(section -> Stream.concat(Stream.of(section.title()),
                section.parts().stream().map(part -> part instanceof Topic.Part.Prose(var markdown) ? markdown : "")))).collect(Collectors.joining("\n"));
    }
}
