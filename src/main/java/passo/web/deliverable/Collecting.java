package passo.web.deliverable;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import passo.diagram.LayoutCache;
import passo.export.Deliverable;
import passo.export.Piece;
import passo.export.Portfolio;
import passo.export.Voice;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.store.Attempt;
import passo.store.Drafts;
import passo.web.Page;
import passo.web.drawing.Still;
import passo.web.exercise.Exercises;
import passo.web.exercise.Work;
import passo.web.learn.Learning;
import passo.web.notebook.Notebook;
import passo.web.parts.Units;

/// Collects what a learner has to show, and makes the deliverable of it.
public record Collecting(Exercises exercises, Learning learning, Drafts drafts, Notebook notebook, LayoutCache diagrams, Reports reports) {

    /// All that whoever asks has passed, in the order of the curriculum.
    List<Passed> works(Context ctx) {
        Optional<String> learner = exercises.learners().known(ctx);
        Map<String, Attempt> passed = learner.map(exercises.attempts()::passing).orElse(List.of()).stream().collect(Collectors.toMap(Attempt::slug, Function.identity()));
        return exercises.curriculum().get().all().filter(exercise -> passed.containsKey(exercise.slug()))
                .map(exercise -> work(exercises.expectations().of(exercise), passed.get(exercise.slug()))).toList();
    }

    private Passed work(Exercise exercise, Attempt attempt) {
        Json.Obj answer = (Json.Obj) JsonText.parse(attempt.answer());
        Optional<Json.Obj> draft = exercise.kind().isMachine() ? drafts.find(attempt.learner(), Work.draftName(exercise))
                .map(kept -> Work.of(exercise, kept).answer()) : Optional.empty();
        return new Passed(exercise, answer, draft.filter(now -> !now.equals(answer)));
    }

    /// @param note in general
    Portfolio portfolio(Context ctx, List<Passed> works, Choice choice, String note) {
        Map<String, String> notes = exercises.learners().known(ctx).map(notebook.notebooks()::of).orElse(Map.of());
        List<Piece> pieces = works.stream().filter(work -> choice.takes(work.exercise().slug()))
                .map(work -> piece(ctx, work.exercise(), work.answer(choice), notes.getOrDefault(work.exercise().slug(), ""))).toList();
        return new Portfolio(choice.title(), choice.author(), note, learning.progress(ctx).items(), pieces);
    }

    private Piece piece(Context ctx, Exercise exercise, Json.Obj answer, String note) {
        return new Piece(exercise, answer, reports.of(exercise, answer, () -> exercises.judge(ctx, exercise, answer)), note);
    }

    String readme(Page page, Portfolio portfolio) {
        return Deliverable.readme(portfolio, voice(page));
    }

    Deliverable deliverable(Page page, Portfolio portfolio) {
        return Deliverable.of(portfolio, voice(page), definition -> Still.of(diagrams, page, definition, ""));
    }

    private static Voice voice(Page page) {
        return new Voice(page.language().tag(), page.messages()::get, new Units(page.language().locale())::duration);
    }
}
