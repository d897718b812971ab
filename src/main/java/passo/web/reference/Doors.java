package passo.web.reference;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.lab.notes.Notes;
import passo.lab.reference.Topic;
import passo.store.Attempts;
import passo.web.Learners;
import passo.web.Page;
import passo.web.notes.NotesView.Door;
import passo.web.parts.Sentence;

/// Where a topic leads: to the exercises that train it, with what the learner has done of them, and to the notes that are about it.
public record Doors(Supplier<Curriculum> curriculum, Supplier<Notes> notes, Attempts attempts, Learners learners) {

    List<Door> exercises(Context ctx, Page page, Topic topic) {
        Map<String, Integer> stars = learners.known(ctx).map(attempts::stars).orElse(Map.of());
        return topic.exercises().stream().flatMap(slug -> curriculum.get().find(slug).stream())
                .map(exercise -> Door.exercise(page.to("/exercises/" + exercise.slug()), Sentence.marked(exercise.in(page.language().tag()).title()),
                        stars.containsKey(exercise.slug()), stars.getOrDefault(exercise.slug(), 0))).toList();
    }

    List<TopicView.Link> notes(Page page, Topic topic) {
        return topic.concepts().stream().flatMap(id -> notes.get().find(id).stream())
                .map(line -> new TopicView.Link(page.to("/learn/notes#" + line.id()), line.note().in(page.language().tag()))).toList();
    }
}
