package passo.web.notes;

import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.notes.Notes;
import passo.store.Attempts;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;

/// Shows the notes, with what the learner has done of their exercises.
public final class NotesHandler {

    /// The level of the heading of a line.
    private static final int LINE = 3;

    private final Supplier<Notes> notes;
    private final Supplier<Curriculum> curriculum;
    private final Supplier<Examples> examples;
    private final Attempts attempts;
    private final Learners learners;
    private final Pages pages;

    public NotesHandler(Supplier<Notes> notes, Supplier<Curriculum> curriculum, Supplier<Examples> examples, Attempts attempts, Learners learners,
            Pages pages) {
        this.notes = notes;
        this.curriculum = curriculum;
        this.examples = examples;
        this.attempts = attempts;
        this.learners = learners;
        this.pages = pages;
    }

    public void handle(Context ctx) {
        Map<String, Integer> stars = learners.known(ctx).map(attempts::stars).orElse(Map.of());
        pages.show(ctx, "notes/notes.jte", view(pages.of(ctx), stars));
    }

    private NotesView view(Page page, Map<String, Integer> stars) {
        String language = page.language().tag();
        return new NotesView(notes.get().parts().stream()
                .map(part -> new NotesView.Part(part.id(), part.title().in(language), part.lines().stream().map(line -> line(page, line, stars)).toList()))
                .toList());
    }

    private NotesView.Line line(Page page, Notes.Line line, Map<String, Integer> stars) {
        String language = page.language().tag();
        return new NotesView.Line(line.id(), line.note().in(language), line.erratum().map(erratum -> Sentence.marked(erratum.in(language))),
                Markdown.content(line.fact().in(language), LINE),
                line.fragment().map(fragment -> Markdown.content("```json\n" + fragment.shown() + "\n```", LINE)),
                page.to("/learn/notes/" + line.id()),
                Stream.concat(
                        line.exercises().stream().flatMap(slug -> curriculum.get().find(slug).stream()).map(exercise -> exercise(page, exercise, stars)),
                        line.examples().stream().flatMap(slug -> examples.get().find(slug).stream())
                                .map(example -> NotesView.Door.example(page.to("/examples/" + example.slug()), Sentence.plain(example.in(language).title()))))
                        .toList());
    }

    private static NotesView.Door exercise(Page page, Exercise exercise, Map<String, Integer> stars) {
        Sentence title = Sentence.marked(exercise.in(page.language().tag()).title());
        return NotesView.Door.exercise(page.to("/exercises/" + exercise.slug()), title, stars.containsKey(exercise.slug()), stars.getOrDefault(exercise.slug(), 0));
    }
}
