package passo.web.reference;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.lab.reference.Reference;
import passo.lab.reference.Sample;
import passo.lab.reference.Topic;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.reference.SampleView.LineView;

/// Shows a topic, and runs its examples.
public final class TopicHandler {

    private static final int LONGEST_EXPRESSION = 10_000;

    private final Supplier<Reference> reference;
    private final Doors doors;
    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    /// @param rate how often a learner may run
    public TopicHandler(Supplier<Reference> reference, Doors doors, RateLimit rate, Capacity capacity, Pages pages) {
        this.reference = reference;
        this.doors = doors;
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    public void open(Context ctx) {
        TopicPage shown = page(ctx);
        show(ctx, shown, shown::sample);
    }

    /// Runs an example as it was sent.
    public void run(Context ctx) {
        rate.take(ctx);
        TopicPage shown = page(ctx);
        Sample sample = shown.topic().sample(Optional.ofNullable(ctx.formParam("example")).orElse("")).orElseThrow(NotFoundResponse::new);
        var trying = new Trying(capacity.share(ctx), shown.page());
        switch (sample) {
            case Sample.Machine machine -> machine(ctx, shown, machine, trying);
            case Sample.Expressions expressions -> expressions(ctx, shown, expressions, trying);
        }
    }

    private void machine(Context ctx, TopicPage shown, Sample.Machine machine, Trying trying) {
        Form form = new Form(machine.type(), Form.of(ctx).definition(), Form.of(ctx).input(), TopicPage.form(machine).world());
        RanView ran = trying.machine(form, machine.decisions());
        if (isScripted(ctx)) pages.show(ctx, "reference/ran.jte", ran);
        else show(ctx, shown, instead(shown, shown.machine(machine, form, Optional.of(ran))));
    }

    private void expressions(Context ctx, TopicPage shown, Sample.Expressions expressions, Trying trying) {
        List<String> written = ctx.formParams("expression").stream().map(one -> one.replace("\r\n", "\n")).toList();
        if (written.size() != expressions.lines().size() || written.stream().anyMatch(one -> one.length() > LONGEST_EXPRESSION)) {
            throw new BadRequestResponse("Not the expressions of " + expressions.id());
        }
        String input = Form.of(ctx).input();
        List<LineView> lines = trying.expressions(written, input);
        SampleView view = shown.expressions(expressions, input, lines);
        if (isScripted(ctx)) pages.show(ctx, "reference/results.jte", view);
        else show(ctx, shown, instead(shown, view));
    }

    private static Function<Sample, SampleView> instead(TopicPage shown, SampleView tried) {
        return sample -> sample.id().equals(tried.id()) ? tried : shown.sample(sample);
    }

    private void show(Context ctx, TopicPage shown, Function<Sample, SampleView> samples) {
        Page page = shown.page();
        pages.show(ctx, "reference/topic.jte", shown.view(doors.exercises(ctx, page, shown.topic()), doors.notes(page, shown.topic()), samples));
    }

    private TopicPage page(Context ctx) {
        Reference all = reference.get();
        Topic topic = all.find(ctx.pathParam("topic")).orElseThrow(NotFoundResponse::new);
        return new TopicPage(pages.of(ctx), all, topic);
    }

    private static boolean isScripted(Context ctx) {
        return ctx.header("HX-Request") != null;
    }
}
