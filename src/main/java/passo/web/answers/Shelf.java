package passo.web.answers;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import passo.asl.Definition;
import passo.aws.billing.Bill;
import passo.diagram.LayoutCache;
import passo.engine.Run;
import passo.engine.Trace;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Machines.Shown;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.drawing.Still;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;
import passo.web.parts.Units;

/// Shows the runs of an exercise: how their machines look, and what is measured of them. Made for one page, then dropped.
///
/// @param passed may everything be seen?
record Shelf(Page page, LayoutCache diagrams, Capacity.Share share, Exercise exercise, boolean passed) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    RunsView view() {
        List<Shown> runs = exercise.machines().runs();
        List<RunsView.Card> cards = IntStream.range(0, runs.size()).filter(i -> isOpen(runs.get(i))).mapToObj(i -> card(i + 1, runs.get(i))).toList();
        if (!exercise.machines().compared()) return new RunsView(cards, runs.size() - cards.size(), List.of(), "");
        List<RunsView.Figures> figures = runs.stream().filter(this::isOpen).flatMap(run -> trace(run).map(trace -> figures(run, trace)).stream()).toList();
        return new RunsView(cards, runs.size() - cards.size(), figures, date(Bill.of(Definition.Type.STANDARD, 0, 0, 0).checked()));
    }

    private boolean isOpen(Shown run) {
        return passed || !run.after();
    }

    private RunsView.Card card(int number, Shown run) {
        String title = run.title().in(page.language().tag());
        return new RunsView.Card(page.to(RunSheets.path(exercise, number)), title,
                Still.of(diagrams, page, Definition.parse(run.definition(), exercise.type()), title));
    }

    private Optional<Trace> trace(Shown run) {
        var form = RunSheets.form(exercise, run);
        return Prepared.of(new Texts(page), Definition.parse(run.definition(), exercise.type()), form)
                .flatMap(made -> share.run(made.start(), made.cloud(), List.of()) instanceof Run.Ended(var trace) ? Optional.of(trace) : Optional.empty());
    }

    private RunsView.Figures figures(Shown run, Trace trace) {
        boolean well = trace.output().isPresent();
        return new RunsView.Figures(run.title().in(page.language().tag()), well ? "ok" : "fail", page.text("answers.run." + (well ? "ok" : "fail")), String.valueOf(trace.transitions()),
                new Units(page.language().locale()).duration(Duration.between(trace.start().at(), trace.end())), million(trace, Definition.Type.STANDARD),
                million(trace, Definition.Type.EXPRESS));
    }

    private String million(Trace trace, Definition.Type type) {
        NumberFormat format = NumberFormat.getNumberInstance(page.language().locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return page.text("watch.dollars", format.format(Bill.ofRun(trace, type).total().multiply(MILLION)));
    }

    private String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(page.language().locale()));
    }
}
