package passo.export;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the tests say of all machines, in the form of JUnit that other tools read. A time is virtual.
final class TestReport {

    private TestReport() {}

    static String xml(List<Piece> pieces, Voice voice) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"Passo\">\n"
                + pieces.stream().filter(piece -> piece.report() instanceof Report.Tests).map(piece -> suite(piece, voice)).collect(Collectors.joining()) + "</testsuites>\n";
    }

    private static String suite(Piece piece, Voice voice) {
        Report report = piece.report();
        List<Report.Row> rows = report instanceof Report.Tests(var all) ? all : List.of();
        return "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\">\n%s  </testsuite>\n".formatted(piece.exercise().slug(), report.all(), report.all() - report.right(),
                rows.stream().map(row -> test(piece, row, voice)).collect(Collectors.joining()));
    }

    private static String test(Piece piece, Report.Row row, Voice voice) {
        String time = row.run().map(run -> " time=\"" + seconds(run.duration()) + "\"").orElse("");
        return "    <testcase classname=\"%s\" name=\"%s\"%s%s\n".formatted(piece.exercise().slug(), Xml.text(row.name().in(voice.language())), time,
                row.passed() ? "/>" : "><failure message=\"" + Xml.text(voice.text("exercise.word.fail")) + "\"/></testcase>");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
