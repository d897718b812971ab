package passo.web.learn;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import passo.lab.exercise.Curriculum;
import passo.lab.progress.Plan;
import passo.lab.progress.Progress;
import passo.lab.progress.Tried;
import passo.lab.progress.Week;
import passo.store.Attempts;
import passo.store.Plans;
import passo.web.Learners;

/// What there is to be learnt, and how far the learner who asks is.
public record Learning(Supplier<Curriculum> curriculum, Attempts attempts, Plans plans, Learners learners) {

    /// Where a browser does not say otherwise.
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    public Plan plan(Context ctx) {
        return learners.known(ctx).map(plans::of).orElse(Plan.NONE);
    }

    void change(Context ctx, UnaryOperator<Plan> change) {
        plans.save(learners.idOf(ctx), change.apply(plan(ctx)));
    }

    List<Tried> tried(Context ctx) {
        return learners.known(ctx).map(attempts::tried).orElse(List.of());
    }

    public Progress progress(Context ctx) {
        return Progress.of(curriculum.get(), plan(ctx), tried(ctx), zone(ctx));
    }

    Week week(Context ctx) {
        LocalDate today = today(ctx);
        Instant monday = Week.monday(today).atStartOfDay(zone(ctx)).toInstant();
        return Week.of(today, zone(ctx), learners.known(ctx).map(learner -> attempts.since(learner, monday)).orElse(List.of()), plan(ctx).goal());
    }

    LocalDate today(Context ctx) {
        return LocalDate.now(zone(ctx));
    }

    /// That of the browser, which `learn.js` keeps in a cookie.
    public static ZoneId zone(Context ctx) {
        return Optional.ofNullable(ctx.cookie("zone")).flatMap(Learning::zone).orElse(ZONE);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
