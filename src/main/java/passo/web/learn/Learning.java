package passo.web.learn;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import passo.web.Zone;

/// What there is to be learnt, and how far the learner who asks is.
public record Learning(Supplier<Curriculum> curriculum, Attempts attempts, Plans plans, Learners learners) {

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
        return Progress.of(curriculum.get(), plan(ctx), tried(ctx), Zone.of(ctx));
    }

    Week week(Context ctx) {
        LocalDate today = today(ctx);
        Instant monday = Week.monday(today).atStartOfDay(Zone.of(ctx)).toInstant();
        return Week.of(today, Zone.of(ctx), learners.known(ctx).map(learner -> attempts.since(learner, monday)).orElse(List.of()), plan(ctx).goal());
    }

    LocalDate today(Context ctx) {
        return LocalDate.now(Zone.of(ctx));
    }
}
