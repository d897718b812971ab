package passo.web.change;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import passo.diagram.Status;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome.Failure;
import passo.json.Json;
import passo.lab.Comparison;
import passo.lab.Comparison.Difference;
import passo.lab.Comparison.Totals;
import passo.web.Page;
import passo.web.change.ChangeView.Field;
import passo.web.change.CompareView.Cell;
import passo.web.change.CompareView.Compared;
import passo.web.change.CompareView.Part;
import passo.web.change.CompareView.Row;
import passo.web.change.CompareView.Total;
import passo.web.parts.JsonLines;
import passo.web.parts.Kind;
import passo.web.parts.ProblemView;
import passo.web.parts.Sentence;
import passo.web.parts.Texts;
import passo.web.parts.Units;
import passo.web.trace.Asked;
import passo.web.trace.Bench;
import passo.web.way.Beside;
import passo.web.decision.LastView;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Compare*: a run beside the run before, or beside the run of another input.
public final class CompareTab implements View {

    @Override public String template() {
        return "compare.jte";
    }

    @Override public CompareView of(Ran ran, Asked asked) {
        String decisions = ran.decided().json().toString();
        Optional<String> typed = asked.beside().filter(beside -> beside.definition().isEmpty()).flatMap(Beside::input);
        Optional<Ran> other = asked.beside().isPresent()
                ? Bench.beside(ran, asked.beside().get().form(ran.form()), asked.beside().get().decisions().orElse(decisions), asked)
                : LastView.of(decisions, ran.trace()).flatMap(last -> Bench.beside(ran, ran.form(), last.before(), asked));
        return new CompareView(ran.action() + "/decisions?view=compare", decisions,
                new Field(typed.orElse(ran.form().input()), typed.filter(_ -> other.isEmpty()).map(text -> problem(ran.page(), text)).orElse("")),
                other.map(before -> new Telling(ran.page()).of(Comparison.of(before.trace(), ran.trace()), typed.isEmpty())));
    }

    private static String problem(Page page, String input) {
        var texts = new Texts(page);
        texts.input(input);
        return texts.problems().stream().findFirst().map(ProblemView::message).orElseGet(() -> page.text("compare.none"));
    }

    /// Tells a comparison in the words of a page. Made for one view, then dropped.
    private static final class Telling {

        private static final int MOST_ROWS = 200;
        private static final int DEEP = 5;

        private final Page page;
        private final Units units;
        private final NumberFormat money;

        Telling(Page page) {
            Locale locale = page.language().locale();
            this.page = page;
            units = new Units(locale);
            money = NumberFormat.getNumberInstance(locale);
            money.setMinimumFractionDigits(2);
            money.setMaximumFractionDigits(9);
        }

        Compared of(Comparison comparison, boolean reachable) {
            long differing = comparison.rows().stream().filter(Comparison.Row::differs).count();
            return new Compared(headline(comparison), totals(comparison), rows(comparison), reachable, Math.max(0, differing - MOST_ROWS));
        }

        private Sentence headline(Comparison comparison) {
            if (comparison.first().isEmpty()) return Sentence.of(page, "compare.alike");
            Comparison.Row first = comparison.first().get();
            var state = new Sentence.Part.Chip(first.step().state(), Kind.of(first.step().type()));
            return switch (first) {
                case Comparison.Row.Missing _ -> Sentence.of(page, "compare.parts.missing", state);
                case Comparison.Row.Extra _ -> Sentence.of(page, "compare.parts.extra", state);
                case Comparison.Row.Both(_, var step, var differences) -> Sentence.of(page, "compare.parts", step.number(), state, words(differences));
            };
        }

        private String words(Iterable<Difference> differences) {
            var words = new ArrayList<String>();
            differences.forEach(difference -> words.add(page.text("compare.difference." + difference.name().toLowerCase(Locale.ROOT))));
            return String.join(", ", words);
        }

