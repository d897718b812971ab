package passo.web.share;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.diagram.LayoutCache;
import passo.diagram.ServiceName;
import passo.lab.Example;
import passo.lab.Examples;
import passo.web.Page;
import passo.web.Pages;
import passo.web.drawing.Still;
import passo.web.parts.Sentence;

/// Shows every example: what it is about, what it looks like, and what to try on it.
public final class GalleryHandler {

    private final Supplier<Examples> examples;
    private final LayoutCache diagrams;
    private final Pages pages;

    public GalleryHandler(Supplier<Examples> examples, LayoutCache diagrams, Pages pages) {
        this.examples = examples;
        this.diagrams = diagrams;
        this.pages = pages;
    }

    public void handle(Context ctx) {
        Page page = pages.of(ctx);
        pages.show(ctx, "share/gallery.jte", new GalleryView(cards(page, examples.get().useCases()), cards(page, examples.get().firstSteps())));
    }

    private List<GalleryView.Card> cards(Page page, List<Example> examples) {
        return examples.stream().map(example -> card(page, example)).toList();
    }

    private GalleryView.Card card(Page page, Example example) {
        Example.Text text = example.in(page.language().tag());
        var definition = Definition.parse(text.definition(), example.type());
        StateMachine machine = definition.machine().orElseThrow();
        long states = machine.everyState().count();
        return new GalleryView.Card(example.slug(), page.to("/examples/" + example.slug()), text.title(), text.sentence(), text.about(),
                page.text(states == 1 ? "gallery.state" : "gallery.states", String.valueOf(states)),
                example.tags().stream().map(tag -> new GalleryView.Tag(tag, page.text("gallery.tag." + tag))).toList(), services(machine),
                text.tries().stream().map(Sentence::marked).toList(), Still.of(diagrams, page, definition, text.title()));
    }

    /// What its tasks call, each once.
    private static List<ServiceName> services(StateMachine machine) {
        return machine.everyState().<Resource>mapMulti((state, into) -> {
            if (state instanceof State.Task task) into.accept(task.resource());
        }).map(ServiceName::of).distinct().toList();
    }
}
