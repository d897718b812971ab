package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.lab.LineDiff.Kind.ADDED;
import static passo.lab.LineDiff.Kind.REMOVED;
import static passo.lab.LineDiff.Kind.SAME;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.lab.LineDiff.Line;

class LineDiffTest {

    @Test void aChangedLineIsTakenOutAndPutIn() {
        assertThat(LineDiff.of("a\nb\nc", "a\nB\nc")).containsExactly(
                new Line(SAME, 1, 1, "a"), new Line(REMOVED, 2, 0, "b"), new Line(ADDED, 0, 2, "B"), new Line(SAME, 3, 3, "c"));
    }

    @ParameterizedTest @CsvSource({"'',''", "'',a b", "a b,''", "a b c a b b a,c b a b a c", "a b,b a", "a a a,a a", "x a y b z,a b"})
    void bothTextsCanBeReadOutOfIt(String before, String after) {
        String one = before.replace(' ', '\n');
        String other = after.replace(' ', '\n');

        List<Line> lines = LineDiff.of(one, other);

        assertThat(text(lines, ADDED)).isEqualTo(one);
        assertThat(text(lines, REMOVED)).isEqualTo(other);
    }

    @Test void itIsTheShortestWay() {
        assertThat(LineDiff.of("a\nb\nc\na\nb\nb\na", "c\nb\na\nb\na\nc").stream().filter(line -> line.kind() != SAME)).hasSize(5);
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void anyTwoTextsCanBeReadOutOfIt(int seed) {
        var random = new Random(seed);
        String one = lines(random, 60);
        String other = lines(random, 80);

        List<Line> lines = LineDiff.of(one, other);

        assertThat(text(lines, ADDED)).isEqualTo(one);
        assertThat(text(lines, REMOVED)).isEqualTo(other);
    }

    @Test void textsThatHaveNothingInCommonAreExchanged() {
        String one = IntStream.range(0, 5000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String other = IntStream.range(0, 5000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        List<Line> lines = LineDiff.of(one, other);

        assertThat(text(lines, ADDED)).isEqualTo(one);
        assertThat(text(lines, REMOVED)).isEqualTo(other);
        assertThat(lines).hasSize(10_000);
    }

    private static String lines(Random random, int number) {
        return IntStream.range(0, number).mapToObj(_ -> String.valueOf(random.nextInt(6))).collect(Collectors.joining("\n"));
    }

    private static String text(List<Line> lines, LineDiff.Kind without) {
        return lines.stream().filter(line -> line.kind() != without).map(Line::text).collect(Collectors.joining("\n"));
    }
}
