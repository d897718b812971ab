package passo.web.learn;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Placement;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Sentence;

/// Five minutes for those who know some of it: the answers stand in the address, and nothing is kept before the learner skips a track.
public final class PlacementHandler {

    private final Learning learning;
    private final Pages pages;

    public PlacementHandler(Learning learning, Pages pages) {
        this.learning = learning;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        Curriculum curriculum = learning.curriculum().get();
        List<Placement> questions = curriculum.placement();
        List<PlacementView.Told> told = questions.stream().anyMatch(question -> ctx.queryParam(question.id()) != null)
                ? told(page, curriculum, question -> question.answer().equals(ctx.queryParam(question.id()))) : List.of();
        List<String> known = told.stream().filter(PlacementView.Told::known).map(PlacementView.Told::id).toList();
        Exercise first = curriculum.all().filter(exercise -> !known.contains(exercise.track())).findFirst().orElseGet(() -> curriculum.all().findFirst().orElseThrow());
        pages.show(ctx, "learn/placement.jte", new PlacementView(
                IntStream.range(0, questions.size()).mapToObj(index -> question(page, curriculum, questions.get(index), index + 1)).toList(), told, known.size(),
                page.to("/exercises/" + first.slug()), Sentence.of(page, "placement.begin", new Sentence.Part.Strong(
                        Sentence.marked(first.in(page.language().tag()).title()).spoken()))));
    }

    private static PlacementView.Question question(Page page, Curriculum curriculum, Placement question, int number) {
        String language = page.language().tag();
        String track = curriculum.tracks().stream().filter(one -> one.id().equals(question.track())).findFirst().orElseThrow().title().in(language);
        return new PlacementView.Question(number, question.id(), track, Sentence.marked(question.text().in(language)), question.definition().orElse(""),
                question.options().stream().map(option -> new PlacementView.Option(option.id(), Sentence.marked(option.text().in(language)))).toList());
    }

    /// Of each track that is asked about; it is known where all answers are right.
    private static List<PlacementView.Told> told(Page page, Curriculum curriculum, Predicate<Placement> right) {
        String language = page.language().tag();
        return curriculum.tracks().stream().filter(track -> curriculum.placement().stream().anyMatch(question -> question.track().equals(track.id()))).map(track -> {
            List<Placement> asked = curriculum.placement().stream().filter(question -> question.track().equals(track.id())).toList();
            return new PlacementView.Told(track.id(), track.letter(), track.title().in(language), asked.stream().allMatch(right),
                    asked.stream().map(question -> new PlacementView.Why(right.test(question), Sentence.marked(question.why().in(language)))).toList());
        }).toList();
    }
}