        private List<Total> totals(Comparison comparison) {
            Totals before = Totals.of(comparison.before());
            Totals after = Totals.of(comparison.after());
            return List.of(
                    total("status", before.status().name(), after.status().name()),
                    new Total(page.text("compare.total.output"), end(comparison.before()), comparison.sameEnd() ? page.text("compare.same") : end(comparison.after()),
                            !comparison.sameEnd()),
                    total("steps", String.valueOf(before.steps()), String.valueOf(after.steps())),
                    total("transitions", String.valueOf(before.transitions()), String.valueOf(after.transitions())),
                    total("duration", units.clock(before.duration()), units.clock(after.duration())),
                    total("cost", dollars(before.cost()), dollars(after.cost())));
        }

        private Total total(String name, String before, String after) {
            return new Total(page.text("compare.total." + name), before, after, !before.equals(after));
        }

        private String end(Trace trace) {
            return trace.output().map(output -> units.size(output.bytes())).or(() -> trace.failure().map(Failure::error)).orElse("–");
        }

        private String dollars(BigDecimal amount) {
            return page.text("watch.dollars", money.format(amount));
        }

        private List<Row> rows(Comparison comparison) {
            var rows = new ArrayList<Row>();
            Comparison.Row first = comparison.first().orElse(null);
            int differing = 0;
            for (var row : comparison.rows()) {
                if (row.differs() && differing++ == MOST_ROWS) return rows;
                if (row.differs()) rows.add(visit(row, comparison, row == first));
                else if (!rows.isEmpty() && rows.getLast() instanceof Row.Alike(var from, _)) rows.set(rows.size() - 1, new Row.Alike(from, row.step().number()));
                else rows.add(new Row.Alike(row.step().number(), row.step().number()));
            }
            return rows;
        }

        private Row.Visit visit(Comparison.Row row, Comparison comparison, boolean first) {
            Step shown = row.step();
            var kind = Kind.of(shown.type());
            return switch (row) {
                case Comparison.Row.Missing(var step) -> new Row.Visit("gone", shown.state(), kind, Optional.of(cell(step, comparison.before())), Optional.empty(),
                        page.text("compare.missing"), List.of(), first);
                case Comparison.Row.Extra(var step) -> new Row.Visit("add", shown.state(), kind, Optional.empty(), Optional.of(cell(step, comparison.after())),
                        page.text("compare.extra"), List.of(), first);
                case Comparison.Row.Both(var before, var after, var differences) -> new Row.Visit("mod", shown.state(), kind,
                        Optional.of(cell(before, comparison.before())), Optional.of(cell(after, comparison.after())), words(differences),
                        differences.stream().flatMap(difference -> part(difference, before, after).stream()).toList(), first);
            };
        }

        private Cell cell(Step step, Trace trace) {
            var status = Status.of(step, true);
            return new Cell(step.number(), status.css(), status.icon(), page.text(status.key()), units.duration(Comparison.duration(step, trace.end())));
        }

        private Optional<Part> part(Difference difference, Step before, Step after) {
            return switch (difference) {
                case INPUT -> Optional.of(part(difference, before.input(), after.input()));
                case VARIABLES -> Optional.of(part(difference, before.variables(), after.variables()));
                case OUTPUT -> Optional.of(part(difference, before.output().orElse(Json.NULL), after.output().orElse(Json.NULL)));
                case ASSIGNED -> Optional.of(part(difference, before.assigned(), after.assigned()));
                case ERROR -> Optional.of(part(difference, error(before), error(after)));
                case NEXT -> Optional.of(part(difference, next(before), next(after)));
                case DURATION -> Optional.empty();
            };
        }

        private Part part(Difference difference, Json before, Json after) {
            return new Part(page.text("compare.difference." + difference.name().toLowerCase(Locale.ROOT)), JsonLines.difference(before, after, DEEP));
        }

        private static Json error(Step step) {
            return step.failure().<Json>map(Failure::errorOutput).orElse(Json.NULL);
        }

        private static Json next(Step step) {
            return step.next().<Json>map(Json::of).orElse(Json.NULL);
        }
    }
}
