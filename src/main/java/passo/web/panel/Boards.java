package passo.web.panel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Cell;
import passo.school.Cell.State;
import passo.school.Cluster;
import passo.school.Matrix;
import passo.school.Member;
import passo.store.Help;
import passo.web.Page;
import passo.web.parts.Sentence;

/// Tells how far a class is in the words of a page. Made for one board, then dropped.
final class Boards {

    /// So many groups of equal answers are shown.
    private static final int MOST = 8;

    private final Page page;
    private final String home;
    private final Look look;
    private final Watched.Now now;
    private final Matrix matrix;
    private final List<Sentence> titles;
    private final Optional<Integer> front;

    /// @param home the address of the panel
    Boards(Page page, String home, Look look, Watched.Now now) {
        this.page = page;
        this.home = home;
        this.look = look;
        this.now = now;
        this.matrix = now.matrix();
        this.titles = matrix.columns().stream().map(slug -> title(page, now.exercise(slug))).toList();
        this.front = matrix.front();
    }

    /// @param clusters the largest first
    /// @param all were all answers judged?
    Board board(List<Cluster> clusters, boolean all, Function<Cluster, Sentence> words) {
        return new Board(look.at(home + "/live"), page.text("panel.present", matrix.present(now.at()), matrix.rows().size()),
                front.map(column -> page.text("panel.front", titles.get(column).spoken(), matrix.at(column))).orElse(""), columns(), matrix.rows().stream().map(this::line).toList(),
                clusters.stream().limit(MOST).map(cluster -> group(cluster, words.apply(cluster))).toList(), page.text(all ? "panel.groups.none" : "panel.groups.soon"), stuck(), matrix.awaited().isEmpty() ? "" : page.text("panel.awaited", matrix.awaited().size()),
                matrix.awaited().stream().map(Member::name).filter(name -> !name.isEmpty()).toList());
    }

    private Board.Group group(Cluster cluster, Sentence words) {
        String address = home + "/answers/" + cluster.slug() + "/" + cluster.fault().key();
        return new Board.Group("group-" + cluster.fault().key(), cluster.deeds().size(), page.text("panel.people", cluster.deeds().size()), title(page, now.exercise(cluster.slug())), words,
                look.at(address), look.at(address + "/texts"));
    }

    private List<Board.Column> columns() {
        Map<String, String> numbers = numbers(now.curriculum());
        return IntStream.range(0, titles.size()).mapToObj(i -> new Board.Column(numbers.get(matrix.columns().get(i)), titles.get(i), page.to("/exercises/" + matrix.columns().get(i)),
                front.filter(column -> column == i).isPresent())).toList();
    }

    /// The places of all exercises: the letter of the track and the place in it. A twin has the place of what it is like.
    static Map<String, String> numbers(Curriculum curriculum) {
        var numbers = new HashMap<String, String>();
        for (Curriculum.Track track : curriculum.tracks()) {
            int place = 0;
            for (Exercise exercise : track.exercises()) {
                if (exercise.twin().isEmpty()) place++;
                numbers.put(exercise.slug(), exercise.twin().map(twin -> numbers.getOrDefault(twin, track.letter()) + "′").orElse(track.letter() + place));
            }
        }
        return numbers;
    }

    private Board.Line line(Matrix.Row row) {
        Member member = row.member();
        return new Board.Line(shortly(member), member.name(), look.at(address(member)), IntStream.range(0, titles.size()).mapToObj(i -> stone(member, i, row.cells().get(i))).toList(),
                row.passed() + "/" + titles.size());
    }

    private Board.Stone stone(Member member, int column, Cell cell) {
        String slug = matrix.columns().get(column);
        return stone(page, shortly(member) + "-" + column, cell, look.at(address(member) + "/" + slug), page.text("panel.cell", member.name(), titles.get(column).spoken(), told(page, cell)));
    }

    static Board.Stone stone(Page page, String id, Cell cell, String address, String label) {
        String state = state(cell);
        if (state.equals("none")) return new Board.Stone(id, state, "", "", 0, "", page.text("panel.cell.none"));
        return new Board.Stone(id, state, icon(state), text(cell), cell.state() instanceof State.Passed(int stars) ? stars : 0, address, label);
    }

    /// How far somebody is with an exercise, in words.
    static String told(Page page, Cell cell) {
        String state = switch (cell.state()) {
            case State.Untouched() -> page.text("panel.cell.none");
            case State.Here() -> page.text("panel.cell.here");
            case State.Still(var since) -> page.text("panel.cell.stuck", since.toMinutes());
            case State.Left() -> page.text("panel.cell.left");
            case State.Passed(int stars) -> page.text("panel.cell.done", stars);
        };
        return Stream.of(state, cell.tries() > 0 ? page.text("panel.tries", cell.tries()) : "", hints(page, cell.hints()), cell.brought() ? page.text("panel.cell.brought") : "")
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String hints(Page page, int hints) {
        return hints == 0 ? "" : hints >= Help.SOLUTION ? page.text("panel.solution") : page.text("panel.hints", hints);
    }

    private static String state(Cell cell) {
        return switch (cell.state()) {
            case State.Untouched() -> cell.brought() ? "brought" : "none";
            case State.Here() -> "here";
            case State.Still _ -> "stuck";
            case State.Left() -> cell.hints() >= Help.SOLUTION ? "seen" : "left";
            case State.Passed _ -> "done";
        };
    }

    private static String icon(String state) {
        return switch (state) {
            case "stuck" -> "clock";
            case "seen" -> "eye";
            case "brought" -> "input";
            default -> "";
        };
    }

    private static String text(Cell cell) {
        return switch (cell.state()) {
            case State.Still(var since) -> String.valueOf(since.toMinutes());
            case State.Here() -> String.valueOf(cell.tries());
            case State.Left() -> cell.hints() >= Help.SOLUTION ? "" : String.valueOf(cell.tries());
            case State.Untouched(), State.Passed _ -> "";
        };
    }

    /// Who has stood still for longest comes first.
    private List<Board.Stuck> stuck() {
        record Standing(Member member, int column, Cell cell, long minutes) {}
        return matrix.rows().stream().flatMap(row -> IntStream.range(0, titles.size()).boxed()
                        .flatMap(i -> row.cells().get(i).state() instanceof State.Still(var since) ? Stream.of(new Standing(row.member(), i, row.cells().get(i), since.toMinutes())) : Stream.empty()))
                .sorted(Comparator.comparing(Standing::minutes).reversed()).map(one -> new Board.Stuck("stuck-" + shortly(one.member()), String.valueOf(one.minutes()), one.member().name(),
                        look.at(address(one.member()) + "/" + matrix.columns().get(one.column())), titles.get(one.column()), page.text("panel.hints", one.cell().hints()))).toList();
    }

    private String address(Member member) {
        return home + "/members/" + member.id();
    }

    /// Enough of an id to tell the members of a class apart.
    private static String shortly(Member member) {
        return "m" + member.id().substring(0, Math.min(8, member.id().length()));
    }

    static Sentence title(Page page, Exercise exercise) {
        return Sentence.marked(exercise.in(page.language().tag()).title());
    }
}
