package passo.web.panel;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.school.Deed;
import passo.school.Fault;
import passo.store.Attempt;
import passo.web.Page;
import passo.web.exercise.Exercises;
import passo.web.parts.Sentence;

/// What is wrong with the latest answers of a class. An answer is judged once and what came of it is remembered, for as many answers as there is room;
/// of those that are not known yet a few are judged each time, so that nobody waits for all.
public final class Faults {

    /// So many are judged at once.
    private static final int AT_ONCE = 5;
    private static final int ROOM = 5_000;

    private final Exercises exercises;
    private final Map<Answer, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override protected boolean removeEldestEntry(Map.Entry<Answer, Known> eldest) {
            return size() > ROOM;
        }
    });

    public Faults(Exercises exercises) {
        this.exercises = exercises;
    }

    /// An answer, judged for a page in a language.
    private record Answer(Deed deed, String hash, String language) {

        /// What else the learner does about the exercise does not change it.
        static Answer of(Deed deed, Exercise exercise, Page page) {
            return new Answer(new Deed(deed.learner(), deed.slug(), deed.tries(), 0, 0, Optional.empty(), Optional.empty(), deed.lastAt(), Optional.empty(), false), exercise.hash(), page.language().tag());
        }
    }

    /// @param fault empty of an answer that cannot be judged, or is right by now
    record Known(Optional<Fault> fault, Sentence words) {

        static final Known NOTHING = new Known(Optional.empty(), Sentence.NONE);
    }

    /// What is wrong with an answer; empty where it is not known yet.
    Optional<Known> known(Page page, Deed deed) {
        return Optional.ofNullable(known.get(Answer.of(deed, exercises.curriculum().get().find(deed.slug()).orElseThrow(), page)));
    }

    /// @param all is nothing left to be judged?
    record Found(Map<Deed, Fault> faults, boolean all) {}

    /// The faults that are known, of all exercises that were tried here and are not passed, after a few more were judged.
    ///
    /// @param slugs of the exercises that are looked at
    Found of(Context ctx, Page page, List<Deed> deeds, List<String> slugs) {
        Map<Deed, Fault> faults = new LinkedHashMap<>();
        int judged = 0;
        boolean all = true;
        for (Deed deed : deeds) {
            if (deed.passed() || deed.lastAt().isEmpty() || !slugs.contains(deed.slug())) continue;
            Optional<Known> one = known(page, deed);
            if (one.isEmpty() && judged < AT_ONCE) {
                judged++;
                one = Optional.of(judge(ctx, page, deed));
            }
            all &= one.isPresent();
            one.flatMap(Known::fault).ifPresent(fault -> faults.put(deed, fault));
        }
        return new Found(faults, all);
    }

    private Known judge(Context ctx, Page page, Deed deed) {
        Exercise exercise = exercises.expectations().of(exercises.curriculum().get().find(deed.slug()).orElseThrow());
        Known found = latest(deed).map(attempt -> judge(ctx, page, exercise, attempt)).orElse(Known.NOTHING);
        known.put(Answer.of(deed, exercise, page), found);
        return found;
    }

    /// The attempt that a deed tells of as the last.
    Optional<Attempt> latest(Deed deed) {
        return exercises.attempts().of(deed.learner(), deed.slug()).stream().filter(attempt -> attempt.attemptedAt().equals(deed.lastAt().orElseThrow())).findFirst();
    }

    private Known judge(Context ctx, Page page, Exercise exercise, Attempt attempt) {
        try {
            Verdict verdict = exercises.judge(ctx, exercise, Attempted.answer(attempt));
            return new Known(Fault.of(exercise, verdict), new Wrong(page, exercise).words(verdict, attempt));
        } catch (HttpResponseException tooLong) {
            return Known.NOTHING;
        }
    }
}
