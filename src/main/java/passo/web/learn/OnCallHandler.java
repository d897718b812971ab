package passo.web.learn;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.OnCall;
import passo.lab.grading.Measured;
import passo.lab.grading.Verdict;
import passo.lab.progress.Night;
import passo.store.Attempt;
import passo.store.Help;
import passo.store.Helps;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// Shows the night on call: what came in, and what the learner has done about it.
public final class OnCallHandler {

    private final Learning learning;
    private final Helps helps;
    private final Pages pages;
    /// What starters and solutions take, by the hash of the exercise: content does not change, so it is measured once.
    private final Map<String, List<Measured>> measured = new ConcurrentHashMap<>();

    public OnCallHandler(Learning learning, Helps helps, Pages pages) {
        this.learning = learning;
        this.helps = helps;
        this.pages = pages;
    }

    public void open(Context ctx) {
        OnCall onCall = learning.curriculum().get().onCall().orElseThrow(NotFoundResponse::new);
        Page page = pages.of(ctx);
        String language = page.language().tag();
        Night night = Night.of(onCall, deeds(learning.learners().known(ctx)));
        String told = night.isOver() ? page.text("oncall.morning", night.tries(), night.hints()) : page.text("oncall.far", night.over(), night.events().size());
        pages.show(ctx, "learn/on-call.jte", new OnCallView(onCall.title().in(language), Markdown.content(onCall.story().in(language), 1), told, night.isOver(),
                night.next().map(event -> address(page, event.incident().exercise())).orElse(""),
                night.events().stream().map(event -> incident(page, event, night.next().equals(Optional.of(event)))).toList()));
    }

    private Night.Deeds deeds(Optional<String> learner) {
        return new Night.Deeds() {
            @Override public List<Night.Try> tries(Exercise exercise) {
                return learner.map(who -> learning.attempts().of(who, exercise.slug())).orElse(List.of()).reversed().stream()
                        .map(OnCallHandler::attempt).toList();
            }

            @Override public List<Instant> helps(Exercise exercise) {
                return learner.map(who -> helps.rungs(who, exercise.slug())).orElse(List.of()).stream().map(Help::takenAt).toList();
            }
        };
    }

    private static Night.Try attempt(Attempt attempt) {
        return new Night.Try(attempt.attemptedAt(), attempt.stars() >= Verdict.PASSING);
    }

    private OnCallView.Incident incident(Page page, Night.Event event, boolean here) {
        Exercise exercise = event.incident().exercise();
        String language = page.language().tag();
        Units units = new Units(page.language().locale());
        String told = event.over() ? page.text("oncall.over", event.tries(), event.hints(), units.duration(event.took().orElseThrow()))
                : event.begun() ? page.text("oncall.begun", event.tries(), event.hints()) : page.text("oncall.open");
        var stone = new Stone(event.over() ? "done" : here ? "here" : event.begun() ? "half" : "", event.over() ? "ok" : here ? "here" : "warn", 0, "", here, told);
        List<Measured> taken = differing(exercise);
        return new OnCallView.Incident(event.incident().at(), Sentence.marked(event.incident().alert().in(language)),
                Sentence.marked(exercise.in(language).title()), address(page, exercise),
                page.text("exercise.kind." + exercise.kind().tag()) + " · " + exercise.minutes() + " min", stone, event.over(), told,
                taken.isEmpty() ? "" : figures(page, units, taken.getFirst()), taken.isEmpty() ? "" : figures(page, units, taken.getLast()));
    }

    /// What the starter takes, and what the reference does, where it is another number of transitions.
    private List<Measured> differing(Exercise exercise) {
        List<Measured> two = measured.computeIfAbsent(exercise.hash(), _ -> Stream.of(exercise.untouched(), exercise.reference()).flatMap(answer ->
                Measured.of("", exercise, answer, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).stream()).toList());
        return two.size() == 2 && two.getFirst().transitions() != two.getLast().transitions() ? two : List.of();
    }

    private static String figures(Page page, Units units, Measured measured) {
        return page.text("oncall.takes", measured.transitions(), units.duration(measured.duration()));
    }

    private static String address(Page page, Exercise exercise) {
        return page.to("/exercises/" + exercise.slug());
    }
}
