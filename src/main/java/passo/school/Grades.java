package passo.school;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What came of each exercise for each member of a class. Immutable.
///
/// Points are for the task: all where everything passed that is tested, half where what can be seen of the tests passed. The third star is a
/// game of doing it in less, help is there to be taken, and a date that was missed is told beside the points: none of these changes them.
///
/// @param assignments the exercises, in their order
public record Grades(List<Assignment> assignments, List<Row> rows) {

    public static final int FULL = 100;
    public static final int HALF = 50;

    /// A member's.
    ///
    /// @param grades one for each of the exercises, in their order
    public record Row(Member member, List<Grade> grades) {

        public int sum() {
            return grades.stream().mapToInt(Grade::points).sum();
        }

        /// Of all points that can be had, in per cent.
        public double percent() {
            return grades.isEmpty() ? 0 : (double) sum() / grades.size();
        }
    }

    /// @param deed what the member did about it; empty where nothing was done
    /// @param hintsBefore rungs of help taken before it was passed; all of them where it was not
    public record Grade(Assignment assignment, Optional<Deed> deed, int hintsBefore) {

        public int points() {
            return deed.map(done -> done.passed() ? FULL : done.stars() > 0 ? HALF : 0).orElse(0);
        }

        /// Was it passed after its date?
        public boolean late() {
            Optional<Instant> passedAt = deed.flatMap(Deed::passedAt);
            return passedAt.isPresent() && assignment.due().filter(due -> !passedAt.get().isBefore(due)).isPresent();
        }
    }

    /// @param members with those who have not joined yet
    /// @param deeds of the class
    /// @param hints taken by its members
    public static Grades of(List<Assignment> assignments, List<Member> members, List<Deed> deeds, List<Hint> hints) {
        Map<String, Map<String, Deed>> done = deeds.stream().collect(Collectors.groupingBy(Deed::learner, Collectors.toMap(Deed::slug, Function.identity())));
        return new Grades(List.copyOf(assignments), members.stream().map(member -> {
            Map<String, Deed> own = member.learner().map(learner -> done.getOrDefault(learner, Map.of())).orElse(Map.of());
            return new Row(member, assignments.stream().map(assignment -> grade(assignment, Optional.ofNullable(own.get(assignment.slug())), hints)).toList());
        }).toList());
    }

    private static Grade grade(Assignment assignment, Optional<Deed> deed, List<Hint> hints) {
        return new Grade(assignment, deed, deed.map(done -> (int) hints.stream().filter(hint -> hint.learner().equals(done.learner()) && hint.slug().equals(done.slug()))
                .filter(hint -> done.passedAt().isEmpty() || hint.takenAt().isBefore(done.passedAt().get())).count()).orElse(0));
    }

    /// Those of whom something is known, such as a number.
    public Grades of(Predicate<Member> members) {
        return new Grades(assignments, rows.stream().filter(row -> members.test(row.member())).toList());
    }
}
