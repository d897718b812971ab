package passo.web.learn;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.OnCall;
import passo.lab.grading.Measured;
import passo.lab.grading.Verdict;
import passo.lab.progress.Night;
import passo.store.Attempt;
import passo.store.Help;
import passo.web.Page;
import passo.web.Pages;
import passo.web.exercise.Exercises;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// Shows the night on call: what came in, and what the learner has done about it.
public final class OnCallHandler {

    private final Exercises exercises;
    private final Pages pages;

    public OnCallHandler(Exercises exercises, Pages pages) {
        this.exercises = exercises;
        this.pages = pages;
    }

    public void open(Context ctx) {
        OnCall onCall = exercises.curriculum().get().onCall().orElseThrow(NotFoundResponse::new);
        Page page = pages.of(ctx);
        String language = page.language().tag();
        Night night = Night.of(onCall, deeds(exercises.learners().known(ctx)));
        String told = night.isOver() ? page.text("oncall.morning", night.tries(), night.hints()) : page.text("oncall.far", night.over(), night.events().size());
        pages.show(ctx, "learn/on-call.jte", new OnCallView(onCall.title().in(language), Markdown.content(onCall.story().in(language), 1), told, night.isOver(),
                night.next().map(event -> address(page, event.incident().exercise())).orElse(""),
                night.events().stream().map(event -> incident(ctx, page, event, night.next().equals(Optional.of(event)))).toList()));
    }

    private Night.Deeds deeds(Optional<String> learner) {
        return new Night.Deeds() {
            @Override public List<Night.Try> tries(Exercise exercise) {
                return learner.map(who -> exercises.attempts().of(who, exercise.slug())).orElse(List.of()).reversed().stream()
                        .map(OnCallHandler::attempt).toList();
            }

            @Override public List<Instant> helps(Exercise exercise) {
                return learner.map(who -> exercises.helps().rungs(who, exercise.slug())).orElse(List.of()).stream().map(Help::takenAt).toList();
            }
        };
    }

    private static Night.Try attempt(Attempt attempt) {
        return new Night.Try(attempt.attemptedAt(), attempt.stars() >= Verdict.PASSING);
    }

    private OnCallView.Incident incident(Context ctx, Page page, Night.Event event, boolean here) {
        Exercise exercise = event.incident().exercise();
        String language = page.language().tag();
        Units units = new Units(page.language().locale());
        String told = event.over() ? page.text("oncall.over", event.tries(), event.hints(), units.duration(event.took().orElseThrow()))
                : event.begun() ? page.text("oncall.begun", event.tries(), event.hints()) : page.text("oncall.open");
        var stone = new Stone(event.over() ? "done" : here ? "here" : event.begun() ? "half" : "", event.over() ? "ok" : here ? "here" : "warn", 0, "", here, told);
        Optional<Measured> now = exercises.starter(ctx, exercise);
        Optional<Measured> expected = exercises.reference(ctx, exercise).filter(one -> now.isPresent() && now.get().transitions() != one.transitions());
        return new OnCallView.Incident(event.incident().at(), Sentence.marked(event.incident().alert().in(language)),
                Sentence.marked(exercise.in(language).title()), address(page, exercise),
                page.text("exercise.kind." + exercise.kind().tag()) + " · " + exercise.minutes() + " min", stone, event.over(), told,
                expected.isEmpty() ? "" : figures(page, units, now.get()), expected.map(one -> figures(page, units, one)).orElse(""));
    }

    private static String figures(Page page, Units units, Measured measured) {
        return page.text("oncall.takes", measured.transitions(), units.duration(measured.duration()));
    }

    private static String address(Page page, Exercise exercise) {
        return page.to("/exercises/" + exercise.slug());
    }
}
