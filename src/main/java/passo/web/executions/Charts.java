package passo.web.executions;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import passo.asl.Definition;
import passo.web.Page;
import passo.web.executions.MonitorView.Legend;
import passo.web.executions.MonitorView.MetricView;
import passo.web.executions.MonitorView.PeriodRow;
import passo.web.parts.Money;
import passo.web.parts.Units;

/// The metrics of a range as charts with their figures. Made for one view, then dropped.
final class Charts {

    private final Page page;
    private final Figures figures;
    private final Look look;
    private final Times times;
    private final Units units;
    private final NumberFormat whole;
    private final List<String> titles;
    private final List<String> links;

    Charts(Page page, Figures figures, Look look, Times times) {
        Locale locale = page.language().locale();
        this.page = page;
        this.figures = figures;
        this.look = look;
        this.times = times;
        units = new Units(locale);
        whole = NumberFormat.getIntegerInstance(locale);
        titles = figures.periods().stream().map(period -> page.text("monitor.period", times.of(period.from()), period.started(), period.notSucceeded())).toList();
        links = figures.periods().stream().map(this::link).toList();
    }

    private String link(Figures.Period period) {
        long from = period.from().getEpochSecond();
        return look.first("from", Long.toString(from), "to", Long.toString(from + figures.range().period().toSeconds()), "range", "");
    }

    List<MetricView> all() {
        return List.of(executions(), time(), retries(), transitions());
    }

    private MetricView executions() {
        Figures.Period total = figures.total();
        List<Legend> legend = new ArrayList<>();
        legend(legend, "ok", "monitor.succeeded", total.succeeded(), "SUCCEEDED");
        legend(legend, "fail", "monitor.failed", total.failed(), "FAILED");
        legend(legend, "to", "monitor.timedOut", total.timedOut(), "TIMED_OUT");
        legend(legend, "gone", "monitor.aborted", total.aborted(), "ABORTED");
        legend(legend, "open", "monitor.running", total.running(), "RUNNING");
        var series = List.of(new Chart.Series("ok", Figures.Period::succeeded), new Chart.Series("open", Figures.Period::running),
                new Chart.Series("fail", Figures.Period::failed), new Chart.Series("to", Figures.Period::timedOut), new Chart.Series("gone", Figures.Period::aborted));
        return metric("Executions", whole.format(total.started()), page.text("monitor.started"), page.text("monitor.chart.executions", total.started(), total.notSucceeded()),
                whole.format(Chart.most(figures.periods(), Figures.Period::started)), Chart.bars(figures.periods(), series, titles, links), List.of(), legend,
                List.of("ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"),
                period -> List.of(whole.format(period.started()), whole.format(period.succeeded()), whole.format(period.failed()), whole.format(period.timedOut()), whole.format(period.aborted())));
    }

    private void legend(List<Legend> legend, String css, String key, int count, String status) {
        if (count > 0) legend.add(new Legend(css, page.text(key, count), look.first("status", status)));
    }

    private MetricView time() {
        Figures.Period total = figures.total();
        double most = Chart.most(figures.periods(), Figures.Period::p95);
        return metric("ExecutionTime", duration(total.p95()), page.text("monitor.median", duration(total.median())),
                page.text("monitor.chart.time", duration(total.p95()), duration(total.median())), duration((long) most), List.of(),
                List.of(Chart.line("l95", figures.periods(), Figures.Period::p95, most), Chart.line("l50", figures.periods(), Figures.Period::median, most)),
                List.of(new Legend("l95", page.text("monitor.p95"), ""), new Legend("l50", page.text("monitor.p50"), "")), List.of("p95", "p50"),
                period -> List.of(duration(period.p95()), duration(period.median())));
    }

    private String duration(long millis) {
        return units.duration(Duration.ofMillis(millis));
    }

    private MetricView retries() {
        Figures.Period total = figures.total();
        return metric(page.text("monitor.retries"), whole.format(total.retries()), page.text("monitor.throttled", total.throttled()),
                page.text("monitor.chart.retries", total.retries(), total.throttled()), whole.format(Chart.most(figures.periods(), Figures.Period::retries)),
                Chart.bars(figures.periods(), List.of(new Chart.Series("retry", Figures.Period::retries)), titles, links), List.of(),
                List.of(new Legend("retry", page.text("monitor.retry"), "")), List.of(page.text("monitor.retries"), page.text("monitor.throttles")),
                period -> List.of(whole.format(period.retries()), whole.format(period.throttled())));
    }

    private MetricView transitions() {
        Money money = new Money(page);
        Figures.Period total = figures.total();
        return metric("Transitions", whole.format(total.transitions()), page.text("monitor.price", money.rounded(figures.price(Definition.Type.STANDARD)),
                        money.rounded(figures.price(Definition.Type.EXPRESS))), page.text("monitor.chart.transitions", total.transitions()), whole.format(total.transitions()),
                List.of(), List.of(Chart.total("area", figures.periods(), Figures.Period::transitions)), List.of(new Legend("area", page.text("monitor.transition"), "")),
                List.of("StateTransition"), period -> List.of(whole.format(period.transitions())));
    }

    private MetricView metric(String name, String big, String small, String label, String top, List<Chart.Bar> bars, List<Chart.Line> lines, List<Legend> legend,
            List<String> columns, Function<Figures.Period, List<String>> values) {
        Range range = figures.range();
        boolean withinADay = range.period().compareTo(Duration.ofHours(1)) <= 0;
        var chart = new Chart(label, top, times.mark(range.from(), withinADay), times.mark(range.start(range.periods() / 2), withinADay),
                range.key().equals("part") ? times.mark(range.to(), withinADay) : page.text("monitor.now"), bars, lines);
        List<PeriodRow> rows = new ArrayList<>();
        for (int i = 0; i < figures.periods().size(); i++) {
            if (figures.periods().get(i).started() > 0) rows.add(new PeriodRow(times.of(figures.periods().get(i).from()), links.get(i), values.apply(figures.periods().get(i))));
        }
        return new MetricView(name, big, small, chart, legend, columns, rows);
    }
}
