package passo.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// A timed mock exam that a learner takes. Immutable: each answer makes another.
///
/// @param exam its code; empty for questions of all exams
/// @param questions by their ids, in the order in which they are asked
/// @param answers by the question's id, the ids of the options; what is not answered is not in it, what is half answered is as it was given
/// @param flagged questions to look at again
/// @param finished when the learner handed it in; empty while it goes on
public record Mock(String id, String exam, List<String> questions, Map<String, List<String>> answers, Set<String> flagged, Instant started, Optional<Instant> finished) {

    public static final int QUESTIONS = 20;
    /// As an associate exam gives: 130 minutes for 65 questions.
    public static final Duration A_QUESTION = Duration.ofMinutes(2);

    public Mock {
        questions = List.copyOf(questions);
        answers = Map.copyOf(answers);
        flagged = Set.copyOf(flagged);
    }

    /// A new one. The topics take turns, so that each is met in proportion; of questions that stand apart only one is drawn. The same seed
    /// draws the same questions.
    ///
    /// @param pool what may be asked
    public static Mock draw(String id, String exam, List<Question> pool, long seed, Instant now) {
        var random = new Random(seed);
        List<Question> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        SequencedMap<String, List<Question>> byTopic = shuffled.stream().collect(Collectors.groupingBy(Question::topic, LinkedHashMap::new, Collectors.toList()));
        List<Question> drawn = new ArrayList<>();
        for (int turn = 0; turn < pool.size(); turn++) {
            for (List<Question> about : byTopic.values()) {
                if (turn < about.size() && drawn.size() < QUESTIONS && drawn.stream().noneMatch(about.get(turn)::isApartFrom)) drawn.add(about.get(turn));
            }
        }
        List<String> order = new ArrayList<>(drawn.stream().map(Question::id).toList());
        Collections.shuffle(order, random);
        return new Mock(id, exam, order, Map.of(), Set.of(), now, Optional.empty());
    }

    public Duration allowed() {
        return A_QUESTION.multipliedBy(questions.size());
    }

    public Instant end() {
        return started.plus(allowed());
    }

    /// Has it been handed in, or is the time up?
    public boolean isOver(Instant now) {
        return finished.isPresent() || !now.isBefore(end());
    }

    /// With another answer.
    ///
    /// @param answer empty to take it back
    /// @throws IllegalStateException if it is over
    public Mock answer(String question, List<String> answer, Instant now) {
        going(question, now);
        var changed = new LinkedHashMap<>(answers);
        if (answer.isEmpty()) changed.remove(question);
        else changed.put(question, List.copyOf(answer));
        return new Mock(id, exam, questions, changed, flagged, started, finished);
    }

    /// With a flag, or without.
    ///
    /// @throws IllegalStateException if it is over
    public Mock flag(String question, boolean on, Instant now) {
        going(question, now);
        var changed = new LinkedHashSet<>(flagged);
        if (on) changed.add(question);
        else changed.remove(question);
        return new Mock(id, exam, questions, answers, changed, started, finished);
    }

    /// Handed in; once more changes nothing. After the time is up it is as handed in then.
    public Mock finish(Instant now) {
        return finished.isPresent() ? this : new Mock(id, exam, questions, answers, flagged, started, Optional.of(now.isBefore(end()) ? now : end()));
    }

    /// What was answered, as it is kept once it is over. What was left open is not in it: nobody knows whether it was known.
    ///
    /// @throws IllegalStateException if it was not handed in
    public List<Answered> answered(Questions bank) {
        Instant at = finished.orElseThrow(() -> new IllegalStateException("the exam goes on"));
        return questions.stream().flatMap(question -> bank.find(question).stream()).filter(this::isAnswered).map(question -> {
            boolean right = question.isRight(answers.get(question.id()));
            return new Answered(question.id(), right, right, at);
        }).toList();
    }

    /// Is there an answer, and is it a whole one?
    public boolean isAnswered(Question question) {
        return answers.containsKey(question.id()) && question.isAnswer(answers.get(question.id()));
    }

    private void going(String question, Instant now) {
        if (isOver(now)) throw new IllegalStateException("the exam is over");
        if (!questions.contains(question)) throw new IllegalArgumentException("the exam does not ask " + question);
    }
}
