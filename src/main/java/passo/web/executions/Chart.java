package passo.web.executions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small chart of one metric over the periods of a range, 312 wide and 92 high.
///
/// @param label what it shows, for who does not see it
/// @param top what the upper line stands for
/// @param from what stands at the left below it; `middle` and `to` likewise
public record Chart(String label, String top, String from, String middle, String to, List<Bar> bars, List<Line> lines) {

    /// @param css the class of its colour
    /// @param href where it leads; empty for nowhere
    public record Bar(String css, String x, String y, String width, String height, String href, String title) {}

    /// @param path its SVG path
    public record Line(String css, String path) {}

    private static final double WIDTH = 312;
    private static final double FLOOR = 74;
    private static final double CEILING = 14.5;
    private static final double GAP = 3;

    /// One kind of what is counted.
    record Series(String css, ToDoubleFunction<Figures.Period> value) {}

    /// Bars of several kinds, one on the other.
    ///
    /// @param titles of the periods
    /// @param links of the periods
    static List<Bar> bars(List<Figures.Period> periods, List<Series> series, List<String> titles, List<String> links) {
        double most = Math.max(1, periods.stream().mapToDouble(period -> series.stream().mapToDouble(one -> one.value.applyAsDouble(period)).sum()).max().orElse(0));
        double step = WIDTH / periods.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            double floor = FLOOR;
            for (Series one : series) {
                double height = one.value.applyAsDouble(periods.get(i)) / most * (FLOOR - CEILING);
                if (height <= 0) continue;
                // What there is can be seen, however little it is.
                double shown = Math.max(height - 1, 1.7);
                bars.add(new Bar(one.css, number(i * step + GAP / 2), number(floor - shown), number(step - GAP), number(shown), links.get(i), titles.get(i)));
                floor -= Math.max(height, shown + 1);
            }
        }
        return bars;
    }

    /// The most that the bars of a period come to.
    static double most(List<Figures.Period> periods, ToDoubleFunction<Figures.Period> value) {
        return periods.stream().mapToDouble(value).max().orElse(0);
    }

    /// A line through the periods in which there is something.
    static Line line(String css, List<Figures.Period> periods, ToDoubleFunction<Figures.Period> value, double most) {
        double step = WIDTH / periods.size();
        String points = IntStream.range(0, periods.size()).filter(i -> value.applyAsDouble(periods.get(i)) > 0)
                .mapToObj(i -> number((i + 0.5) * step) + " " + number(FLOOR - value.applyAsDouble(periods.get(i)) / Math.max(most, 1) * (FLOOR - CEILING)))
                .collect(Collectors.joining("L"));
        // One point alone would not be seen.
        return new Line(css, points.isEmpty() ? "" : "M" + points + (points.contains("L") ? "" : "h0.01"));
    }

    /// What comes together from the beginning on, as an area.
    static Line total(String css, List<Figures.Period> periods, ToDoubleFunction<Figures.Period> value) {
        double all = Math.max(1, periods.stream().mapToDouble(value).sum());
        double step = WIDTH / periods.size();
        var path = new StringBuilder("M0 " + number(FLOOR));
        double sum = 0;
        for (int i = 0; i < periods.size(); i++) {
            sum += value.applyAsDouble(periods.get(i));
            path.append("L").append(number((i + 1) * step)).append(" ").append(number(FLOOR - sum / all * (FLOOR - CEILING)));
        }
        return new Line(css, path + "V" + number(FLOOR) + "z");
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
