package passo.school;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far a class is: a row for each member who has joined, a column for each exercise. Immutable.
///
/// @param columns slugs of exercises
/// @param awaited whom the list names and who have not joined
public record Matrix(List<String> columns, List<Row> rows, List<Member> awaited) {

    /// Who did something so long ago is there.
    public static final Duration PRESENT = Duration.ofMinutes(10);

    /// In which order the rows stand.
    public enum Order {
        NAME,
        /// Who has stood still for longest comes first, then who has tried most where they are, then who is least far.
        NEED
    }

    /// A member.
    ///
    /// @param cells one a column
    /// @param activeAt when they last did anything about any exercise; empty of one who has not begun
    public record Row(Member member, List<Cell> cells, Optional<Instant> activeAt) {

        public int passed() {
            return (int) cells.stream().filter(Cell::isPassed).count();
        }

        public boolean isPresent(Instant now) {
            return activeAt.filter(at -> Duration.between(at, now).compareTo(PRESENT) < 0).isPresent();
        }

        private Duration still() {
            return cells.stream().map(Cell::still).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        }

        private int tries() {
            return cells.stream().filter(Cell::isFront).mapToInt(Cell::tries).max().orElse(0);
        }
    }

    public static Matrix of(List<Member> members, List<Deed> deeds, List<String> columns, Instant now) {
        Map<String, List<Deed>> byLearner = deeds.stream().collect(Collectors.groupingBy(Deed::learner));
        List<Row> rows = members.stream().filter(Member::hasJoined).map(member -> row(member, byLearner.getOrDefault(member.learner().orElseThrow(), List.of()), columns, now)).toList();
        return new Matrix(columns, rows, members.stream().filter(member -> !member.hasJoined()).toList());
    }

    /// The exercises that a class is asked to do; where it is asked for none, those that somebody has touched.
    ///
    /// @param all slugs, in the order in which they are learnt
    public static List<String> columns(List<Assignment> plan, List<Deed> deeds, List<String> all) {
        if (!plan.isEmpty()) return plan.stream().map(Assignment::slug).filter(all::contains).toList();
        Set<String> touched = deeds.stream().map(Deed::slug).collect(Collectors.toSet());
        return all.stream().filter(touched::contains).toList();
    }

    private static Row row(Member member, List<Deed> deeds, List<String> columns, Instant now) {
        Optional<Deed> last = deeds.stream().filter(deed -> deed.activeAt().isPresent()).max(Comparator.comparing(deed -> deed.activeAt().orElseThrow()));
        Map<String, Cell> cells = deeds.stream().collect(Collectors.toMap(Deed::slug, deed -> Cell.of(deed, last.filter(deed::equals).isPresent(), now)));
        return new Row(member, columns.stream().map(slug -> cells.getOrDefault(slug, Cell.UNTOUCHED)).toList(), last.flatMap(Deed::activeAt));
    }

    /// The same, in another order.
    public Matrix in(Order order) {
        Comparator<Row> byName = Comparator.<Row, String>comparing(row -> Names.key(row.member().name())).thenComparing(row -> row.member().id());
        return new Matrix(columns, rows.stream().sorted(switch (order) {
            case NAME -> byName;
            case NEED -> Comparator.comparing(Row::still).thenComparing(Row::tries).reversed().thenComparing(Row::passed).thenComparing(byName);
        }).toList(), awaited);
    }

    public int present(Instant now) {
        return (int) rows.stream().filter(row -> row.isPresent(now)).count();
    }

    /// How many are at the exercise of a column.
    public int at(int column) {
        return (int) rows.stream().filter(row -> row.cells().get(column).isFront()).count();
    }

    /// The column where most of them are; of several the first. Empty where nobody is anywhere.
    public Optional<Integer> front() {
        List<Integer> crowds = IntStream.range(0, columns.size()).map(this::at).boxed().toList();
        return crowds.stream().max(Comparator.naturalOrder()).filter(most -> most > 0).map(crowds::indexOf);
    }
}
