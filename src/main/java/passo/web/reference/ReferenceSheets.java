package passo.web.reference;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import passo.asl.Definition;
import passo.json.Json;
import passo.lab.reference.Reference;
import passo.lab.reference.Sample;
import passo.lab.reference.Topic;
import passo.lab.reference.Written;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Sentence;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The examples of the reference in the playground, by the topic and the example's name.
public final class ReferenceSheets implements Sheets {

    private final Supplier<Reference> reference;

    public ReferenceSheets(Supplier<Reference> reference) {
        this.reference = reference;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        return reference.get().find(ctx.pathParam("topic"))
                .flatMap(topic -> topic.sample(ctx.pathParam("example")).map(sample -> sheet(topic, sample, page)));
    }

    private static Sheet sheet(Topic topic, Sample sample, Page page) {
        String language = page.language().tag();
        String path = "/learn/reference/" + topic.id();
        var home = new Sheet.Home(page.to(path + "#" + sample.id()), topic.in(language).title());
        return sheet(sample, path + "/" + sample.id(), "ref-" + topic.id() + "-" + sample.id(), Sentence.marked(sample.title().in(language)).spoken(), home);
    }

    /// An example that stands somewhere else.
    ///
    /// @param draft the name under which what the learner writes on it is kept
    public static Sheet sheet(Sample sample, String path, String draft, String title, Sheet.Home home) {
        return new Sheet(path, draft, title, "", form(sample), decisions(sample), OptionalInt.empty(), false, false, Optional.of(home));
    }

    /// Expressions stand in a machine that evaluates them all.
    private static Form form(Sample sample) {
        return switch (sample) {
            case Sample.Machine machine -> TopicPage.form(machine);
            case Sample.Expressions expressions -> new Form(Definition.Type.STANDARD,
                    Written.definition(expressions.lines().stream().map(Sample.Line::written).toList()), TopicPage.pretty(expressions.input()), TopicPage.pretty(Json.Obj.EMPTY));
        };
    }

    private static String decisions(Sample sample) {
        return sample instanceof Sample.Machine machine && machine.decisions().size() > 0 ? machine.decisions().toString() : "";
    }
}
