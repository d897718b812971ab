package passo.study;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import passo.lab.exercise.Words;
import passo.lab.reference.Sample;

/// A question as an exam has it. Immutable.
///
/// @param id its name in addresses and in the database, stable for ever
/// @param topic by its letter
/// @param level 1 recall, 2 apply, 3 analyse
/// @param exams that ask such things: the version of the exam's guide that was read, by the exam's code
/// @param stem in Markdown
/// @param options of an ordering, in the right order
/// @param exercises by their slugs: those that train it
/// @param sources addresses of what it rests on
/// @param checked when it was last held against them
/// @param reviewBy when it must be looked at again, where it rests on something that AWS changes
/// @param apart questions that do not stand in one exam with it, since one would tell the other's answer
/// @param proofs runs that show it
public record Question(String id, String topic, int level, Map<String, String> exams, Kind kind, Words stem, List<Option> options, List<String> exercises,
        List<String> sources, LocalDate checked, Optional<LocalDate> reviewBy, Set<String> apart, List<Sample> proofs) {

    public enum Kind {
        /// One option is right.
        SINGLE,
        /// As many as the stem says are right.
        MULTIPLE,
        /// All options are to be put in order.
        ORDERING;

        /// As it is written in files.
        public String tag() {
            return name().toLowerCase();
        }
    }

    /// @param right in an ordering every one is
    /// @param why it is right or not; of an ordering, why it comes where it comes
    public record Option(String id, Words text, boolean right, Words why) {}

    public Question {
        exams = Map.copyOf(exams);
        options = List.copyOf(options);
        exercises = List.copyOf(exercises);
        sources = List.copyOf(sources);
        apart = Set.copyOf(apart);
        proofs = List.copyOf(proofs);
    }

    /// Must the two not stand in one exam? It is enough that one of them says so.
    public boolean isApartFrom(Question other) {
        return apart.contains(other.id) || other.apart.contains(id);
    }

    /// How many options an answer names.
    public int choose() {
        return right().size();
    }

    /// The ids of the options of a right answer; of an ordering, in order.
    public List<String> right() {
        return options.stream().filter(Option::right).map(Option::id).toList();
    }

    /// Is this the answer? All of it or nothing, as in an exam.
    ///
    /// @param answer the ids of options, in any order but for an ordering
    public boolean isRight(List<String> answer) {
        return kind == Kind.ORDERING ? right().equals(answer) : answer.size() == choose() && new HashSet<>(answer).equals(new HashSet<>(right()));
    }

    /// Can this be an answer at all: options of this question, each once, as many as are to be chosen?
    public boolean isAnswer(List<String> answer) {
        return answer.size() == choose() && new HashSet<>(answer).size() == answer.size()
                && options.stream().map(Option::id).collect(Collectors.toSet()).containsAll(answer);
    }
}
