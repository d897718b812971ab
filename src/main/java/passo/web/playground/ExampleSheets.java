package passo.web.playground;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import passo.lab.Example;
import passo.lab.Examples;
import passo.store.Drafts;
import passo.web.Learners;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Sentence;

/// The examples, by their slug; without one, the one that the learner worked on last.
public final class ExampleSheets implements Sheets {

    private final Supplier<Examples> examples;
    private final Learners learners;
    private final Drafts drafts;

    public ExampleSheets(Supplier<Examples> examples, Learners learners, Drafts drafts) {
        this.examples = examples;
        this.learners = learners;
        this.drafts = drafts;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Optional<Example> asked = ctx.pathParamMap().containsKey("slug") ? examples.get().find(ctx.pathParam("slug")) : Optional.of(latest(ctx));
        return asked.map(example -> sheet(example, page));
    }

    private Example latest(Context ctx) {
        return learners.known(ctx).flatMap(drafts::latest).flatMap(draft -> examples.get().find(draft.name())).orElseGet(() -> examples.get().first());
    }

    private static Sheet sheet(Example example, Page page) {
        Example.Text text = example.in(page.language().tag());
        var original = new Form(example.type(), text.definition(), text.input(), text.world());
        return new Sheet("/examples/" + example.slug(), example.slug(), text.title(), text.about(), original, "", OptionalInt.empty(), example.guided(), false,
                Optional.empty(), text.tries().stream().map(Sentence::marked).toList(), "");
    }
}
