package passo.web.learn;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import passo.lab.progress.Tried;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Zone;
import passo.web.classes.Asking;
import passo.web.parts.Form;
import passo.web.study.Studying;

/// The map, and what a learner chooses there.
public final class MapHandler {

    private final Learning learning;
    private final Studying studying;
    private final Asking asking;
    private final Pages pages;

    public MapHandler(Learning learning, Studying studying, Asking asking, Pages pages) {
        this.learning = learning;
        this.studying = studying;
        this.asking = asking;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        List<Tried> tried = learning.tried(ctx);
        boolean isNew = tried.isEmpty() && learning.plan(ctx).skipped().isEmpty();
        var words = new MapWords(page, learning.curriculum().get(), learning.progress(ctx), learning.today(ctx));
        pages.show(ctx, "learn/map.jte", new MapView(words.hero(isNew), words.cards(), words.paths(learning.plan(ctx)), words.tracks(),
                learning.learners().known(ctx).map(learner -> asking.of(page, learner)).orElse(List.of()).stream().filter(place -> !place.asked().isEmpty()).toList(), words.review(studying.review(ctx)), words.twins(),
                words.week(learning.week(ctx)), words.night(tried), Zone.of(ctx).getId()));
    }

    /// Chooses a path; one that is not there is all of the curriculum.
    public void path(Context ctx) {
        String path = Form.field(ctx, "path", 80);
        learning.change(ctx, plan -> plan.along(learning.curriculum().get().way(path).isPresent() ? path : ""));
        back(ctx, "#tracks");
    }

    public void goal(Context ctx) {
        String days = Form.field(ctx, "goal", 1);
        if (!days.matches("[1-7]")) throw new BadRequestResponse("A week has 1 to 7 days");
        learning.change(ctx, plan -> plan.aiming(Integer.parseInt(days)));
        back(ctx, "#week");
    }

    /// Skips tracks, beside those that are skipped already.
    public void skip(Context ctx) {
        learning.change(ctx, plan -> plan.skipping(learning.curriculum().get().tracks().stream().map(track -> track.id())
                .filter(id -> plan.skipped().contains(id) || ctx.formParams("track").contains(id)).toList()));
        back(ctx, "");
    }

    /// Takes back that a track is skipped.
    public void unskip(Context ctx) {
        learning.change(ctx, plan -> {
            var skipped = new ArrayList<>(plan.skipped());
            skipped.remove(Form.field(ctx, "track", 80));
            return plan.skipping(skipped);
        });
        back(ctx, "#tracks");
    }

    private void back(Context ctx, String rest) {
        ctx.redirect(pages.of(ctx).to("/learn" + rest), HttpStatus.SEE_OTHER);
    }
}
